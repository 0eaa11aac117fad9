import Fetching
import FlowControl

/// Fetches pages and reads saved documents: one attempt each, then on or back.
actor FetchStage {
  private let fetcher: any Fetcher
  private let frontier: Frontier
  private let stage: StageContext
  private let limits: Configuration.Fetching
  /// Holds pages against robots.txt; nil where that is ignored.
  private let gate: RobotsGate?
  private let backoff: Backoff
  /// What saved documents in flight may hold, in bytes.
  private let memory: AsyncSemaphore
  private var generator: any RandomNumberGenerator & Sendable

  /// A stage that draws the jitter of its waits from `generator`; saved documents in flight may
  /// hold `maxBuffered` bytes.
  init(
    fetcher: any Fetcher,
    frontier: Frontier,
    stage: StageContext,
    limits: Configuration.Fetching,
    maxBuffered: Int,
    backoff: Backoff = Backoff(),
    generator: any RandomNumberGenerator & Sendable
  ) {
    self.fetcher = fetcher
    self.frontier = frontier
    self.stage = stage
    self.limits = limits
    self.backoff = backoff
    self.generator = generator
    let rules = RobotsRules(
      fetcher: fetcher,
      stage: stage,
      limits: limits,
      backoff: backoff,
      generator: generator
    )
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
      let next = await self.attempt(item)
      output.pass(next)
      await self.frontier.attemptEnded(item.source, Self.outcome(of: next), next.failure)
    }
    output.finish()
  }

  nonisolated private func attempt(_ item: Item<Source>) async -> Item<Content> {
    let start = stage.clock.now
    switch await gate?.permission(for: item) ?? .granted(item) {
    case .granted(let item): return await fetch(item)
    case .refused(let item): return item
    case .failed(let failure): return await fetch(item, failure, since: start)
    }
  }

  /// The step itself, or the end of it where its first request, for robots.txt, has failed.
  nonisolated private func fetch(
    _ item: Item<Source>,
    _ failure: StepFailure? = nil,
    since start: Duration? = nil
  ) async -> Item<Content> {
    let host = item.source.host.flatMap { $0.isEmpty ? nil : $0 }
    return await item.then(
      .fetch,
      stage,
      host: host,
      since: start,
      told: Self.told
    ) { source, record in
      record.attempts = source.attempt
      record.timings = record.timings ?? Record.Timings()
      record.timings?.queued = source.waited.seconds
      if let failure { throw failure }
      switch source.target {
      case .document(let path): return try await self.read(path, &record, source.priority)
      default: return try await self.fetch(source, &record)
      }
    }
  }

  nonisolated private func fetch(
    _ source: Source,
    _ record: inout Record
  ) async throws -> Content {
    do {
      let page = try await fetcher.fetch(try FetchRequest(for: source))
      record.note(page)
      record.retrieved = stage.timestamp
      guard let failure = Failure(status: page.status) else { return .page(page) }
      throw await verdict(on: failure, source, retryAfter: page.retryAfter)
    } catch let error as FetchError {
      throw await verdict(on: Failure(error), source, retryAfter: nil)
    }
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

  /// What the host's rate is told of an attempt; nil where the host was not asked.
  nonisolated private static func outcome(of item: Item<Content>) -> RequestOutcome? {
    guard case .page = item.source.target else { return nil }
    guard case .failure(let failure) = item.result else { return .success }
    return failure.outcome
  }

  /// Whether a failure ends the source, or when it comes again.
  private func verdict(
    on failure: Failure,
    _ source: Source,
    retryAfter: String?
  ) -> StepFailure {
    let asked = retryAfter.flatMap { RetryAfter.delay($0, now: stage.time) }
    guard failure.isRetryable, source.failures < limits.retries else {
      return StepFailure(failure, retryAfter: asked)
    }
    let delay = backoff.delay(after: source.failures + 1, serverAsks: asked, using: &generator)
    return StepFailure(failure, again: StepFailure.Again(delay: delay), retryAfter: asked)
  }

  nonisolated private static func told(
    _ subject: Event.Subject,
    _ content: Content,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    var isReused: Bool?
    if case .page(let page) = content { isReused = page.isConnectionReused }
    return .fetched(
      subject,
      Event.Fetched(
        status: record.status,
        finalURL: record.finalURL,
        bytes: content.size,
        contentType: record.contentType,
        isReused: isReused,
        seconds: seconds
      )
    )
  }
}

extension FetchRequest {
  /// The request for a page.
  ///
  /// The user's headers are for the origin that was typed: no page may send them to another.
  init(for source: Source) throws(FetchError) {
    let typed = try WebAddress(source.address ?? source.name)
    guard let refresh = source.refresh else {
      self.init(address: typed)
      return
    }
    self.init(address: try WebAddress(refresh))
    sendsConfiguredHeaders = address.origin == typed.origin
    isLedByPublic = source.isLedByPublic
  }
}

extension Record {
  fileprivate mutating func note(_ page: Page) {
    finalURL = page.address.description
    status = page.status
    contentType = page.contentType
  }
}
