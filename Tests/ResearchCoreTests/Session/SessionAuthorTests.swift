import FlowControl
import Summarisation
import TestSupport
import Testing

@testable import ResearchCore

/// How a report gets a summary that a model wrote, in virtual time.
@Suite struct SessionAuthorTests {
  private static func session(
    fetch: Duration = .seconds(1),
    after delay: Duration = .seconds(2),
    error: ChatError? = nil
  ) -> VirtualSession {
    var session = VirtualSession(fetch: fetch)
    session.configuration.summarising.model = "stub"
    session.summariser = StubSummariser(clock: session.clock, model: "stub") { _ in .seconds(3) }
    session.author = StubAuthor(clock: session.clock, after: delay, error: error)
    return session
  }

  private static func authored(_ outcome: VirtualSession.Outcome) -> [Event.Authored] {
    outcome.events.compactMap { event in
      if case .authored(let authored) = event.kind { authored } else { nil }
    }
  }

  @Test func `the model is asked once, when all pages are in, within combining`() throws {
    let session = Self.session()
    let outcome = try #require(session.run(VirtualSession.urls(5)))
    #expect(outcome.end == .seconds(6))
    #expect(session.author?.questions.map { $0.map(\.number) } == [[1, 2, 3, 4, 5]])
    let source = try #require(session.author?.questions.first?.first)
    #expect(source.address == "http://h0.test/p0" && !source.passages.isEmpty)
    let times = outcome.events.compactMap { event -> Double? in
      switch event.kind {
      case .combining, .authored, .combined: event.elapsed
      default: nil
      }
    }
    #expect(times == [4, 6, 6])
    let authored = try #require(Self.authored(outcome).first)
    #expect(authored.model == "stub" && authored.sentences == 2 && authored.seconds == 2)
    #expect(authored.usage == TokenUsage(promptTokens: 70, completionTokens: 7))
    guard case .started(_, let options)? = outcome.events.first?.kind else {
      Issue.record("the run did not start")
      return
    }
    #expect(options["summariser"] == "stub")
  }

