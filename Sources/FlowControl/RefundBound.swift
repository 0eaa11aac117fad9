import DequeModule

/// How much of what departed at some time a bucket may still get back.
///
/// What a bucket gains while it is full is lost. So a refund for a cost after which it has been
/// full would let out more than was ever gained, and the lowest debt since then bounds it.
struct RefundBound: Equatable {
  private struct Low: Equatable {
    let time: Duration
    var debt: Int128
  }

  /// The debts that no later departure found undercut, rising with their times.
  private var lows: Deque<Low> = []
  private var forgotten: Duration?
  private static let most = 1_000

  /// Notes the debt that a departure finds.
  mutating func note(_ debt: Int128, at now: Duration) {
    while let last = lows.last, last.debt >= debt { lows.removeLast() }
    lows.append(Low(time: now, debt: debt))
    if lows.count > Self.most { forgotten = lows.popFirst()?.time }
  }

  /// The part of `amount` that may be given back for a departure; nothing for one long ago.
  mutating func refund(_ amount: Int128, departedAt departure: Duration) -> Int128 {
    if let forgotten, departure < forgotten { return 0 }
    var refund = amount
    // The lowest debt comes first, and what is given back is missing in all that came after.
    for index in lows.indices where lows[index].time > departure {
      refund = min(refund, lows[index].debt)
      lows[index].debt -= refund
    }
    return refund
  }
}
