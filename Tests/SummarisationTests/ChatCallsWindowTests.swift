import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

/// Calls to endpoints that let only so many pass in a window, and say when the next one begins.
struct ChatCallsWindowTests {
  /// How an endpoint counts.
  enum Window: CaseIterable {
    case fixed, sliding
  }

  /// An endpoint that lets 60 calls pass in 10 s.
  private final class Server: Sendable {
    private static let most = 60
    private static let length = Duration.seconds(10)

    struct Counts {
      var served: [Duration] = []
      var refused = 0
    }

    let counts = Locked(Counts())
    private let window: Window

    init(_ window: Window) {
      self.window = window
    }

    /// Nil where the call passes, else how long it is until one does.
    func refusal(at now: Duration) -> Duration? {
      counts.withLock { counts in
        let start = Self.length * Int(now / Self.length)
        let begin = window == .fixed ? start : now - Self.length
        let inWindow = counts.served.filter { window == .fixed ? $0 >= begin : $0 > begin }
        guard inWindow.count >= Self.most, let first = inWindow.first else {
          counts.served.append(now)
          return nil
        }
        counts.refused += 1
        return (window == .fixed ? start : first) + Self.length - now
      }
    }
  }

  private func run(
    _ window: Window,
    rpm: Int?,
    latency: Duration,
    header: String = "retry-after"
  ) throws -> (refused: Int, answered: Int, end: Duration) {
    var limits = ChatCalls.Limits()
    limits.requestsPerMinute = rpm
    var stand = CallStand(limits)
    stand.slots = 10
    let server = Server(window)
    let client = try stand.client { [stand] _ async throws(FetchError) in
      try await stand.pause(latency / 2)
      let refusal = server.refusal(at: stand.clock.now)
      try await stand.pause(latency / 2)
      guard let refusal else { return try CallStand.page(StubModel.reply("Yes.")) }
      let seconds = Int((refusal / .seconds(1)).rounded(.up))
      return try CallStand.page("{}", status: 429, headers: [(header, "\(seconds)")])
    }
    let results = try #require(stand.results(200, of: client))
    let answered = results.filter { (try? $0.get()) != nil }.count
    return (server.counts.withLock { $0.refused }, answered, stand.clock.now)
  }

  @Test(arguments: Window.allCases, [1, 20, 100, 400, 3_000])
  func `is never refused where --rpm fits the window`(window: Window, latency: Int) throws {
    let outcome = try run(window, rpm: 320, latency: .milliseconds(latency))
    #expect(outcome.refused == 0 && outcome.answered == 200)
  }

  @Test(arguments: Window.allCases, [1, 5, 20, 50, 100, 200, 400, 800, 1_500, 3_000])
  func `finds the rate by itself, and is seldom refused`(window: Window, latency: Int) throws {
    for header in ["retry-after", "x-ratelimit-reset-requests"] {
      let outcome = try run(window, rpm: nil, latency: .milliseconds(latency), header: header)
      let share = Double(outcome.refused) / Double(outcome.refused + outcome.answered)
      #expect(outcome.answered == 200)
      #expect(share < 0.2, "\(outcome)")
    }
  }
}
