import Fetching
import FlowControl
import Summarisation
import TestSupport

@testable import ResearchCore

/// A session in virtual time, between a stub that fetches and one that summarises.
struct VirtualSession {
  let time = VirtualTime()
  let clock: SessionClock
  var configuration = Configuration()
  var fetcher: StubFetcher
  var summariser: StubSummariser
  /// Who summarises what `summariser` fails at.
  var fallback: StubSummariser?
  /// Who writes the report's summary; a session with one goes on to its report.
  var author: StubAuthor?
  /// Whether a session without an author goes on to its report.
  var writesReport = false
  /// When the session begins, in seconds since 1970; before 1990 it is no time that bounds dates.
  var startTime = 1_000_000.0
  var closeFetcher: @Sendable () async -> Void = {}
  var generator: any RandomNumberGenerator & Sendable = Generator(state: 1)

  /// What a run leaves behind.
  struct Outcome: Sendable {
    var counts = OutcomeCounts()
    var records: [Record] = []
    var events: [Event] = []
    var statistics = Statistics()
    /// The report, where the session writes one.
    var report = ""
    /// When the run was over, and the report written where there is one.
    var end = Duration.zero
    var error: (any Error)?

    /// The kinds of end, in the order of the list.
    var outcomes: [ResearchCore.Outcome] { records.map(\.outcome) }

    /// The events that say how a source ended.
    var settled: [(index: Int, outcome: ResearchCore.Outcome)] {
      events.compactMap { event in
        guard case .settled(let outcome, let subject, _) = event.kind else { return nil }
        return (subject.index, outcome)
      }
    }
  }

  /// Pages that all take as long to be fetched, and texts that all take as long to be summed up.
  init(fetch: Duration = .seconds(1), summarise: Duration = .seconds(3)) {
    self.init(
      fetch: { address, _ in StubFetcher.Answer(Self.page(address.path), after: fetch) },
      summarise: { _ in summarise }
    )
  }

  /// Pages and texts that take as long as is said of each.
  init(
    fetch: @escaping @Sendable (WebAddress, Int) -> StubFetcher.Answer,
    summarise: @escaping @Sendable (String) -> Duration = { _ in .zero }
  ) {
    clock = SessionClock(time)
    fetcher = StubFetcher(clock: clock, fetch)
    summariser = StubSummariser(clock: clock) { summarise($0.text) }
  }

  /// A page whose main text begins with `name`.
  static func page(_ name: String, head: String = "") -> String {
    let sentence = "This is a plain sentence of the page, long enough to count as its main text. "
    let paragraphs = (1...4).map {
      "<p>\(name) \($0). \(String(repeating: sentence, count: 4))</p>"
    }
    return """
      <!doctype html><html lang=en><head><title>\(name)</title>\(head)</head>
      <body><article><h1>\(name)</h1>\(paragraphs.joined())</article></body></html>
      """
  }

  /// Addresses of equal pages, each of a host of its own.
  static func urls(_ count: Int) -> [String] {
    (0..<count).map { "http://h\($0).test/p\($0)" }
  }

  /// Runs a session to its end, while `meanwhile` happens beside it.
  ///
  /// Nil where everybody waits for ever, or the run lasts longer than 20,000 seconds.
  func run(
    _ sources: [String],
    meanwhile: @escaping @Sendable (Session, SessionClock) async throws -> Void = { _, _ in },
    before: @escaping @Sendable (Session) async -> Void = { _ in }
  ) -> Outcome? {
    time.run {
      do {
        let session = try made()
        let events = session.events()
        await before(session)
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
          group.addTask { try await outcome(of: session, sources, events) }
          group.addTask {
            try await meanwhile(session, clock)
            try await clock.sleep(until: .seconds(20_000))
            return nil
          }
          defer { group.cancelAll() }
          return try await group.next() ?? nil
        }
      } catch {
        var outcome = Outcome()
        outcome.error = error
        return outcome
      }
    } ?? nil
  }

  /// A session that has not run.
  func made() throws -> Session { try Session(configuration, services: services) }

  var services: Session.Services {
    Session.Services(
      fetcher: fetcher,
      closeFetcher: closeFetcher,
      summariser: summariser,
      fallback: fallback,
      author: author,
      clock: clock,
      workers: time,
      startTime: startTime,
      generator: generator
    )
  }

  private func outcome(
    of session: Session,
    _ sources: [String],
    _ events: EventStream
  ) async throws -> Outcome {
    async let told = events.reduce(into: []) { $0.append($1) }
    var outcome = Outcome()
    outcome.counts = try await session.run(sources.map { .source($0) })
    if writesReport || author != nil { outcome.report = try await session.report() }
    outcome.end = clock.now
    session.end(exit: 0)
    for index in await session.recordIndices {
      if let record = try await session.record(index) { outcome.records.append(record) }
    }
    outcome.statistics = session.statistics
    outcome.events = await told
    return outcome
  }
}
