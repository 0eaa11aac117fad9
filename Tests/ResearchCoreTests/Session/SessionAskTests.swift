import Fetching
import FlowControl
import Summarisation
import TestSupport
import Testing

@testable import ResearchCore

/// An agent over a run's sources, in virtual time: pages take a second, turns of the model too.
@Suite struct SessionAskTests {
  /// What the model says in one turn, from what it was told.
  typealias Script = @Sendable (_ turn: Int, _ told: [ChatMessage]) -> ChatAnswer

  /// What a session leaves behind.
  private struct Outcome: Sendable {
    var summary: AskSummary?
    var records: [Record] = []
    var events: [Event] = []
    var statistics = Statistics()
    var report = ""
    var end = Duration.zero
    var error: (any Error)?

    /// What the tools were used for, and how it went.
    var used: [Event.ToolUse] {
      events.compactMap { if case .tool(let use) = $0.kind { use } else { nil } }
    }
    var answered: [Event.Answered] {
      events.compactMap { if case .answered(let answered) = $0.kind { answered } else { nil } }
    }
    var settled: [Int] {
      events.compactMap {
        if case .settled(_, let subject, _) = $0.kind { subject.index } else { nil }
      }
    }
  }

  private static func page(_ name: String, links: [String] = []) -> String {
    let anchors = links.map { "See <a href=\"\($0)\">the page on it</a> for more of that matter." }
    let link = "<p>\(anchors.joined(separator: " ")) This is said at the end of the page.</p>"
    let body = VirtualSession.page(name)
    guard let end = body.firstRange(of: "</article>") else { return body }
    return body[..<end.lowerBound] + (links.isEmpty ? "" : link) + body[end.lowerBound...]
  }

  /// Pages `/a` and `/b` of one host; the first links to the second, to another host, to a private
  /// address, and to itself.
  private static func session(isPublic: Bool = false) -> VirtualSession {
    var session = VirtualSession(fetch: { address, _ in
      let links = [
        "http://h0.test/b?utm_source=x", "http://other.test/c", "http://10.0.0.1/secret",
        "http://h0.test/a", "http://h0.test/missing",
      ]
      let isThere = address.path != "/missing"
      var answer = StubFetcher.Answer(
        isThere ? page(address.path, links: address.path == "/a" ? links : []) : "",
        after: .seconds(1),
        status: isThere ? 200 : 404
      )
      answer.isPublic = isPublic
      return answer
    })
    session.configuration.summarising.model = "stub"
    session.configuration.asking = Configuration.Asking()
    session.configuration.report.question = "What is plain?"
    return session
  }

  private static func calls(_ calls: (String, String)...) -> ChatAnswer {
    ChatAnswer(
      text: "",
      toolCalls: calls.enumerated().map {
        ChatToolCall(id: "\($0)", name: $1.0, arguments: $1.1)
      },
      usage: ChatUsage(promptTokens: 10, completionTokens: 1)
    )
  }