  @Test func `the report shows the model's sentences, their passages, and what they lack`() throws {
    let outcome = try #require(Self.session().run(VirtualSession.urls(2)))
    #expect(outcome.report.contains("\nsummariser: \"stub\"\n"))
    #expect(
      outcome.report.contains(
        """

        Page summaries and the summary were written by the model stub. Of 4 sentences 3 cite \
        nothing, as far as signs tell; each is marked so.

        ## Summary

        All say \\*this\\*. [¶](http://h0.test/p0#:~:text=
        """
      )
    )
    #expect(outcome.report.contains(") [^1] [^2] None says that. *(uncited)*\n"))
    let details = outcome.report.firstRange(of: "## Sources in detail").map { $0.lowerBound }
    #expect(details.map { !outcome.report[$0...].contains("[¶]") } == true)
  }

  @Test func `records keep what the model wrote, and no place for it`() throws {
    let outcome = try #require(Self.session().run(VirtualSession.urls(1)))
    let record = try #require(outcome.records.first)
    let sentence = try #require(record.summary?.first)
    #expect(sentence.text.hasPrefix("Written of ") && record.summary?.count == 1)
    #expect(sentence.start == nil && sentence.end == nil && sentence.score == nil)
    #expect(record.model == "stub" && record.objection == nil)
    #expect(record.usage == TokenUsage(promptTokens: 30, completionTokens: 3))
    let told = outcome.events.compactMap { event in
      if case .summarised(_, let summarised) = event.kind { summarised } else { nil }
    }
    #expect(told.map(\.model) == ["stub"] && told.first?.usage == record.usage)
  }

  @Test func `where the model fails the built-in summary stands, and the report says why`() throws {
    let session = Self.session(error: .empty(endpoint: "m.test"))
    let outcome = try #require(session.run(VirtualSession.urls(2)))
    #expect(
      outcome.report.contains(
        "The built-in summary stands, because the model stub gave none: "
          + MarkdownEscape.label(ChatError.empty(endpoint: "m.test").message, limit: 300)
      )
    )
    #expect(outcome.report.contains("\nsummariser: \"stub, built-in\"\n"))
    #expect(Self.authored(outcome).first?.error?.kind == .model)
    #expect(!section("## Summary", of: outcome.report).contains("All say"))
  }

  @Test(arguments: [true, false])
  func `no model is asked after a drain or a cancel`(isDrain: Bool) throws {
    let session = Self.session()
    let outcome = try #require(
      session.run(VirtualSession.urls(200)) { session, clock in
        try await clock.sleep(until: .milliseconds(6_500))
        if isDrain {
          await session.drain(reason: "a test")
        } else {
          await session.cancel(reason: "a test")
        }
      }
    )
    #expect(outcome.counts.used > 0 && outcome.counts.unfinished > 0)
    #expect(session.author?.questions.isEmpty == true && Self.authored(outcome).isEmpty)
    #expect(outcome.report.contains("gave none: the run was ended before it was asked"))
  }

  @Test func `a cancel gives up the call, and a drain does when its time is over`() throws {
    for (isDrain, end) in [(true, Duration.seconds(9)), (false, .seconds(5))] {
      let session = Self.session(after: .seconds(100))
      let outcome = try #require(
        session.run(VirtualSession.urls(2)) { session, clock in
          try await clock.sleep(until: .seconds(5))
          if isDrain {
            await session.drain(reason: "a test")
          } else {
            await session.cancel(reason: "a test")
          }
        }
      )
      #expect(outcome.end == end)
      #expect(outcome.report.contains("gave none: the run was ended before its answer came"))
      #expect(Self.authored(outcome).first?.error?.kind == .cancelled)
    }
  }

  @Test(arguments: [true, false])
  func `a cancel or a drain reaches all reports that are written at once`(isDrain: Bool) throws {
    let session = Self.session(after: .seconds(100))
    let ended = session.time.run { () -> [Duration] in
      do {
        let run = try session.made()
        _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
        return try await withThrowingTaskGroup(of: Duration.self) { group in
          for second in 0..<3 {
            group.addTask {
              try await session.clock.sleep(for: .milliseconds(100 * second))
              _ = try await run.report()
              return session.clock.now
            }
          }
          try await session.clock.sleep(until: .seconds(5))
          await isDrain ? run.drain(reason: "a test") : run.cancel(reason: "a test")
          return try await group.reduce(into: []) { $0.append($1) }
        }
      } catch {
        return []
      }
    }
    #expect(session.author?.questions.count == 3)
    #expect(ended == Array(repeating: .seconds(isDrain ? 9 : 5), count: 3))
  }

  @Test func `a report that ends leaves the fetcher to those that wait`() throws {
    var session = Self.session(after: .seconds(2))
    let closed = Locked<[Duration]>([])
    let clock = session.clock
    session.closeFetcher = { closed.withLock { $0.append(clock.now) } }
    let made = session
    let isWritten = session.time.run { () -> Bool in
      do {
        let run = try made.made()
        _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
        async let first = run.report()
        try await clock.sleep(for: .seconds(1))
        async let second = run.report()
        return try await (first.contains("All say"), second.contains("All say")) == (true, true)
      } catch {
        return false
      }
    }
    #expect(isWritten == true && closed.withLock { $0 } == [.seconds(7)])
  }

  @Test func `the fetcher is closed also where the run was ended before the model was asked`() {
    var session = Self.session()
    let closed = Locked<[Duration]>([])
    let clock = session.clock
    session.closeFetcher = { closed.withLock { $0.append(clock.now) } }
    let made = session
    let isWritten = session.time.run { () -> Bool in
      do {
        let run = try made.made()
        _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
        try await clock.sleep(until: .seconds(9))
        await run.drain(reason: "a test")
        return try await run.report().contains("before it was asked")
      } catch {
        return false
      }
    }
    #expect(isWritten == true && closed.withLock { $0 } == [.seconds(9)])
  }

  @Test func `a call that ends within the drain's time counts`() throws {
    let outcome = try #require(
      Self.session(after: .seconds(3)).run(VirtualSession.urls(2)) { session, clock in
        try await clock.sleep(until: .seconds(5))
        await session.drain(reason: "a test")
      }
    )
    #expect(outcome.end == .seconds(7) && outcome.report.contains("All say"))
  }

  @Test func `no model is asked where nothing is usable`() throws {
    var session = VirtualSession(fetch: { _, _ in .init("gone", status: 404) })
    session.configuration.summarising.model = "stub"
    session.author = StubAuthor(clock: session.clock)
    let outcome = try #require(session.run(VirtualSession.urls(2)))
    #expect(session.author?.questions.isEmpty == true && Self.authored(outcome).isEmpty)
    #expect(outcome.report.contains("\nsummariser: built-in\n"))
  }

  @Test func `a cancelled task writes no report and asks nobody twice`() async throws {
    let session = Self.session(after: .seconds(100))
    let result = session.time.run { () -> Bool in
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do {
            let run = try session.made()
            _ = try await run.run(VirtualSession.urls(2).map { .source($0) })
            _ = try await run.report()
            return false
          } catch {
            return error is CancellationError
          }
        }
        // Nothing cancels this task.
        try? await session.clock.sleep(until: .seconds(5))
        group.cancelAll()
        return await group.next() ?? false
      }
    }
    #expect(result == true && session.author?.questions.count == 1)
  }
}
