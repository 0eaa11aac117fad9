import Fetching
import FlowControl
import Summarisation
import TestSupport

@testable import ResearchCore

/// A session over the same pages each time, which arrive in an order of the seed's.
///
/// Among them are near copies, sources named twice, sources that end at one address, and every kind
/// of failure; some come only at a second or third attempt. Limits and schedule change too, and
/// nothing of all this may show in a report.
struct ShuffledSession: Sendable {
  private let seed: UInt64

  /// What a run leaves behind.
  struct Outcome: Sendable {
    /// Reports by what they are: "markdown" and "json", and of some seeds "html" and "question".
    var reports: [String: String] = [:]
    /// Of some seeds, the Markdown of the records alone, as `research combine` makes it.
    var combined: String?
    /// The numbers of the sources in the order in which they ended.
    var order: [Int] = []
    var counts = OutcomeCounts()
    var attempts = 0
  }

  /// The sources of the list.
  static let sources: [String] =
    (0..<14).map { "http://h\($0 % 5).test/article\($0)" } + [
      "http://copy.test/article2", "http://wire.test/article3", "http://h1.test/article1#again",
      "http://moved.test/article4", "http://h4.test/article4?utm_source=mail",
      "http://moved.test/article20", "http://other.test/article20", "http://h0.test/missing",
      "http://h1.test/empty", "http://h2.test/slow", "http://h3.test/broken", "ftp://h4.test/",
      "http://closed.test/page", "http://h0.test/busy/article5", "http://h1.test/late/article6",
      "/no/such/file.html", "http://h2.test/paper.docx", "http://h3.test/late/article3",
    ]

  /// A session whose pages arrive in the order of `seed`.
  init(seed: UInt64) {
    self.seed = seed
  }

  /// Runs the session to its end in virtual time; nil where it has none.
  func run() throws -> Outcome? {
    let time = VirtualTime()
    let clock = SessionClock(time)
    let session = try Session(configuration(), services: services(time, clock))
    let events = session.events()
    return try time.run { () async -> Result<Outcome, any Error> in
      do {
        async let told = events.reduce(into: []) { $0.append($1) }
        var outcome = Outcome()
        outcome.counts = try await session.run(Self.sources.map { .source($0) })
        for (form, options) in forms {
          outcome.reports[form] = try await Self.report(session.store, options, trusting: true)
        }
        if seed % 5 == 3 {
          outcome.combined = try await Self.report(session.store, .init(), trusting: false)
        }
        session.end(exit: 0)
        for event in await told {
          guard case .settled(_, let subject, let settled) = event.kind else { continue }
          outcome.order.append(subject.index)
          outcome.attempts += settled.attempts
        }
        return .success(outcome)
      } catch {
        return .failure(error)
      }
    }?.get()
  }

  private static func report(
    _ store: RecordStore,
    _ options: ReportOptions,
    trusting: Bool
  ) async throws -> String {
    let writer = try ReportWriter(
      options: options,
      temporaryDirectory: ReportFixture.temporaryDirectory,
      // The page summaries of the run were made without a question.
      trustsSummaries: trusting && options.question == nil
    )
    let text = Locked<[UInt8]>([])
    _ = try await writer.write(store) { bytes in text.withLock { $0 += bytes } }
    return String(decoding: text.withLock { $0 }, as: UTF8.self)
  }

  /// The first seed makes all forms, for the others to be held against.
  private var forms: [(String, ReportOptions)] {
    var (json, html, question) = (ReportOptions(), ReportOptions(), ReportOptions())
    (json.format, html.format, question.length) = (.json, .html, .long)
    question.question = "How long is the tunnel of Ferrow?"
    var forms = [("markdown", ReportOptions()), ("json", json)]
    if seed % 5 == 1 { forms.append(("html", html)) }
    if seed % 5 == 2 || seed == 1 { forms.append(("question", question)) }
    return forms
  }

  private func configuration() -> Configuration {
    var generator = Self.generator(seed, "configuration")
    var configuration = Configuration()
    configuration.fetching.maxConcurrency = Int.random(in: 1...30, using: &generator)
    configuration.fetching.hostConcurrency = Int.random(in: 1...6, using: &generator)
    configuration.summarising.concurrency = Int.random(in: 1...9, using: &generator)
    configuration.window = Int.random(in: 1...40, using: &generator)
    let schedules = Schedule.allCases + [.streaming, .streaming, .streaming]
    configuration.schedule = schedules.randomElement(using: &generator) ?? .streaming
    return configuration
  }

  private func services(_ time: VirtualTime, _ clock: SessionClock) -> Session.Services {
    let seed = seed
    return Session.Services(
      fetcher: StubFetcher(
        clock: clock,
        robots: { address, _ in
          let rule = address.host == "closed.test" ? "Disallow: /" : "Allow: /"
          let wait = Self.delay(seed, address.description, upTo: 3_000)
          return .init("User-agent: *\n\(rule)\n", after: wait, type: "text/plain")
        },
        { Self.answer(seed, $0, $1) }
      ),
      summariser: DelayedSummariser(clock: clock) { Self.delay(seed, $0, upTo: 4_000) },
      clock: clock,
      workers: time,
      startTime: 1_700_000_000,
      generator: Generator(state: seed)
    )
  }

  private static func delay(_ seed: UInt64, _ text: String, upTo most: Int) -> Duration {
    var generator = generator(seed, text)
    return .milliseconds(Int.random(in: 0...most, using: &generator))
  }

  /// Random numbers of their own for each text and each seed.
  private static func generator(_ seed: UInt64, _ text: String) -> Generator {
    var state = seed &+ 0x9E37_79B9
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var generator = Generator(state: state)
    for _ in 0..<4 { _ = generator.next() }
    return generator
  }

  private static func answer(
    _ seed: UInt64,
    _ address: WebAddress,
    _ attempt: Int
  ) -> StubFetcher.Answer {
    let wait = delay(seed, "\(address) \(attempt)", upTo: 5_000)
    let path = address.path
    switch path {
    case "/missing": return .init("gone", after: wait, status: 404)
    case "/empty": return .init("<html></html>", after: wait)
    case "/slow": return .init(.timeout(host: address.host, reason: "too slow"), after: wait)
    case "/broken": return .init(.reset(host: address.host, reason: "gone"), after: wait)
    case "/paper.docx": return .init("PK", after: wait, type: "application/msword")
    default: break
    }
    if address.host == "moved.test" {
      let target = path == "/article4" ? "h4.test/article4" : "other.test/article20"
      let head = "<meta http-equiv=refresh content='0; url=http://\(target)'>"
      return .init(VirtualSession.page("moved", head: head), after: wait)
    }
    if path.hasPrefix("/busy"), attempt < 3 {
      return .init(after: wait, status: 429, headers: [("Retry-After", "2")])
    }
    if path.hasPrefix("/late"), attempt < 3 { return .init(after: wait, status: 503) }
    let number = path.split(separator: "article").last.flatMap { Int($0) } ?? 0
    return .init(ShuffledPages.page(number, of: address.host), after: wait)
  }
}

/// The built-in summariser, after a while.
private struct DelayedSummariser: Summariser {
  let clock: SessionClock
  let delay: @Sendable (String) -> Duration
  private let summariser = ExtractiveSummariser(length: ReportOptions().pageLength)

  init(clock: SessionClock, _ delay: @escaping @Sendable (String) -> Duration) {
    (self.clock, self.delay) = (clock, delay)
  }

  func summarise(_ text: SourceText) async throws -> Summary {
    try await clock.sleep(for: delay(text.text))
    return try await summariser.summarise(text)
  }
}
