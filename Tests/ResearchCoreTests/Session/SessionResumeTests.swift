import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// Runs that go on from the records of an earlier one, in virtual time.
@Suite struct SessionResumeTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.file("kept") }

  /// Everything small that can happen to a source.
  private static let sources = [
    "http://a.test/x", "http://missing.test/", "http://a.test/x#again", "nonsense",
  ]

  private static func small() -> VirtualSession {
    VirtualSession(fetch: { address, _ in
      if address.host == "missing.test" { return .init("gone", after: .seconds(1), status: 404) }
      let text = "The page of \(address.host) says that the bridge was opened in the spring."
      return .init("<article><p>\(text)</p></article>", after: .seconds(2))
    })
  }

  private func keeping(
    _ session: VirtualSession,
    resumes: Bool = true,
    in path: String? = nil
  ) -> VirtualSession {
    var session = session
    session.configuration.records = path ?? self.path
    session.configuration.resumes = resumes
    session.writesReport = true
    return session
  }

  /// The indices that have ended by the lines of a file, read without any of the program's code.
  private static func ended(in bytes: some Collection<UInt8>) -> Set<Int> {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    let whole = lines.filter { $0.hasSuffix("}") && !$0.contains("\"outcome\":\"unfinished\"") }
    return Set(
      whole.compactMap { line in
        let name = line.firstRange(of: "\"index\":")
        return name.flatMap { Int(line[$0.upperBound...].prefix { $0.isNumber }) }
      }
    )
  }

  @Test(arguments: 0..<4)
  func `loses nothing wherever the file was cut, and fetches only the rest`(part: Int) throws {
    let whole = try #require(keeping(Self.small(), resumes: false).run(Self.sources))
    try #require(whole.error == nil && whole.counts.used == 1 && whole.counts.total == 4)
    let bytes = try #require(folder.bytes("kept"))
    let ends = bytes.indices.filter { bytes[$0] == 10 }
    for cut in stride(from: part, through: bytes.count, by: 4) {
      folder.write(Array(bytes[..<cut]), to: "kept")
      // A line that lacks only its end is whole.
      let lines = Set(
        zip(ends, ends.dropFirst()).filter { $1 <= cut }.map { Array(bytes[$0...$1]) }
      )
      let ended = Self.ended(in: Array("header".utf8) + lines.joined())
      #expect(ended.count == lines.count)
      let session = keeping(Self.small())
      let outcome = try #require(session.run(Self.sources))
      try #require(outcome.error == nil && outcome.report == whole.report, "cut at \(cut)")
      #expect(outcome.counts == whole.counts)
      let fetched = [1, 2].filter { !ended.contains($0) }.map { Self.sources[$0 - 1] }
      #expect(session.fetcher.requests.map(\.address) == fetched, "cut at \(cut)")
      // Each line of the file is whole, and no source is in it twice.
      let after = try #require(folder.bytes("kept"))
      #expect(lines.allSatisfy { after.firstRange(of: $0) != nil })
      #expect(after.split(separator: 10).count == 5 && Self.ended(in: after).count == 4)
    }
  }

  @Test(arguments: [1, 3, 5, 8, 13])
  func `gives the uninterrupted report after a drain, and after another`(second: Int) throws {
    let whole = try #require(
      keeping(.mixed(), in: folder.file("whole")).run(VirtualSession.mixture)
    )
    var fetched: [String] = []
    var kept: Set<Int> = []
    for time in [Duration.seconds(second), .seconds(2), .seconds(19_000)] {
      let session = keeping(.mixed())
      let outcome = try #require(
        session.run(VirtualSession.mixture) { session, clock in
          try await clock.sleep(until: time)
          await session.cancel(reason: "a test")
        }
      )
      #expect(outcome.error == nil && outcome.counts.total == 40)
      // Each source is told to be queued and to have ended, once.
      #expect(outcome.settled.map(\.index).sorted() == Array(1...40))
      #expect(outcome.events.count { if case .queued = $0.kind { true } else { false } } == 40)
      #expect(outcome.statistics.outcomes == outcome.counts)
      let recorded = outcome.events.compactMap { event -> Int? in
        guard case .settled(_, let subject, let settled) = event.kind, settled.isRecorded else {
          return nil
        }
        return subject.index
      }
      #expect(Set(recorded) == kept && recorded.count == kept.count)
      guard case .started(40, let options)? = outcome.events.first?.kind else {
        Issue.record("the run did not start")
        return
      }
      #expect(options["recorded"] == (fetched.isEmpty ? nil : "\(kept.count)"))
      for index in kept {
        let source = VirtualSession.mixture[index - 1]
        #expect(!session.fetcher.requests.contains { $0.address == source })
      }
      fetched += session.fetcher.requests.map(\.address)
      kept = Self.ended(in: try #require(folder.bytes("kept")))
      if time == .seconds(19_000) { #expect(outcome.report == whole.report) }
    }
    #expect(kept.count == 40)
  }

  @Test func `fetches nothing where all has ended`() throws {
    let whole = try #require(keeping(.mixed()).run(VirtualSession.mixture))
    let before = folder.bytes("kept")
    let session = keeping(.mixed())
    let again = try #require(session.run(VirtualSession.mixture))
    #expect(again.report == whole.report && session.fetcher.requests.isEmpty)
    #expect(folder.bytes("kept") == before && again.end == .zero)
    let progress = again.statistics.progress
    #expect(progress.settled == 40 && progress.fetch.done == whole.counts.used)
    #expect(progress.fetch.total == progress.fetch.done && progress.summarise == progress.fetch)
  }

  @Test func `a source that repeats a recorded one is its duplicate`() throws {
    let urls = ["http://a.test/1", "http://b.test/2"]
    _ = try #require(keeping(VirtualSession()).run(urls))
    let session = keeping(VirtualSession())
    let outcome = try #require(
      session.run(urls + ["http://b.test/2#x", "http://c.test/3", "http://A.test:80/1"])
    )
    #expect(outcome.records.map(\.duplicateOf) == [nil, nil, 2, nil, 1])
    #expect(session.fetcher.requests.map(\.address) == ["http://c.test/3"])
  }

  @Test func `what is unfinished is done again, and its later line counts`() throws {
    let urls = VirtualSession.urls(3)
    _ = try #require(
      keeping(VirtualSession()).run(urls) { session, clock in
        try await clock.sleep(until: .milliseconds(500))
        await session.cancel(reason: "a test")
      }
    )
    #expect(folder.text("kept")?.split(separator: "\n").count == 4)
    let session = keeping(VirtualSession())
    let outcome = try #require(session.run(urls))
    #expect(outcome.counts.used == 3 && session.fetcher.requests.count == 3)
    #expect(folder.text("kept")?.split(separator: "\n").count == 7)
    #expect(keeping(VirtualSession()).run(urls)?.report == outcome.report)
  }

  @Test(
    arguments: [
      (["http://h0.test/p0", "http://other.test/"], 2, "http://other.test/"),
      (["http://new.test/"] + VirtualSession.urls(3), 1, "http://new.test/"),
      (["http://h0.test/p0"], 2, nil),
    ] as [([String], Int, String?)]
  )
  func `refuses another list before anything is fetched`(
    _ list: [String],
    _ index: Int,
    _ listed: String?
  ) throws {
    _ = try #require(keeping(VirtualSession()).run(VirtualSession.urls(3)))
    folder.write(try #require(folder.bytes("kept")) + Array("{\"torn".utf8), to: "kept")
    let before = folder.bytes("kept")
    let session = keeping(VirtualSession())
    let outcome = try #require(session.run(list))
    let recorded = VirtualSession.urls(3)[index - 1]
    #expect(
      outcome.error as? RecordsError
        == .otherList(path: path, index: index, recorded: recorded, listed: listed)
    )
    #expect(session.fetcher.requests.isEmpty && folder.bytes("kept") == before)
  }

  @Test func `takes lines that were added at the end of the list`() throws {
    _ = try #require(keeping(VirtualSession()).run(VirtualSession.urls(3)))
    let session = keeping(VirtualSession())
    let outcome = try #require(session.run(VirtualSession.urls(5)))
    #expect(outcome.counts.used == 5 && session.fetcher.requests.count == 2)
    let whole = keeping(VirtualSession(), in: folder.file("whole")).run(VirtualSession.urls(5))
    #expect(outcome.report == whole?.report)
  }

  @Test func `asks a model for the report only where the records hold no answer to that`() throws {
    func session() -> VirtualSession {
      var session = VirtualSession()
      session.configuration.summarising.model = "stub"
      session.summariser = StubSummariser(clock: session.clock, model: "stub") { _ in .zero }
      session.author = StubAuthor(clock: session.clock, after: .seconds(2))
      return keeping(session)
    }
    let whole = try #require(session().run(VirtualSession.urls(2)))
    let all = try #require(folder.bytes("kept"))
    let again = session()
    #expect(again.run(VirtualSession.urls(2))?.report == whole.report)
    #expect(again.author?.questions.isEmpty == true && folder.bytes("kept") == all)
    // Without the last line, and cut within it.
    let lines = all.split(separator: 10)
    for rest in [0, 20] {
      let cut = lines.dropLast().flatMap { $0 + [10] } + lines[lines.count - 1].prefix(rest)
      folder.write(cut, to: "kept")
      let asked = session()
      #expect(asked.run(VirtualSession.urls(2))?.report == whole.report)
      #expect(asked.author?.questions.count == 1 && asked.fetcher.requests.isEmpty)
      #expect(folder.bytes("kept") == all)
    }
    // A run that was ended before the answer came.
    folder.write(lines.dropLast().flatMap { $0 + [10] }, to: "kept")
    let ended = try #require(
      session().run(VirtualSession.urls(2)) { session, clock in
        try await clock.sleep(until: .seconds(1))
        await session.cancel(reason: "a test")
      }
    )
    #expect(ended.report.contains("before its answer came"))
    #expect(session().run(VirtualSession.urls(2))?.report == whole.report)
    #expect(session().run(VirtualSession.urls(3))?.report != whole.report)
  }

  @Test func `a run that is drained at once still accounts for what was recorded`() throws {
    _ = try #require(keeping(VirtualSession()).run(VirtualSession.urls(3)))
    let session = keeping(VirtualSession())
    let ended = session.run(
      VirtualSession.urls(5),
      before: { await $0.drain(reason: "a test") }
    )
    let outcome = try #require(ended)
    #expect(outcome.outcomes == [.used, .used, .used, .unfinished, .unfinished])
    #expect(outcome.settled.count == 5 && outcome.counts.total == 5)
    #expect(session.fetcher.requests.isEmpty && outcome.report.contains("incomplete"))
  }

  @Test(arguments: [true, false])
  func `no records are read once the time for that is over`(isDrain: Bool) throws {
    _ = try #require(keeping(VirtualSession()).run(VirtualSession.urls(3)))
    let torn = Array(try #require(folder.bytes("kept")).dropLast(9))
    folder.write(torn, to: "kept")
    let session = keeping(VirtualSession())
    let ended = session.run(
      VirtualSession.urls(5),
      before: { run in
        guard isDrain else { return await run.cancel(reason: "a test") }
        await run.drain(reason: "a test")
        // Nothing cancels this task.
        try? await session.clock.sleep(for: .seconds(4))
      }
    )
    #expect(ended?.error is CancellationError && session.fetcher.requests.isEmpty)
    #expect(folder.bytes("kept") == torn)
  }

  @Test func `a cancelled task leaves the file as it was`() throws {
    _ = try #require(keeping(VirtualSession()).run(VirtualSession.urls(3)))
    let torn = try #require(folder.bytes("kept")).dropLast(9)
    folder.write(Array(torn), to: "kept")
    let session = keeping(VirtualSession())
    let isCancelled = session.time.run { () -> Bool in
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await session.made().run(VirtualSession.urls(3).map { .source($0) })
            return false
          } catch {
            return error is CancellationError
          }
        }
        return await group.next() ?? false
      }
    }
    #expect(isCancelled == true && session.fetcher.requests.isEmpty)
    #expect(folder.bytes("kept") == Array(torn))
  }

  @Test func `a comparison resumes nothing`() throws {
    var configuration = Configuration()
    configuration.resumes = true
    #expect(throws: ConfigurationError.self) { try Comparison(configuration) }
  }
}

