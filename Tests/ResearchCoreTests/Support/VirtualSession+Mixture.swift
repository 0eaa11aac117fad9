import Fetching
import FlowControl
import TestSupport

@testable import ResearchCore

extension VirtualSession {
  /// A list of everything that can happen, and a network that makes it happen.
  static let mixture: [String] = (0..<40).map { number in
    switch number % 8 {
    case 0: "http://h\(number).test/fine"
    case 1: "http://missing.test/\(number)"
    case 2: "http://throttled.test/\(number)"
    case 3: "ftp://h\(number).test/"
    case 4: "http://h\(number - 4).test/fine#again"
    case 5: "http://h\(number).test/refresh"
    case 6: "http://h\(number).test/empty"
    default: "/no/such/file\(number).html"
    }
  }

  static func mixed() -> VirtualSession {
    var session = VirtualSession(
      fetch: { address, attempt in
        let page = VirtualSession.page(address.description)
        let refresh = "<meta http-equiv=refresh content='0; url=fine'>"
        return switch (address.host, address.path) {
        case ("missing.test", _): .init("gone", after: .milliseconds(300), status: 404)
        case ("throttled.test", _) where attempt < 3:
          .init(after: .seconds(1), status: 429, headers: [("Retry-After", "3")])
        case (_, "/refresh"):
          .init(VirtualSession.page("moved", head: refresh), after: .seconds(1))
        case (_, "/empty"): .init("<html></html>", after: .seconds(2))
        default: .init(page, after: .milliseconds(1_500))
        }
      },
      summarise: { _ in .seconds(2) }
    )
    session.configuration.window = 9
    session.configuration.fetching.maxConcurrency = 5
    session.configuration.summarising.concurrency = 2
    return session
  }
}
