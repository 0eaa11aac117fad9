import Fetching
import FlowControl

/// Fetches pages and reads saved documents: one attempt each, then on or back.
actor FetchStage {
  private let fetcher: any Fetcher
  private let frontier: Frontier
  private let stage: StageContext
  private let limits: Configuration.Fetching
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
      await self.frontier.attemptEnded(item.source)
    }
    output.finish()
  }

  nonisolated private func attempt(_ item: Item<Source>) async -> Item<Content> {
    let host = item.source.host.flatMap { $0.isEmpty ? nil : $0 }
    let queued = (stage.clock.now - item.source.readyAt).seconds
    let told = { Self.told($0, $1, $2, $3, queued: queued) }
    return await item.then(.fetch, stage, host: host, told: told) { source, record in
      record.attempts = source.attempt
      record.timings = record.timings ?? Record.Timings()
      record.timings?.queued = source.waited.seconds
      do {
        switch source.target {
        case .document(let path): return try await self.read(path, &record, source.priority)
        default: return try await self.fetch(source, &record)
        }
      } catch {
        throw StepFailure(wrapping: error).queued(for: queued)
      }
    }
  }

  nonisolated private func fetch(
    _ source: Source,
    _ record: inout Record
  ) async throws -> Content {
    do {
      let page = try await fetcher.fetch(try Self.request(for: source))
      record.note(page)
      record.retrieved = stage.timestamp
      guard let failure = Failure(status: page.status) else { return .page(page) }
      throw await verdict(on: failure, source, retryAfter: page.retryAfter).timed(by: page)
    } catch let error as FetchError {
      throw await verdict(on: Failure(error), source, retryAfter: nil)
    }
  }

  /// The user's headers are for the origin that was typed: no page may send them to another.
  nonisolated private static func request(for source: Source) throws(FetchError) -> FetchRequest {
    let typed = try WebAddress(source.address ?? source.name)
    guard let refresh = source.refresh else { return FetchRequest(address: typed) }
    var request = FetchRequest(address: try WebAddress(refresh))
    request.sendsConfiguredHeaders = request.address.origin == typed.origin
    request.isLedByPublic = source.isLedByPublic
    return request
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

  /// Whether a failure ends the source, or when it comes again.
  private func verdict(
    on failure: Failure,
    _ source: Source,
    retryAfter: String?
  ) -> StepFailure {
    guard failure.isRetryable, source.failures < limits.retries else {
      return StepFailure(failure)
    }
    let asked = retryAfter.flatMap { RetryAfter.delay($0, now: stage.time) }
    let delay = backoff.delay(after: source.failures + 1, serverAsks: asked, using: &generator)
    return StepFailure(failure, again: StepFailure.Again(delay: delay))
  }

  nonisolated private static func told(
    _ subject: Event.Subject,
    _ content: Content,
    _ record: Record,
    _ seconds: Double,
    queued: Double
  ) -> Event.Kind {
    var isReused: Bool?
    var timings = FetchTimings()
    if case .page(let page) = content {
      isReused = page.isConnectionReused
      timings = FetchTimings(page)
    }
    timings.queued = queued
    return .fetched(
      subject,
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

extension Record {
  fileprivate mutating func note(_ page: Page) {
    finalURL = page.address.description
    status = page.status
    contentType = page.contentType
  }
}
