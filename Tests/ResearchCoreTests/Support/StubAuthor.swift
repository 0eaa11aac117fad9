import FlowControl
import Summarisation

@testable import ResearchCore

/// An author that takes a while, cites all passages that it is given, and counts how often it is
/// asked.
final class StubAuthor: ReportAuthor {
  private let clock: SessionClock
  private let delay: Duration
  private let error: ChatError?
  private let asked = Locked<[[ReportSource]]>([])

  /// An author that answers after `delay`, or fails then.
  init(clock: SessionClock, after delay: Duration = .zero, error: ChatError? = nil) {
    (self.clock, self.delay, self.error) = (clock, delay, error)
  }

  /// The sources of each question, in the order of asking.
  var questions: [[ReportSource]] { asked.withLock { $0 } }

  func summary(
    of sources: [ReportSource],
    question: String?,
    language: String?,
    length: SummaryLength
  ) async throws(ChatError) -> AuthoredSummary {
    asked.withLock { $0.append(sources) }
    do {
      try await clock.sleep(for: delay)
    } catch {
      throw .cancelled
    }
    if let error { throw error }
    var all = AuthoredSummary.Sentence(text: "All say *this*.", sources: sources.map(\.number))
    all.passages = sources.flatMap(\.passages)
    return AuthoredSummary(
      sentences: [
        all, .init(text: "None says that.", sources: []),
      ],
      model: "stub",
      usage: ChatUsage(promptTokens: 70, completionTokens: 7)
    )
  }
}
