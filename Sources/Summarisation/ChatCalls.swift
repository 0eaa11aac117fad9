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
    /// What all calls may take together.
    package var ceiling = TokenBudget.Limits()

    /// No limits.
    package init() {}
  }

  /// An attempt that failed, with the wait that the endpoint asks for.
  private struct Failure: Error {
    let error: ChatError
    var retryAfter: Duration?
    /// Whether the endpoint says that another attempt is of no use.
    var isFinal = false
    /// What the call was charged for; nil where nobody knows.
    var usage: ChatUsage?
    /// Whether it cannot have cost anything.
    var isFree = false
  }

  /// The tokens that an answer is taken to have until its usage is known.
  static let answerTokens = 500
  /// In any minute, of all calls; nil for any.
  let tokensPerMinute: Int?
  private let limiter: RateLimiter
  private let retry: Retry
  private let clock: SessionClock
  private let startTime: Double
  private let circuit = ChatCircuit()
  private let budget: TokenBudget?

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
    tokensPerMinute = limits.tokensPerMinute
    limiter = RateLimiter(CombinedLimit(all), clock: clock)
    budget = limits.ceiling.isSet ? TokenBudget(limits.ceiling, clock: clock) : nil
    retry = Retry(retries: limits.retries, clock: clock, generator: generator) { [circuit] in
      try await circuit.pause(for: $0, on: clock)
    }
    self.clock = clock
    self.startTime = startTime
  }

  /// How many calls wait for their departure.
  package var waiting: Int { get async { await limiter.waiting } }

  /// Whether a call was refused because the run may spend no more.
  package var hasReachedCeiling: Bool { budget?.hasReachedCeiling ?? false }

  /// The most tokens that an answer is asked to have of a model that takes so many in all; nil
  /// without a ceiling, because models differ in which bound they refuse.
  func answerBound(ofContext context: Int?) -> Int? {
    budget.map { _ in min(TokenBudget.answerTokens, (context ?? .max) / 4) }
  }

  /// Asks until there is an answer, or throws the last failure; `.cancelled` at once when cancelled.
  ///
  /// Throws `.stopped` where an earlier failure has shown that no call can succeed, and
  /// `.overBudget` where the run may not spend as much; those who wait hear of it at once.
  func answer(
    of client: ChatClient,
    priority: Priority,
    to request: () -> FetchRequest
  ) async throws(ChatError) -> ChatAnswer {
    do {
      return try await retry.run(
        verdict: Self.verdict,
        onPause: { pause, attempt, error in
          guard let failure = error as? Failure else { return }
          client.waits.tell(.retry(failure.error), pause, attempt: attempt)
        }
      ) { number in
        try await attempt(number, client, priority, request)
      }
    } catch let failure as Failure {
      throw failure.error
    } catch let error as ChatError {
      throw error
    } catch let error as CostExceedsLimit {
      throw .exceedsLimit(tokens: error.cost, limit: error.limit)
    } catch is RateLimiter.Closed {
      throw .stopped(reason: circuit.reason ?? "")
    } catch {
      throw .cancelled
    }
  }

  private static func verdict(_ error: any Error) -> Retry.Verdict {
    guard let failure = error as? Failure, failure.error.isRetryable, !failure.isFinal else {
      return .final
    }
    return .passing(retryAfter: failure.retryAfter)
  }

  /// One call, within the ceiling where there is one.
  private func attempt(
    _ number: Int,
    _ client: ChatClient,
    _ priority: Priority,
    _ request: () -> FetchRequest
  ) async throws -> ChatAnswer {
    try circuit.check()
    let prompt = countsPrompts ? Self.prompt(of: request()) : nil
    let tokens = prompt?.estimate ?? 0
    guard let budget, let prompt else {
      return try await call(number, client, priority, tokens, request)
    }
    let reservation = try await budget.reserve(prompt, priority: priority)
    do {
      let answer = try await call(number, client, priority, tokens, request)
      budget.settle(reservation, by: answer.usage)
      return answer
    } catch {
      let failure = error as? Failure
      if failure?.isFree ?? true {
        budget.release(reservation)
      } else {
        budget.settle(reservation, by: failure?.usage)
      }
      throw error
    }
  }

  private func call(
    _ number: Int,
    _ client: ChatClient,
    _ priority: Priority,
    _ prompt: Int,
    _ request: () -> FetchRequest
  ) async throws -> ChatAnswer {
    let cost = Cost(tokens: countsTokens ? prompt + Self.answerTokens : 0)
    let departure = try await limiter.acquire(cost, priority: priority) { [waits = client.waits] in
      waits.tell(.rate, $0, attempt: number)
    }
    let page: Page
    let form = client.form.withLock { $0 }
    do throws(ChatError) {
      do throws(ChatError) {
        try circuit.check()
      } catch {
        await limiter.refund(departure)
        throw error
      }
      page = try await client.page(for: request())
    } catch .cancelled {
      await limiter.refund(departure)
      // Who is cancelled in flight may be charged for it.
      throw Failure(error: .cancelled)
    } catch .stopped(let reason) {
      throw ChatError.stopped(reason: reason)
    } catch {
      let usage = error.received.map { Self.usage(completion: $0, to: request()) }
      if let usage { await correct(departure, by: usage) }
      await limiter.observe(.failure, of: departure)
      throw Failure(error: error, usage: usage, isFree: error.isFree)
    }
    return try await answer(in: page, of: client, form, departure, request)
  }

  private func answer(
    in page: Page,
    of client: ChatClient,
    _ form: ChatForm,
    _ departure: RateLimiter.Departure,
    _ request: () -> FetchRequest
  ) async throws -> ChatAnswer {
    do throws(ChatFlaw) {
      var answer = try client.reading(of: page)
      let usage = answer.usage ?? Self.usage(of: answer, to: request())
      answer.usage = usage
      client.spending.add(usage)
      circuit.noteSuccess()
      await correct(departure, by: usage)
      await limiter.observe(.success, of: departure)
      return answer
    } catch let flaw {
      let error = flaw.error
      let usage = flaw.usage ?? flaw.said.map { Self.usage(completion: $0, to: request()) }
      if let usage { await correct(departure, by: usage) }
      let asked = retryAfter(page, error)
      client.knowledge.learn(from: error)
      if !flaw.isFree, usage != nil || page.status == 200 {
        client.spending.add(usage ?? Self.unansweredUsage(of: request()))
      }
      await limiter.observe(Self.outcome(of: error, asked), of: departure)
      let isAskedAnew = client.isAskedAnew(after: error, in: form)
      if !isAskedAnew, error.stopsAll(hasSucceeded: circuit.hasSucceeded) {
        await stop(because: error)
      }
      let isFinal = page.header("x-should-retry")?.lowercased() == "false"
      throw Failure(
        error: error,
        retryAfter: asked,
        isFinal: isFinal,
        usage: usage,
        isFree: flaw.isFree
      )
    }
  }

  /// Lets no further call be made.
  private func stop(because error: ChatError) async {
    guard circuit.open(reason: error.message) else { return }
    budget?.close(with: .stopped(reason: error.message))
    await limiter.close()
  }

  /// Puts the real usage in place of the estimate; what is estimated itself gives nothing back.
  private func correct(_ departure: RateLimiter.Departure, by usage: ChatUsage) async {
    let used = min(usage.promptTokens, .max / 2) + min(usage.completionTokens, .max / 2)
    let difference = used - departure.cost.tokens
    guard countsTokens, difference > 0 || !usage.isEstimated else { return }
    await limiter.correct(departure, by: Cost(requests: 0, tokens: difference))
  }

  /// What a refusal says of the rate: not every failure of a call comes from asking too much.
  private static func outcome(of error: ChatError, _ asked: Duration?) -> RequestOutcome {
    guard case .refused(_, let status, _) = error else { return .success }
    if status == 429 || status == 503 { return .throttled(retryAfter: asked) }
    return error.isRetryable ? .failure : .success
  }

  /// The wait that the endpoint asks for, to the millisecond where it says so.
  private func retryAfter(_ page: Page, _ error: ChatError) -> Duration? {
    guard error.isRetryable else { return nil }
    let now = startTime + clock.now / .seconds(1)
    let isOfLimits = page.status == 429 || page.status == 503
    return RateReset.wait(now: now, isOfLimits: isOfLimits) { page.header($0) }
  }

  private var countsTokens: Bool { tokensPerMinute != nil }

  private var countsPrompts: Bool { countsTokens || budget != nil }

  /// About how many tokens a prompt has: what is posted, in which only quotes and line ends are
  /// escaped, with what is around the messages.
  @inline(never)
  private static func estimate(_ request: FetchRequest) -> Int {
    TokenEstimate.tokens(in: request.body ?? [])
  }

  @inline(never)
  private static func prompt(of request: FetchRequest) -> TokenLedger.Prompt {
    TokenLedger.Prompt(estimate: estimate(request), bytes: request.body?.count ?? 0)
  }

  /// What a call took at least that came to nothing, where nobody tells.
  @inline(never)
  private static func unansweredUsage(of request: FetchRequest) -> ChatUsage {
    ChatUsage(promptTokens: estimate(request), completionTokens: 0, isEstimated: true)
  }

  /// What an answer took whose endpoint tells nothing.
  @inline(never)
  private static func usage(of answer: ChatAnswer, to request: FetchRequest) -> ChatUsage {
    let called = answer.toolCalls.map { TokenEstimate.tokens(in: $0.name + $0.arguments) }
    let written = TokenEstimate.tokens(in: answer.text) + called.reduce(0, +)
    return usage(completion: written, to: request)
  }

  private static func usage(completion: Int, to request: FetchRequest) -> ChatUsage {
    ChatUsage(
      promptTokens: estimate(request),
      completionTokens: completion,
      isEstimated: true
    )
  }
}