  private static func fetch(_ url: String) -> (String, String) { ("fetch", #"{"url":"\#(url)"}"#) }

  private static func answer(_ text: String) -> ChatAnswer {
    ChatAnswer(text: text, usage: ChatUsage(promptTokens: 10, completionTokens: 1))
  }

  private static func run(
    _ session: VirtualSession,
    _ sources: [String] = ["http://h0.test/a"],
    delay: Duration = .seconds(1),
    meanwhile: @escaping @Sendable (Session, SessionClock) async throws -> Void = { _, _ in },
    _ script: @escaping Script
  ) throws -> Outcome {
    let clock = session.clock
    let turns = Locked(0)
    var services = session.services
    services.agent = AgentModel(
      name: "stub",
      prompt: try Prompts()[.ask],
      ask: { (messages, _, _) async throws(ChatError) in
        let turn = turns.withLock { turns in
          turns += 1
          return turns
        }
        do { try await clock.sleep(for: delay) } catch { throw .cancelled }
        return script(turn, messages)
      }
    )
    let outcome = session.time.run { [services, configuration = session.configuration] in
      await ran(configuration, services, sources, meanwhile, clock)
    }
    return try #require(outcome)
  }

  private static func ran(
    _ configuration: Configuration,
    _ services: Session.Services,
    _ sources: [String],
    _ meanwhile: @escaping @Sendable (Session, SessionClock) async throws -> Void,
    _ clock: SessionClock
  ) async -> Outcome {
    var outcome = Outcome()
    do {
      let session = try Session(configuration, services: services)
      async let told = session.events().reduce(into: []) { $0.append($1) }
      outcome =
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
          defer { group.cancelAll() }
          group.addTask {
            var outcome = Outcome()
            do {
              outcome.summary = try await session.ask(sources.map { .source($0) })
              outcome.report = try await session.report()
            } catch {
              outcome.error = error
            }
            outcome.end = clock.now
            return outcome
          }
          group.addTask {
            try await meanwhile(session, clock)
            try await clock.sleep(until: .seconds(20_000))
            return nil
          }
          return try await group.next() ?? nil
        } ?? Outcome()
      session.end(exit: 0)
      for index in await session.recordIndices {
        if let record = try await session.record(index) { outcome.records.append(record) }
      }
      outcome.statistics = session.statistics
      outcome.events = await told
    } catch {
      outcome.error = error
    }
    return outcome
  }

  @Test func `fetches what a source links to, as one more source`() throws {
    let session = Self.session()
    let outcome = try Self.run(session) { turn, told in
      switch turn {
      case 1: Self.calls(Self.fetch("http://h0.test/b"), Self.fetch("http://other.test/c#part"))
      default: Self.answer("This is plain [1]. So it is [2, 3].")
      }
    }
    // The page, a turn, both pages, a turn.
    #expect(outcome.end == .seconds(4))
    let addresses = ["http://h0.test/a", "http://h0.test/b?utm_source=x", "http://other.test/c"]
    #expect(outcome.records.map(\.source) == addresses)
    #expect(outcome.records.map(\.outcome) == [.used, .used, .used])
    #expect(outcome.settled.sorted() == [1, 2, 3])
    #expect(outcome.statistics.sources == 3 && outcome.summary?.counts.used == 3)
    #expect(outcome.summary?.steps == 2 && outcome.summary?.calls == 2)
    #expect(outcome.statistics.model.calls == 2 && outcome.statistics.model.promptTokens == 20)
    #expect(outcome.used.map(\.name) == ["fetch", "fetch"])
    #expect(outcome.used.allSatisfy { $0.passages > 0 && $0.reason == nil })
    #expect(outcome.report.contains("It worked as an agent, in 2 steps with 2 tool calls."))
    #expect(section("## Summary", of: outcome.report).contains("This is plain."))
    #expect(session.fetcher.requests.map(\.isLedByPublic) == [false, true, true])
  }

  @Test(
    arguments: [
      ("http://elsewhere.test/", "stands as a link in no source"),
      ("http://h0.test/b?utm_source=stolen&secret=1", "stands as a link in no source"),
      ("file:///etc/passwd", "is no address of a page"), ("nothing", "is no address of a page"),
      ("http://h0.test/missing", "could not be used: http"),
    ]
  )
  func `refuses what no source links to, and says why something failed`(
    _ url: String,
    _ reason: String
  ) throws {
    let session = Self.session()
    let outcome = try Self.run(session) { turn, told in
      turn == 1 ? Self.calls(Self.fetch(url)) : Self.answer("This is plain [1].")
    }
    #expect(outcome.used.map { $0.reason?.contains(reason) } == [true])
    let isAsked = url.hasSuffix("missing")
    #expect(session.fetcher.requests.count == (isAsked ? 2 : 1))
    #expect(outcome.records.map(\.outcome) == (isAsked ? [.used, .failed] : [.used]))
  }

  @Test func `what the model makes of an address is not sent, but what the source has`() throws {
    let session = Self.session()
    let outcome = try Self.run(session) { turn, told in
      turn == 1
        ? Self.calls(Self.fetch("http://h0.test/b?utm_source=the+password"))
        : Self.answer("This is plain [1].")
    }
    #expect(outcome.records.last?.source == "http://h0.test/b?utm_source=x")
  }

  @Test func `a private address is asked for as one that a public page has led to`() throws {
    let session = Self.session(isPublic: true)
    let outcome = try Self.run(session) { turn, told in
      turn == 1
        ? Self.calls(Self.fetch("http://10.0.0.1/secret")) : Self.answer("This is plain [1].")
    }
    let last = try #require(session.fetcher.requests.last)
    #expect(last.address == "http://10.0.0.1/secret" && last.isLedByPublic)
    #expect(outcome.records.count == 2)
  }

  @Test func `a source that is there is not fetched again`() throws {
    let session = Self.session()
    let outcome = try Self.run(session) { turn, told in
      switch turn {
      case 1: Self.calls(Self.fetch("http://h0.test/a"), Self.fetch("http://h0.test/b"))
      case 2: Self.calls(Self.fetch("http://h0.test/b?fbclid=7"))
      default: Self.answer("This is plain [1].")
      }
    }
    #expect(session.fetcher.requests.count == 2 && outcome.records.count == 2)
    #expect(outcome.used.allSatisfy { $0.reason == nil && $0.passages > 0 })
  }

  @Test func `searches and reads what was fetched, and lists it`() throws {
    let told = Locked<[ChatMessage]>([])
    let outcome = try Self.run(Self.session(), ["http://h0.test/a", "http://h0.test/b"]) {
      turn,
      messages in
      told.withLock { $0 = messages }
      guard turn == 1 else { return Self.answer("This is plain [1].") }
      return Self.calls(
        ("search", #"{"query":"plain sentence"}"#),
        ("read", #"{"source":2}"#),
        ("sources", ""),
        ("read", #"{"source":9}"#),
        ("search", #"{"query":"chromodynamics"}"#)
      )
    }
    let results = told.withLock { $0 }.filter { $0.role == .tool }.map(\.content)
    #expect(results.count == 5)
    #expect(results[0].hasPrefix("These passages say most about it"))
    #expect(results[1].contains("Source 2: /b") && results[1].contains("the end of source 2"))
    #expect(results[2].contains("Address: http://h0.test/a"))
    #expect(results[3] == "There is no source 9. The tool sources lists them.")
    #expect(results[4].hasPrefix("No passage of the 2 sources"))
    #expect(outcome.answered.map(\.sentences) == [1])
  }

  @Test func `links are shown with what they are called`() throws {
    let told = Locked<[ChatMessage]>([])
    _ = try Self.run(Self.session()) { turn, messages in
      told.withLock { $0 = messages }
      return turn == 1
        ? Self.calls(("read", #"{"source":1}"#)) : Self.answer("This is plain [1].")
    }
    let result = try #require(told.withLock { $0.last?.content })
    #expect(result.contains("- http://other.test/c : the page on it"))
  }

  @Test func `links leave room for what is read, and long ones are left out`() throws {
    let long = "http://h0.test/\(String(repeating: "a", count: 300))"
    let links =
      (1...30).map { "http://h0.test/\($0)?\(String(repeating: "a", count: 200))" } + [long]
    var session = VirtualSession(fetch: { address, _ in
      StubFetcher.Answer(Self.page(address.path, links: links), after: .seconds(1))
    })
    session.configuration.summarising.model = "stub"
    session.configuration.asking = Configuration.Asking()
    session.configuration.report.question = "What is plain?"
    let told = Locked<[ChatMessage]>([])
    _ = try Self.run(session) { turn, messages in
      told.withLock { $0 = messages }
      return turn == 1
        ? Self.calls(("read", #"{"source":1}"#)) : Self.answer("This is plain [1].")
    }
    let result = try #require(told.withLock { $0.last?.content })
    #expect(TokenEstimate.tokens(in: result) < 2_200)
    #expect(result.contains("- http://h0.test/1?a") && !result.contains("/\(long.suffix(300))"))
  }

  @Test func `one by one, each call waits for the one before`() throws {
    var session = Self.session()
    session.configuration.schedule = .oneByOne
    let outcome = try Self.run(session) { turn, told in
      turn == 1
        ? Self.calls(Self.fetch("http://h0.test/b"), Self.fetch("http://other.test/c"))
        : Self.answer("This is plain [1].")
    }
    #expect(outcome.end == .seconds(5) && session.fetcher.most == 1)
  }

  @Test func `a model without end is stopped, and the report says so`() throws {
    var session = Self.session()
    session.configuration.asking?.maxSteps = 3
    let outcome = try Self.run(session) { turn, told in
      turn <= 3
        ? Self.calls(("read", #"{"source":1}"#)) : Self.answer("This is plain [1].")
    }
    #expect(outcome.end == .seconds(5))
    #expect(outcome.report.contains("3 tool calls; it was cut short by \\--max-steps."))
    #expect(outcome.answered.first?.limit == "--max-steps")
  }

  @Test func `the deadline ends the work with what there is`() throws {
    var session = Self.session()
    session.configuration.deadline = .seconds(10)
    let outcome = try Self.run(session) { turn, told in
      told.last?.content.hasPrefix("There are no more tool calls") == true
        ? Self.answer("This is plain [1].") : Self.calls(("read", #"{"source":1}"#))
    }
    #expect(outcome.end <= .seconds(10) && outcome.end >= .seconds(9))
    #expect(outcome.report.contains("it was cut short by \\--deadline"))
    #expect(outcome.answered.first?.sentences == 1 && outcome.summary?.isCutShort == true)
  }

  @Test func `a deadline in the midst of a turn leaves it the time to drain`() throws {
    for (delay, end, isAnswered) in [(Duration.seconds(8), 9, true), (.seconds(60), 10, false)] {
      var session = Self.session()
      session.configuration.deadline = .seconds(6)
      let outcome = try Self.run(session, delay: delay) { _, _ in Self.answer("Plain [1].") }
      #expect(outcome.end == .seconds(end) && outcome.records.count == 1)
      #expect((outcome.answered.first?.error == nil) == isAnswered)
    }
  }

  @Test(arguments: [true, false])
  func `a drain and a cancel end the work, and every source has its end`(isDrain: Bool) throws {
    let session = Self.session()
    let outcome = try Self.run(
      session,
      meanwhile: { session, clock in
        try await clock.sleep(until: .milliseconds(2_500))
        if isDrain {
          await session.drain(reason: "a test")
        } else {
          await session.cancel(reason: "a test")
        }
      }
    ) { turn, told in
      turn == 1 ? Self.calls(Self.fetch("http://h0.test/b")) : Self.answer("Plain [1].")
    }
    #expect(outcome.error == nil && outcome.settled.sorted() == [1, 2])
    #expect(outcome.records.map(\.outcome) == [.used, isDrain ? .used : .unfinished])
    #expect(outcome.answered.first?.error?.kind == .cancelled)
    #expect(outcome.report.contains("The built-in summary stands"))
    #expect(outcome.end <= .seconds(3))
  }

  @Test func `what was done before the last turn was given up is kept`() throws {
    let outcome = try Self.run(
      Self.session(),
      meanwhile: { session, clock in
        try await clock.sleep(until: .milliseconds(3_500))
        await session.cancel(reason: "a test")
      }
    ) { turn, told in
      turn == 1 ? Self.calls(Self.fetch("http://h0.test/b")) : Self.answer("Plain [1].")
    }
    #expect(outcome.summary?.steps == 1 && outcome.summary?.calls == 1)
    #expect(outcome.answered.map(\.steps) == [1])
    #expect(outcome.report.contains("in 1 step with 1 tool call; it was cut short by a signal."))
  }

  @Test func `without a usable source no model is asked`() throws {
    let outcome = try Self.run(Self.session(), ["http://h0.test/missing"]) { _, _ in
      Self.answer("Never asked.")
    }
    #expect(outcome.statistics.model.calls == 0 && outcome.answered.isEmpty)
    #expect(outcome.records.map(\.outcome) == [.failed] && !outcome.report.isEmpty)
  }

  @Test func `an answer that stays cut off is told in the report`() throws {
    let outcome = try Self.run(Self.session()) { _, _ in
      var answer = Self.answer("This is plain [1].")
      answer.isCut = true
      return answer
    }
    #expect(outcome.report.contains("it was cut short by the length of answers that its endpoint"))
  }

  @Test func `nothing is said of an agent that took no step`() throws {
    let outcome = try Self.run(
      Self.session(),
      meanwhile: { session, clock in
        try await clock.sleep(until: .milliseconds(1_500))
        await session.cancel(reason: "a test")
      }
    ) { _, _ in Self.answer("Plain [1].") }
    #expect(outcome.report.contains("gave none: the run was ended before its answer came."))
    #expect(!outcome.report.contains("It worked as an agent"))
  }

  @Test func `a failing model leaves the built-in answer`() throws {
    let outcome = try Self.run(Self.session()) { _, _ in ChatAnswer(text: " ") }
    #expect(outcome.report.contains("The built-in summary stands"))
    #expect(outcome.answered.first?.error?.kind == .model)
  }

  @Test func `needs a question and a model`() throws {
    var session = Self.session()
    session.configuration.report.question = nil
    let outcome = try Self.run(session) { _, _ in Self.answer("Plain.") }
    #expect(outcome.error is ConfigurationError)
  }
}
