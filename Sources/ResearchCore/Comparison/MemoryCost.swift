/// What one more call in flight costs in memory, from the difference between two rows.
///
/// Each row is a process of its own, so that what all rows share cancels out. What is left is the
/// carrier, the call's connection and its answer, divided by how many more were in flight.
package struct MemoryCost: Sendable, Hashable {
  /// What carries the calls.
  package let carrier: CallWork.Carrier
  /// In bytes for one more in flight.
  package let bytes: Int
  /// The row with most in flight.
  package let more: String
  /// The row with fewest in flight.
  package let fewer: String
  /// How many more there were.
  package let difference: Int

  /// The cost from the rows with the most and the fewest in flight on `carrier`.
  ///
  /// Nil where no two complete rows differ in how many were in flight.
  package init?(of carrier: CallWork.Carrier, in rows: [ExerciseRow]) {
    let usable = rows.compactMap { row -> (name: String, atOnce: Int, memory: Int)? in
      guard row.plan.experiment == .crowd, case .calls(let work) = row.plan.work,
        work.carrier == carrier, row.isComplete, let usage = row.usage
      else { return nil }
      let planned = min(work.calls, work.atOnce ?? work.calls)
      return (row.plan.name, row.measurement?.mostAtOnce ?? planned, usage.peakMemory)
    }
    guard let more = usable.max(by: { $0.atOnce < $1.atOnce }),
      let fewer = usable.filter({ $0.atOnce > 1 }).min(by: { $0.atOnce < $1.atOnce }),
      more.atOnce > fewer.atOnce
    else { return nil }
    self.carrier = carrier
    difference = more.atOnce - fewer.atOnce
    bytes = (more.memory - fewer.memory) / difference
    (self.more, self.fewer) = (more.name, fewer.name)
  }
}
