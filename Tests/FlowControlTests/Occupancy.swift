import FlowControl

/// Counts who is inside, and remembers the most that ever were.
final class Occupancy: Sendable {
  private let counts = Locked((now: 0, most: 0))

  var now: Int { counts.withLock { $0.now } }
  var most: Int { counts.withLock { $0.most } }

  func change(by difference: Int) {
    counts.withLock { counts in
      counts.now += difference
      counts.most = max(counts.most, counts.now)
    }
  }
}
