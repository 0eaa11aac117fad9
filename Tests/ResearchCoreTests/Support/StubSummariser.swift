import FlowControl
import Summarisation

/// A summariser that takes a while, gives the beginning of the text, and counts what runs at once.
final class StubSummariser: Summariser {
  private let clock: SessionClock
  private let delay: @Sendable (SourceText) -> Duration
  private let counts = Locked((now: 0, most: 0))

  /// A summariser that takes as long as `delay` says.
  init(clock: SessionClock, _ delay: @escaping @Sendable (SourceText) -> Duration) {
    self.clock = clock
    self.delay = delay
  }

  /// The most summaries at once.
  var most: Int { counts.withLock { $0.most } }

  func summarise(_ text: SourceText) async throws -> Summary {
    counts.withLock { counts in
      counts.now += 1
      counts.most = max(counts.most, counts.now)
    }
    defer { counts.withLock { $0.now -= 1 } }
    try await clock.sleep(for: delay(text))
    let start = String(String.UnicodeScalarView(text.text.unicodeScalars.prefix(10)))
    let sentence = SummarySentence(
      text: start,
      start: 0,
      end: start.unicodeScalars.count,
      score: 0.5
    )
    return Summary(sentences: [sentence], language: "en")
  }
}
