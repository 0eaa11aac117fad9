import Fetching
import FlowControl

/// What the robots.txt of a page's origin means for the page.
enum RobotsAccess: Sendable {
  /// The rules; fresh where they have just been asked for.
  case known(RobotsFile, isFresh: Bool)
  /// They could not be had a moment ago, and are to be asked for again after this time.
  case postponed(Duration)
  /// They have just been asked for in vain; to be tried again after a delay, or not in this run.
  case failed(Failure, again: Duration?)
  /// They were asked for in vain often enough.
  case refused(Failure)
}

/// Asks each origin for its robots.txt once, and keeps what applies to us (RFC 9309).
///
/// Only one request is in flight for an origin; others of that origin wait for it.
actor RobotsRules {
  /// Our name in robots.txt files, whatever the user agent is set to.
  static let product = "research"

  private let fetcher: any Fetcher
  private let stage: StageContext
  private let limits: Configuration.Fetching
  private let backoff: Backoff
  private var generator: any RandomNumberGenerator & Sendable
  private var memory = RobotsMemory()
  /// Who waits for the answer of an origin.
  private var waiters: [String: [AsyncStream<Void>.Continuation]] = [:]

  /// Rules of origins that are asked with `fetcher`, and so guarded as pages are.
  init(
    fetcher: any Fetcher,
    stage: StageContext,
    limits: Configuration.Fetching,
    backoff: Backoff = Backoff(),
    generator: any RandomNumberGenerator & Sendable
  ) {
    self.fetcher = fetcher
    self.stage = stage
    self.limits = limits
    self.backoff = backoff
    self.generator = generator
  }

  /// What is known of the origin of a request for a page, which is asked where nothing is.
  ///
  /// Throws `CancellationError` when the task is cancelled, which nobody else feels: one of those
  /// who wait asks then.
  func access(to page: FetchRequest) async throws(CancellationError) -> RobotsAccess {
    let origin = page.address.origin
    while true {
      guard !Task.isCancelled else { throw CancellationError() }
      switch memory.look(up: origin) {
      case .known(let file): return .known(file, isFresh: false)
      case .refused(let failure): return .refused(failure)
      case .asking: for await _ in answer(of: origin) {}
      case .failing(_, let until) where until > stage.clock.now:
        return .postponed(until - stage.clock.now)
      case .failing(let failures, _): return try await ask(origin, page, after: failures)
      case nil: return try await ask(origin, page, after: 0)
      }
    }
  }

  /// A stream that ends with the request in flight, or when the task is cancelled.
  private func answer(of origin: String) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    waiters[origin, default: []].append(continuation)
    return stream
  }

  private func ask(
    _ origin: String,
    _ page: FetchRequest,
    after failures: Int
  ) async throws(CancellationError) -> RobotsAccess {
    memory.note(.asking(failures: failures), of: origin)
    stage.events.publish(.held(host: origin, reason: .robots, seconds: 0))
    defer { for waiter in waiters.removeValue(forKey: origin) ?? [] { waiter.finish() } }
    let answer = await RobotsAnswer(to: page, fetcher, stage)
    switch answer {
    case .rules(let file):
      memory.note(.known(file), of: origin)
      return .known(file, isFresh: true)
    case .none:
      // What is refused because of the way that led here may be fine for others; nothing was asked.
      memory.note(nil, of: origin)
      return .known(.empty, isFresh: false)
    case .failed(let failure, let retryAfter):
      return note(failure, retryAfter, of: origin, after: failures + 1)
    case .cancelled:
      let state = RobotsMemory.State.failing(failures: failures, until: .zero)
      memory.note(failures > 0 ? state : nil, of: origin)
      throw CancellationError()
    }
  }

  private func note(
    _ failure: Failure,
    _ retryAfter: String?,
    of origin: String,
    after failures: Int
  ) -> RobotsAccess {
    guard failure.isRetryable, failures <= limits.retries else {
      memory.note(.refused(failure), of: origin)
      return .failed(failure, again: nil)
    }
    let asked = retryAfter.flatMap { RetryAfter.delay($0, now: stage.time) }
    let delay = backoff.delay(after: failures, serverAsks: asked, using: &generator)
    let state = RobotsMemory.State.failing(failures: failures, until: stage.clock.now + delay)
    memory.note(state, of: origin)
    return .failed(failure, again: delay)
  }
}
