/// Says which transfers may go on while the byte budget is used up; lives on the curl thread.
///
/// The oldest always goes on, so that the budget can never stop everything. So do all on its
/// connection: libcurl stops reading an HTTP/2 connection for as long as one of its streams rests.
final class TransferGate {
  /// What tells one connection from another.
  struct Connection: Equatable {
    let peer: AddressGuard.Peer
    let localPort: Int
  }

  let budget: ByteBudget
  var oldest = 0
  var oldestConnection: Connection?
  private(set) var paused: Set<Int> = []
  /// The earliest time at which a transfer has to end, of those that were set within this turn.
  private var earliestDue: ContinuousClock.Instant?

  init(budget: ByteBudget) {
    self.budget = budget
  }

  /// Counts bytes of a transfer, or notes that it has to rest.
  func admit(_ count: Int, of id: Int, on connection: Connection?) -> Bool {
    if budget.take(count, isUrgent: isUrgent(id, connection)) { return true }
    paused.insert(id)
    return false
  }

  func isUrgent(_ id: Int, _ connection: Connection?) -> Bool {
    id == oldest || connection != nil && connection == oldestConnection
  }

  func remove(_ id: Int) {
    paused.remove(id)
  }

  /// Notes when a transfer has to end now.
  func noteDue(_ time: ContinuousClock.Instant) {
    earliestDue = min(earliestDue ?? time, time)
  }

  /// Returns the earliest of the times noted, and forgets them.
  func takeEarliestDue() -> ContinuousClock.Instant? {
    defer { earliestDue = nil }
    return earliestDue
  }
}
