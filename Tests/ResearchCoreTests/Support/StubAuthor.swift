import FlowControl
import Summarisation
import Testing

@testable import ResearchCore

/// An author that takes a while and then cites the first source.
struct StubAuthor: ReportAuthor {
  let clock: SessionClock
  let delay: Duration

  func summary(
    of sources: [ReportSource],
    question: String?,
    language: String?,
    sentences: Int
  ) async throws(ChatError) -> AuthoredSummary {
    do { try await clock.sleep(for: delay) } catch { throw .cancelled }
    let sentence = AuthoredSummary.Sentence(
      text: "This is what the sources say.",
      sources: sources.prefix(1).map(\.number)
    )
    return AuthoredSummary(sentences: [sentence], model: "stub")
  }
}

extension VirtualSession {
  /// How long a run takes with its report, which a model writes in `combine`; nil where everybody
  /// waits for ever, or something is wrong.
  func time(_ sources: [String], _ combine: Duration) -> Duration? {
    time.run { () -> Duration? in
      var configuration = configuration
      configuration.summarising.model = "stub"
      var services = services
      services.author = StubAuthor(clock: clock, delay: combine)
      do {
        let session = try Session(configuration, services: services)
        let counts = try await session.run(sources.map { .source($0) })
        guard counts.used == sources.count else { return nil }
        try await session.writeReport { _ in }
        return clock.now
      } catch {
        Issue.record(error)
        return nil
      }
    } ?? nil
  }
}