/// The frontier's part in going on from records.
@Suite struct FrontierEndedTests {
  private let time = VirtualTime()

  private static func source(_ index: Int) -> Source {
    Source(
      index: index,
      name: "x",
      fingerprint: Fingerprint("x"),
      target: .page(origin: "http://x.test")
    )
  }

  @Test(arguments: ["read", "drain", "cancel"])
  func `waits for a reader that is far behind`(ending: String) {
    let clock = SessionClock(time)
    let events = EventBus(clock: clock, startTime: 0, bound: 2)
    let frontier = Frontier(
      Frontier.Limits(window: 9, fetches: 9, fetchesPerHost: 9),
      clock: clock,
      events: events
    )
    let noted = time.run { () -> Duration in
      let reader = events.events()
      for _ in 0..<4 { events.publish(.draining(reason: "a test")) }
      let (_, input) = Flow<Source>.makeStream(bufferingPolicy: .bufferingOldest(9))
      return await withTaskGroup(of: Duration?.self) { group in
        group.addTask {
          await frontier.run(into: input)
          return nil
        }
        group.addTask {
          await frontier.note(ended: Self.source(1))
          return clock.now
        }
        // Nothing cancels this task.
        try? await clock.sleep(for: .seconds(5))
        switch ending {
        case "read":
          var iterator = reader.makeAsyncIterator()
          for _ in 0..<2 { _ = await iterator.next() }
        case "drain": await frontier.drain()
        default: group.cancelAll()
        }
        var end: Duration?
        while end == nil, let next = await group.next() { end = next }
        group.cancelAll()
        return end ?? .zero
      }
    }
    #expect(noted == .seconds(5))
  }
}
