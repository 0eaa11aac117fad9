import FlowControl
import Summarisation

/// A summariser that takes a while, gives the beginning of the text, and counts what runs at once.
final class StubSummariser: Summariser {
  private let clock: SessionClock
  private let delay: @Sendable (SourceText) -> Duration
  private let model: String?
  private let isFickle: Bool
  private let failure: @Sendable (SourceText) -> ChatError?
  private let counts = Locked((now: 0, most: 0, all: 0))

  /// A summariser that takes as long as `delay` says, as that `model` where one is given; a fickle
  /// one never says the same twice, and one that is `failing` throws instead.
  init(
    clock: SessionClock,
    model: String? = nil,
    isFickle: Bool = false,
    failing failure: @escaping @Sendable (SourceText) -> ChatError? = { _ in nil },
    _ delay: @escaping @Sendable (SourceText) -> Duration
  ) {
    self.clock = clock
    self.model = model
    self.isFickle = isFickle
    self.failure = failure
    self.delay = delay
  }

  /// How many summaries have been begun and not ended.
  var running: Int { counts.withLock { $0.now } }

  /// The most summaries at once.
  var most: Int { counts.withLock { $0.most } }

  func summarise(_ text: SourceText) async throws -> Summary {
    let number = counts.withLock { counts in
      counts.all += 1
      counts.now += 1
      counts.most = max(counts.most, counts.now)
      return isFickle ? counts.all : 0
    }
    defer { counts.withLock { $0.now -= 1 } }
    try await clock.sleep(for: delay(text))
    if let failure = failure(text) { throw failure }
    let start = String(String.UnicodeScalarView(text.text.unicodeScalars.prefix(10)))
    let sentence = SummarySentence(
      text: start,
      start: 0,
      end: start.unicodeScalars.count,
      score: 0.5
    )
    guard let model else { return Summary(sentences: [sentence], language: "en") }
    return Summary(
      sentences: [
        SummarySentence(
          text: "Written\nof \(start)\(isFickle ? "\(number)" : "")",
          start: 0,
          end: 0,
          score: 0
        )
      ],
      language: "en",
      model: model,
      usage: ChatUsage(promptTokens: 30, completionTokens: 3)
    )
  }
}
