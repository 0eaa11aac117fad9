import FlowControl
import Summarisation
import TestSupport
import Testing

@testable import ResearchCore

/// What becomes of pages that a model fails at, in virtual time.
@Suite struct SessionDegradingTests {
  private static func session(
    failing failure: @escaping @Sendable (SourceText) -> ChatError?
  ) -> VirtualSession {
    var session = VirtualSession(fetch: .seconds(1))
    session.configuration.summarising.model = "stub"
    session.summariser = StubSummariser(clock: session.clock, model: "stub", failing: failure) {
      _ in
      .seconds(3)
    }
    session.fallback = StubSummariser(clock: session.clock) { _ in .seconds(1) }
    session.author = StubAuthor(clock: session.clock)
    return session
  }

  private static func degraded(_ outcome: VirtualSession.Outcome) -> [Failure] {
    outcome.events.compactMap { event in
      if case .degraded(let failure) = event.kind { failure } else { nil }
    }
  }

  @Test(
    arguments: [
      (.empty(endpoint: "m.test"), .model, 1), (.stopped(reason: "401"), .model, 0),
      (.overBudget(reason: "spent"), .budget, 0),
      (.refused(endpoint: "m.test", status: 500, reason: "no"), .model, 1),
    ] as [(ChatError, Failure.Kind, Int)]
  )
  func `the built-in summariser does what a model does not, and all say so`(
    error: ChatError,
    kind: Failure.Kind,
    calls: Int
  ) throws {
    let session = Self.session { $0.text.contains("/p1 ") ? error : nil }
    let outcome = try #require(session.run(VirtualSession.urls(3)))
    #expect(outcome.counts.used == 3 && outcome.counts.failed == 0)
    let record = outcome.records[1]
    #expect(record.model == nil && record.modelError == Failure(error))
    #expect(record.modelError?.kind == kind && record.usage == nil)
    #expect(record.summary?.first?.start == 0 && record.objection == nil)
    #expect(outcome.records[0].model == "stub" && outcome.records[0].modelError == nil)
    let told = outcome.events.compactMap { event in
      if case .summarised(_, let summarised) = event.kind { summarised } else { nil }
    }
    #expect(told.count == 3 && told.compactMap(\.error) == [Failure(error)])
    #expect(Self.degraded(outcome) == [Failure(error)])
    let model = outcome.statistics.model
    #expect(model.fallbacks == 1 && model.failed == calls && model.calls == 3 + calls)
    #expect(model.heldBack == (kind == .budget ? 1 : 0))
    #expect(
      outcome.report.contains(
        "1 page was summarised by the built-in summariser, because the model was not to be had: "
          + MarkdownEscape.label(error.message, limit: 300)
      )
    )
    #expect(outcome.report.contains("2 of 3 page summaries and the summary were written by"))
    #expect(outcome.report.contains("\nsummariser: \"stub, built-in\"\n"))
  }

  @Test func `a reason is told once, however many pages it is the reason of`() throws {
    let session = Self.session { text in
      text.text.contains("/p3") ? .stopped(reason: "other") : .empty(endpoint: "m.test")
    }
    let outcome = try #require(session.run(VirtualSession.urls(20)))
    #expect(outcome.counts.used == 20 && Self.degraded(outcome).count == 2)
    #expect(outcome.statistics.model.fallbacks == 20)
    #expect(outcome.report.contains("(19 pages)") && outcome.report.contains("(1 page)"))
  }

  @Test func `a fallback keeps its turn, so that no more run at once than may`() throws {
    var session = Self.session { _ in .empty(endpoint: "m.test") }
    session.configuration.summarising.concurrency = 2
    session.author = nil
    let outcome = try #require(session.run(VirtualSession.urls(6)))
    #expect(outcome.end == .seconds(1 + 3 * 4) && session.fallback?.most == 2)
  }

  @Test(arguments: [true, false])
  func `what is cancelled is no page for the built-in summariser`(isCancelled: Bool) throws {
    let session = Self.session { _ in isCancelled ? .cancelled : nil }
    let outcome = try #require(
      session.run(VirtualSession.urls(2)) { session, clock in
        try await clock.sleep(until: .seconds(2))
        if !isCancelled { await session.cancel(reason: "a test") }
      }
    )
    #expect(outcome.counts.unfinished == 2 && outcome.counts.used == 0)
    #expect(outcome.records.allSatisfy { $0.modelError == nil && $0.summary == nil })
    #expect(Self.degraded(outcome).isEmpty && session.fallback?.most == 0)
  }

  @Test func `a cancel ends the built-in summariser too`() throws {
    var session = Self.session { _ in .empty(endpoint: "m.test") }
    session.fallback = StubSummariser(clock: session.clock) { _ in .seconds(100) }
    let outcome = try #require(
      session.run(VirtualSession.urls(2)) { session, clock in
        try await clock.sleep(until: .seconds(6))
        await session.cancel(reason: "a test")
      }
    )
    #expect(outcome.end == .seconds(6) && outcome.counts.unfinished == 2)
    #expect(session.fallback?.running == 0)
  }

  @Test(arguments: [true, false])
  func `a session says whether its ceiling is reached`(isReached: Bool) throws {
    let session = Self.session { _ in isReached ? .overBudget(reason: "spent") : nil }
    let told = session.time.run { () -> Bool? in
      do {
        let run = try session.made()
        _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
        return run.hasReachedCeiling
      } catch {
        return nil
      }
    }
    #expect(told == isReached)
  }

  @Test func `what failed for a report is not asked again for the next one`() throws {
    var session = Self.session { _ in nil }
    session.author = StubAuthor(clock: session.clock, error: .empty(endpoint: "m.test"))
    let made = session
    let isSame = session.time.run { () -> Bool in
      do {
        let run = try made.made()
        _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
        return try await run.report() == run.report()
      } catch {
        return false
      }
    }
    #expect(isSame == true && session.author?.questions.count == 1)
  }
}
