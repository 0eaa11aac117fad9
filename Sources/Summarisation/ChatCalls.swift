internal import Fetching
package import FlowControl

/// The calls of a run to its model: within their limits, and tried again where that may help.
///
/// There is one for a run: all its calls share the limits. A call waits for its departure when it
/// has its slot, so that it departs as soon as it may; that wait is not in the call's time-out.
package struct ChatCalls: Sendable {
  /// What the calls keep to.
  package struct Limits: Sendable, Hashable {
    /// Calls in 60 s, one each 60/n s without a burst; nil for no limit.
    package var requestsPerMinute: Int?
    /// Tokens in any 60 s, of prompts and answers; nil for no limit.
    package var tokensPerMinute: Int?
    /// Attempts after the first, each of which is a call.
    package var retries = 5

    /// No limits.
    package init() {}
  }

  /// An attempt that failed, with the wait that the endpoint asks for.
  private struct Failure: Error {
    let error: ChatError
    var retryAfter: Duration?
  }

  /// The tokens that an answer is taken to have until its usage is known.
  static let answerTokens = 500
  private let countsTokens: Bool
  private let limiter: RateLimiter
  private let retry: Retry
  private let clock: SessionClock
  private let startTime: Double

  /// Calls on `clock`, which began at `startTime`, in seconds since 1970; waits after failures are
  /// drawn from `generator`.
  package init(
    _ limits: Limits,
    clock: SessionClock,
    startTime: Double,
    generator: any RandomNumberGenerator & Sendable
  ) {
    var all: [any RateLimit] = [AdaptiveRate()]
    if let calls = limits.requestsPerMinute { all.append(TokenBucket(calls, per: .seconds(60))) }
    if let tokens = limits.tokensPerMinute {
      all.append(SlidingWindow(limit: tokens, window: .seconds(60), counting: .tokens))
    }
    countsTokens = limits.tokensPerMinute != nil
    limiter = RateLimiter(CombinedLimit(all), clock: clock)
    retry = Retry(retries: limits.retries, clock: clock, generator: generator)
    self.clock = clock
    self.startTime = startTime
  }

  /// How many calls wait for their departure.
  package var waiting: Int { get async { await limiter.waiting } }

  /// Asks until there is an answer, or throws the last failure; `.cancelled` at once when cancelled.
  func answer(
    of client: ChatClient,
    priority: Priority,
    to request: () -> FetchRequest
  ) async throws(ChatError) -> ChatAnswer {
    do {
      return try await retry.run(verdict: Self.verdict) { _ in
        try await attempt(client, priority, request)
      }
    } catch let failure as Failure {
      throw failure.error
    } catch let error as CostExceedsLimit {
      throw .exceedsLimit(tokens: error.cost, limit: error.limit)
    } catch {
      throw .cancelled
    }
  }

  private static func verdict(_ error: any Error) -> Retry.Verdict {
    guard let failure = error as? Failure, failure.error.isRetryable else { return .final }
    return .passing(retryAfter: failure.retryAfter)
  }

  private func attempt(
    _ client: ChatClient,
    _ priority: Priority,
    _ request: () -> FetchRequest
  ) async throws -> ChatAnswer {
    let cost = Cost(tokens: countsTokens ? Self.estimate(request()) : 0)
    let departure = try await limiter.acquire(cost, priority: priority)
    let page: Page
    do throws(ChatError) {
      page = try await client.page(for: request())
    } catch .cancelled {
      await limiter.refund(departure)
      throw CancellationError()
    } catch {
      await limiter.observe(.failure, of: departure)
      throw Failure(error: error)
    }
    return try await answer(in: page, of: client, departure)
  }

  private func answer(
    in page: Page,
    of client: ChatClient,
    _ departure: RateLimiter.Departure
  ) async throws -> ChatAnswer {
    let asked = retryAfter(page)
    do throws(ChatError) {
      let answer = try client.answer(from: page)
      if let usage = answer.usage {
        let used = min(usage.promptTokens, .max / 2) + min(usage.completionTokens, .max / 2)
        let difference = Cost(requests: 0, tokens: used - departure.cost.tokens)
        await limiter.correct(departure, by: difference)
      }
      await limiter.observe(.success, of: departure)
      return answer
    } catch {
      await limiter.observe(Self.outcome(of: error, asked), of: departure)
      throw Failure(error: error, retryAfter: asked)
    }
  }

  /// What a refusal says of the rate: not every failure of a call comes from asking too much.
  private static func outcome(of error: ChatError, _ asked: Duration?) -> RequestOutcome {
    guard case .refused(_, let status, _) = error else { return .success }
    if status == 429 || status == 503 { return .throttled(retryAfter: asked) }
    return error.isRetryable ? .failure : .success
  }

  /// The wait that the endpoint asks for, to the millisecond where it says so.
  private func retryAfter(_ page: Page) -> Duration? {
    if let wait = page.header("retry-after-ms").flatMap(RetryAfter.milliseconds) { return wait }
    let now = startTime + clock.now / .seconds(1)
    return page.retryAfter.flatMap { RetryAfter.delay($0, now: now) }
  }

  /// About how many tokens a call takes: one each four bytes of what is posted, which is right for
  /// Latin scripts, and an allowance for the answer.
  private static func estimate(_ request: FetchRequest) -> Int {
    (request.body?.count ?? 0) / 4 + answerTokens
  }
}
