import Fetching
import FlowControl

/// Fetches pages and reads saved documents: one attempt each, then on or back.
///
/// Thousands of its tasks may wait at once, each with the frames of what it has called: those that
/// wait are kept small, and what needs room is done before or after.
actor FetchStage {
  private let fetcher: any Fetcher
  private let frontier: Frontier
  private let stage: StageContext
  private let limits: Configuration.Fetching
  /// Holds pages against robots.txt; nil where that is ignored.
  private let gate: RobotsGate?
  /// What saved documents in flight may hold, in bytes.
  private let memory: AsyncSemaphore

  /// A stage that draws the jitter of its waits for robots.txt from `generator`; saved documents in
  /// flight may hold `maxBuffered` bytes.
  init(
    fetcher: any Fetcher,
    frontier: Frontier,
    stage: StageContext,
    limits: Configuration.Fetching,
    maxBuffered: Int,
    generator: any RandomNumberGenerator & Sendable
  ) {
    self.fetcher = fetcher
    self.frontier = frontier
    self.stage = stage
    self.limits = limits
    let rules = RobotsRules(fetcher: fetcher, stage: stage, limits: limits, generator: generator)
    gate =
      limits.robots == .ignore
      ? nil
      : RobotsGate(rules: rules, frontier: frontier, stage: stage, retries: limits.retries)
    memory = AsyncSemaphore(maxBuffered, clock: stage.clock)
  }

  /// Passes on every item, as soon as its attempt is over; finishes the output with the input.
  func run(
    _ input: Flow<Source>,
    into output: Flow<Content>.Continuation
  ) async {
    await forEachConcurrently(input, inline: \.hasFailed) { item in
      let (next, hasAsked) = await self.attempt(item)
      output.pass(next)
      await self.frontier.attemptEnded(item.source, Self.ending(of: next, hasAsked))
    }
    output.finish()
  }

  /// What the attempt gives, and whether robots.txt was asked for; nil where that matters not.
  nonisolated private func attempt(
    _ item: Item<Source>
  ) async -> (next: Item<Content>, hasAsked: Bool?) {
    let start = stage.clock.now
    switch await gate?.permission(for: item) ?? .granted(item) {
    case .granted(let item): return (await fetch(item), nil)
    case .refused(let item, let hasAsked): return (item, hasAsked)
    case .failed(let failure): return (await fail(item, failure, since: start), true)
    }
  }

  /// The step itself.
  nonisolated private func fetch(_ item: Item<Source>) async -> Item<Content> {
    await item.then(.fetch, stage, host: item.source.namedHost, told: Self.told) { _, record in
      Self.begin(item, &record)
      return try await self.content(of: item, &record)
    }
  }

  /// The step's end where its first request, the one for robots.txt, has failed.
  nonisolated private func fail(
    _ item: Item<Source>,
    _ failure: StepFailure,
    since start: Duration
  ) async -> Item<Content> {
    let host = item.source.namedHost
    return await item.then(.fetch, stage, host: host, since: start, told: Self.told) { _, record in
      Self.begin(item, &record)
      throw failure
    }
  }

  @inline(never)
  nonisolated private static func begin(_ item: Item<Source>, _ record: inout Record) {
    record.attempts = item.source.attempt
    record.timings = record.timings ?? Record.Timings()
    record.timings?.queued = item.source.waited.seconds
  }

  nonisolated private func content(
    of item: Item<Source>,
    _ record: inout Record
  ) async throws -> Content {
    if let path = item.source.documentPath {
      return try await read(path, &record, item.source.priority)
    }
    let answer = await answer(to: item)
    let wall = await wall(in: answer, item, &record)
    return try content(from: answer, wall, item, &record)
  }

  nonisolated private func answer(to item: Item<Source>) async -> Result<Page, FetchError> {
    do throws(FetchError) {
      return .success(try await fetcher.fetch(try FetchRequest(for: item.source)))
    } catch {
      return .failure(error)
    }
  }

  @inline(never)
  nonisolated private func content(
    from answer: Result<Page, FetchError>,
    _ wall: Failure?,
    _ item: Item<Source>,
    _ record: inout Record
  ) throws -> Content {
    switch answer {
    case .failure(let error):
      record.note(error.answer)
      throw verdict(on: Failure(fetching: error), item, page: error.answer?.page)
    case .success(let page):
      record.note(page)
      record.retrieved = stage.timestamp
      guard let failure = wall ?? Failure(status: page.status) else { return .page(page) }
      throw verdict(on: failure, item, page: page)
    }
  }

  /// Keeps what the body was of an answer that is no page; gives the wall in it, where it will not be
  /// asked for again.
  nonisolated private func wall(
    in answer: Result<Page, FetchError>,
    _ item: Item<Source>,
    _ record: inout Record
  ) async -> Failure? {
    guard case .success(let page) = answer, let refusal = Failure(status: page.status) else {
      return nil
    }
    record.bytes = page.body.bytes.count
    let (limit, isLast) = (limits.maxSize, !comesAgain(item, after: refusal))
    let now = Int(stage.startTime)
    guard
      let refused = await perform(
        on: stage.workers,
        { RefusedPage(page, limit: limit, looksForWalls: isLast, now: now) }
      )
    else { return nil }
    (record.bytes, record.sha256) = (refused.size, refused.hash)
    guard let wall = refused.wall else { return nil }
    record.note(wall.article)
    return wall.failure(status: page.status)
  }

  nonisolated private func comesAgain(_ item: Item<Source>, after failure: Failure) -> Bool {
    failure.isRetryable && item.source.failures < limits.retries
  }

  nonisolated private func read(
    _ path: String,
    _ record: inout Record,
    _ priority: Priority
  ) async throws -> Content {
    record.finalURL = path
    let limit = limits.maxSize
    let size = try await perform(on: stage.workers) {
      try SavedDocument(path: path, limit: limit).size
    }
    let permit = try await memory.acquire(weight: size, priority: priority)
    let bytes = try await perform(on: stage.workers) {
      try SavedDocument(path: path, limit: limit).read()
    }
    record.retrieved = stage.timestamp
    return .file(path: path, bytes: bytes, permit: permit)
  }

  /// Whether a failure ends the source, or it comes again when the frontier says.
  nonisolated private func verdict(
    on failure: Failure,
    _ item: Item<Source>,
    page: Page?
  ) -> StepFailure {
    let asked = page?.retryAfter.flatMap { RetryAfter.delay($0, now: stage.time) }
    let again = StepFailure.Again(asked: asked, isLedByPublic: page?.isPublic ?? false)
    return StepFailure(
      failure,
      again: comesAgain(item, after: failure) ? again : nil,
      retryAfter: asked,
      timings: page.map(FetchTimings.init)
    )
  }

  /// What the host is told of an attempt.
  nonisolated private static func ending(
    of item: Item<Content>,
    _ hasAsked: Bool?
  ) -> AttemptEnding {
    guard case .failure(let failure) = item.result else { return AttemptEnding(outcome: .success) }
    return AttemptEnding(
      outcome: failure.outcome,
      hasAsked: hasAsked ?? (failure.outcome != nil),
      failure: failure.failure
    )
  }

  nonisolated private static func told(
    _ source: Source,
    _ content: Content,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    var isReused: Bool?
    var timings = FetchTimings()
    if case .page(let page) = content {
      isReused = page.isConnectionReused
      timings = FetchTimings(page)
    }
    timings.queued = source.queuedLast.seconds
    return .fetched(
      source.subject,
      Event.Fetched(
        status: record.status,
        finalURL: record.finalURL,
        bytes: content.size,
        contentType: record.contentType,
        isReused: isReused,
        seconds: seconds,
        timings: timings
      )
    )
  }
}

extension FetchRequest {
  /// The request for a page.
  ///
  /// What was typed with secrets in it is for the origin that was typed: no page may send them to
  /// another. What has led to a public page leads to no private one when it is tried again.
  init(for source: Source) throws(FetchError) {
    let typed = try WebAddress(source.address ?? source.name)
    if let refresh = source.refresh {
      self.init(address: try typed.leading(to: refresh))
    } else {
      self.init(address: typed)
    }
    sendsSecrets = !source.isFound && address.isTrusted(withSecretsOf: typed)
    isLedByPublic = source.isLedByPublic
    redirects = source.redirects
  }
}
