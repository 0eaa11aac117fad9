import TestSupport

@testable import research

/// A list of 500 sources that end in every way, and a site that answers the first of them at once
/// and keeps the others waiting.
struct ManyPages {
  let site: LocalSite
  let list: String
  /// The page that is asked for when as many as may be are in flight.
  let lastOfFlight: String
  private let folder: Folder

  /// How many fetches may be in flight.
  static let flight = 40
  static let count = 500

  init() throws {
    (site, folder) = (try LocalSite.start(), try Folder())
    var held: [String] = []
    var lines: [String] = []
    for number in 1...Self.count {
      let path = "/\(number)"
      switch number % 10 {
      case 1: site.answer(path, .bytes([1, 2, 3], type: "image/png"))
      case 2: site.answer(path, .status(404))
      case 3, 4: break
      default:
        site.answer(path, .text(SavedPage.html("creature \(number)")))
        guard number > 100 else { break }
        site.hold(path)
        held.append(path)
      }
      switch number % 10 {
      case 3: lines.append(site.url("/5"))
      case 4: lines.append("gopher://127.0.0.1\(path)")
      default: lines.append(site.url(path))
      }
    }
    lastOfFlight = held[Self.flight - 1]
    list = try folder.write(lines: lines)
  }

  /// Starts the program with the list, and returns when it can do nothing but wait.
  func start(_ arguments: [String]) async throws -> ChildProcess {
    let child = try Program.start(
      ["-j", "\(Self.flight)", "--host-concurrency", "0", "--summary-concurrency", "0"]
        + ["--format", "json", list] + arguments
    )
    await site.arrived(lastOfFlight)
    return child
  }
}
