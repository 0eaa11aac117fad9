internal import FlowControl

/// The tokens and the money that a run may spend: a ceiling that no calls in flight exceed.
///
/// What a call may cost at most is reserved before it is made, and what it did cost settles it. A
/// call that does not fit waits as long as calls in flight may give room back, by priority, then by
/// arrival; then it is refused.
package final class TokenBudget: Sendable {
  /// The ceiling.
  package struct Limits: Sendable, Hashable {
    /// Of prompts and answers; nil for any.
    package var tokens: Int?
    /// In the money of the price; nil for any.
    package var cost: Double?
    package var price = Price(input: 0, output: 0)

    /// No ceiling.
    package init() {}

    /// Whether there is any.
    package var isSet: Bool { tokens != nil || cost != nil }
  }

  /// What a million tokens cost.
  package struct Price: Sendable, Hashable {
    package var input: Double
    package var output: Double

    /// Of prompts, and of answers.
    package init(input: Double, output: Double) {
      (self.input, self.output) = (input, output)
    }
  }

  private typealias Answer = Result<TokenLedger.Reservation, ChatError>

  private struct Waiter {
    let prompt: TokenLedger.Prompt
    let continuation: CheckedContinuation<Answer, Never>
  }

  private struct State {
    var ledger: TokenLedger
    var queue = PriorityQueue<Waiter>()
    var isClosed: ChatError?
    var hasReachedCeiling = false

    /// What those that wait may be told now, in order.
    mutating func admit() -> [(CheckedContinuation<Answer, Never>, Answer)] {
      var told: [(CheckedContinuation<Answer, Never>, Answer)] = []
      while let first = queue.first, let answer = answer(to: first.prompt) {
        _ = queue.popFirst()
        told.append((first.continuation, answer))
      }
      return told
    }

    private mutating func answer(to prompt: TokenLedger.Prompt) -> Answer? {
      if let isClosed { return .failure(isClosed) }
      switch ledger.verdict(prompt) {
      case .fits: return .success(ledger.reserve(prompt))
      case .later: return nil
      case .never(let reason):
        hasReachedCeiling = true
        return .failure(.overBudget(reason: reason))
      }
    }
  }

  /// The most tokens of an answer, as calls ask for it where there is a ceiling.
  static let answerTokens = 2_048
  private let clock: SessionClock
  private let state: Locked<State>

  /// A budget of which nothing is spent.
  init(_ limits: Limits, clock: SessionClock) {
    self.clock = clock
    state = Locked(State(ledger: TokenLedger(limits)))
  }

  /// Whether a call was refused because it did not fit.
  var hasReachedCeiling: Bool { state.withLock { $0.hasReachedCeiling } }

  /// What is spent; of calls whose cost nobody knows what they may have cost.
  var spent: ChatUsage { state.withLock { $0.ledger.spent } }

  /// Puts aside what a call may cost with such a prompt.
  ///
  /// Throws `.overBudget` where it does not fit and nothing in flight can help, what the budget was
  /// closed with, and `.cancelled` at once when the task is cancelled; then nothing is put aside.
  func reserve(
    _ prompt: TokenLedger.Prompt,
    priority: Priority
  ) async throws(ChatError) -> TokenLedger.Reservation {
    let ticket = Locked<PriorityQueue<Waiter>.Ticket?>(nil)
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        park(Waiter(prompt: prompt, continuation: continuation), priority, ticket)
      }
    } onCancel: {
      withdraw(ticket)
    }
    return try answer.get()
  }

  /// Puts what a call was charged for in place of its reservation; what no endpoint told counts as
  /// all of it at least.
  func settle(_ reservation: TokenLedger.Reservation, by usage: ChatUsage?) {
    tellAdmitted { $0.ledger.settle(reservation, by: usage) }
  }

  /// Gives back what was put aside for a call that cost nothing.
  func release(_ reservation: TokenLedger.Reservation) {
    tellAdmitted { $0.ledger.release(reservation) }
  }

  /// Refuses all calls from now on, those that wait at once.
  func close(with error: ChatError) {
    tellAdmitted { $0.isClosed = $0.isClosed ?? error }
  }

  /// The check for cancellation and the queueing share the lock that the cancellation handler
  /// takes, so that no cancel falls between them.
  private func park(
    _ waiter: Waiter,
    _ priority: Priority,
    _ ticket: Locked<PriorityQueue<Waiter>.Ticket?>
  ) {
    let now = clock.now
    let isCancelled = state.withLock { state in
      guard !Task.isCancelled else { return true }
      let place = state.queue.insert(waiter, priority: priority, at: now)
      ticket.withLock { $0 = place }
      return false
    }
    if isCancelled { waiter.continuation.resume(returning: .failure(.cancelled)) }
    tellAdmitted { _ in }
  }

  private func withdraw(_ ticket: Locked<PriorityQueue<Waiter>.Ticket?>) {
    let waiter = state.withLock { state -> Waiter? in
      guard let place = ticket.withLock({ $0 }) else { return nil }
      return state.queue.remove(place)
    }
    waiter?.continuation.resume(returning: .failure(.cancelled))
    // The withdrawn one may have held back smaller ones.
    tellAdmitted { _ in }
  }

  private func tellAdmitted(after change: (inout State) -> Void) {
    let told = state.withLock { state in
      change(&state)
      return state.admit()
    }
    for (continuation, answer) in told { continuation.resume(returning: answer) }
  }
}
