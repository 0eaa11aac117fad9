/// What one more call in flight costs in memory, from the difference between two rows.
///
/// Each row is a process of its own, so that what all rows share cancels out. What is left is
/// divided by how many more were in flight. On threads that is the thread, the call's connection and
/// its answer. In tasks it is the connection and the answer: each call has a task in both rows.
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

  /// Why no figure can be given.
  package struct Unknown: Error, Sendable, Hashable {
    /// What carries the calls.
    package let carrier: CallWork.Carrier
    /// Why not, as a clause.
    package let reason: String
  }

  /// What a row tells of it.
  private struct Sample {
    var name: String
    /// The calls that the process held at once, which is what its memory was for.
    var held: Int
    /// The most that the server saw at once.
    var seen: Int
    var memory: Int

    /// A complete row of a crowd on `carrier`; nil for others.
    init?(_ row: ExerciseRow, on carrier: CallWork.Carrier) {
      guard row.plan.experiment == .crowd, case .calls(let work) = row.plan.work,
        work.carrier == carrier, row.isComplete, let usage = row.usage
      else { return nil }
      (name, memory) = (row.plan.name, usage.peakMemory)
      held = min(work.calls, work.atOnce ?? work.calls)
      seen = row.measurement?.mostAtOnce ?? 0
    }
  }

  /// The cost from the rows with the most and the fewest in flight on `carrier`.
  ///
  /// Throws where no two complete rows differ in how many were in flight, and where the server saw
  /// less than nine tenths of a row's calls at once: then they were not in flight together, and
  /// nobody knows by what to divide.
  package init(of carrier: CallWork.Carrier, in rows: [ExerciseRow]) throws(Unknown) {
    let samples = rows.compactMap { Sample($0, on: carrier) }
    guard let more = samples.max(by: { $0.held < $1.held }),
      let fewer = samples.filter({ $0.held > 1 }).min(by: { $0.held < $1.held }),
      more.held > fewer.held
    else {
      throw Unknown(carrier: carrier, reason: "that takes two complete rows")
    }
    for row in [more, fewer] where row.seen * 10 < row.held * 9 {
      throw Unknown(
        carrier: carrier,
        reason: "the server saw no more than \(row.seen.grouped) of the \(row.held.grouped) calls "
          + "of “\(row.name)” at once"
      )
    }
    self.carrier = carrier
    difference = more.held - fewer.held
    bytes = (more.memory - fewer.memory) / difference
    (self.more, self.fewer) = (more.name, fewer.name)
  }
}
