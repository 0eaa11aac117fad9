import Fetching
import FlowControl
import TestSupport

@testable import ResearchCore

/// A session with random pages, limits and failures, the same for the same seed.
struct RandomSession {
  private var generator: Generator
  let sources: [String]
  let session: VirtualSession

  /// When a session is drained and cancelled, if it is.
  struct Ending: Sendable {
    var drain: Duration?
    /// Whether it is cancelled without having been drained.
    var isCancel = false
    var cancel: Duration?
  }

  init(seed: UInt64) {
    var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    for _ in 0..<4 { _ = generator.next() }
    sources = (0..<Int.random(in: 1...40, using: &generator)).map { number in
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: "ftp://h.test/\(number)"
      case 1: "/no/such/file\(number).html"
      case 2: "http://h0.test/\(number / 3)"
      default: "http://h\(Int.random(in: 0..<6, using: &generator)).test/\(number)"
      }
    }
    var session = VirtualSession(
      fetch: { Self.answer(seed, $0, $1) },
      summarise: { .milliseconds($0.utf8.count % 7 * 300) }
    )
    Self.draw(&session.configuration, &generator)
    session.fetcher = StubFetcher(
      clock: session.clock,
      robots: { Self.robots(seed, $0, $1) },
      { Self.answer(seed, $0, $1) }
    )
    self.session = session
    self.generator = generator
  }

  /// A random end: none for every fourth session.
  mutating func ending() -> Ending {
    var ending = Ending()
    guard Int.random(in: 0..<4, using: &generator) > 0 else { return ending }
    ending.drain = .milliseconds(Int.random(in: 0...12_000, using: &generator))
    ending.isCancel = Bool.random(using: &generator)
    guard ending.isCancel || Bool.random(using: &generator), let drain = ending.drain else {
      return ending
    }
    ending.cancel = drain + .milliseconds(Int.random(in: 0...3_000, using: &generator))
    return ending
  }

  private static func draw(_ configuration: inout Configuration, _ generator: inout Generator) {
    configuration.fetching.maxConcurrency = Int.random(in: 1...9, using: &generator)
    configuration.fetching.hostConcurrency = Int.random(in: 1...4, using: &generator)
    configuration.fetching.retries = Int.random(in: 0...3, using: &generator)
    configuration.summarising.concurrency = Int.random(in: 1...3, using: &generator)
    configuration.fetching.robots = Int.random(in: 0..<3, using: &generator) > 0 ? .obey : .ignore
    configuration.fetching.hostInterval =
      [.zero, .zero, .milliseconds(200), .seconds(1)].randomElement(using: &generator) ?? .zero
    configuration.window = Int.random(in: 1...12, using: &generator)
    configuration.drainTimeout = .milliseconds(Int.random(in: 0...5_000, using: &generator))
    configuration.lastStep = Step.allCases.randomElement(using: &generator) ?? .fetch
    let schedules = Schedule.allCases + [.streaming, .streaming]
    configuration.schedule = schedules.randomElement(using: &generator) ?? .streaming
  }

  private static func generator(
    _ seed: UInt64,
    _ address: WebAddress,
    _ attempt: Int
  ) -> Generator {
    var state = seed &+ UInt64(attempt)
    for byte in address.description.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var generator = Generator(state: state)
    for _ in 0..<4 { _ = generator.next() }
    return generator
  }

  private static func robots(
    _ seed: UInt64,
    _ address: WebAddress,
    _ attempt: Int
  ) -> StubFetcher.Answer {
    var generator = generator(seed, address, attempt)
    let delay = Duration.milliseconds(Int.random(in: 0...2_000, using: &generator))
    let file = { (rule: String) in
      StubFetcher.Answer("User-agent: *\n\(rule)\n", after: delay, type: "text/plain")
    }
    return switch Int.random(in: 0..<8, using: &generator) {
    case 0: file("Disallow: /1")
    case 1: file("Disallow: /")
    case 2: file("Crawl-delay: 1")
    case 3: .init("busy", after: delay, status: 503)
    case 4: .init(.timeout(host: address.host, reason: "slow"), after: delay)
    default: .init("none", after: delay, status: 404)
    }
  }

  private static func answer(
    _ seed: UInt64,
    _ address: WebAddress,
    _ attempt: Int
  ) -> StubFetcher.Answer {
    var generator = generator(seed, address, attempt)
    let delay = Duration.milliseconds(Int.random(in: 0...3_000, using: &generator))
    let page = VirtualSession.page(address.path)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .init("gone", after: delay, status: 404)
    case 1: return .init(after: delay, status: 503)
    case 2: return .init(after: delay, status: 429, headers: [("Retry-After", "2")])
    case 3: return .init(.timeout(host: address.host, reason: "slow"), after: delay)
    case 4: return .init(.reset(host: address.host, reason: "gone"), after: delay)
    case 5: return .init("<html></html>", after: delay)
    case 6:
      let head = "<meta http-equiv=refresh content='0; url=/next\(attempt)\(address.path)'>"
      return .init(VirtualSession.page("moved", head: head), after: delay)
    default: return .init(page, after: delay)
    }
  }
}
