/// What was gained by doing the same in another order, as measured.
package struct ExerciseGain: Sendable, Hashable {
  /// The row that took longer, and how long, in seconds.
  package let slow: String, slowSeconds: Double
  /// The row that was quicker, and how long it took, in seconds.
  package let fast: String, fastSeconds: Double

  /// The gain between two rows; nil where one of them gave nothing or too little.
  package init?(from slow: ExerciseRow, to fast: ExerciseRow) {
    guard slow.isComplete, fast.isComplete, let before = slow.measurement?.seconds,
      let after = fast.measurement?.seconds, before > 0, after > 0
    else { return nil }
    (self.slow, slowSeconds) = (slow.plan.name, before)
    (self.fast, fastSeconds) = (fast.plan.name, after)
  }

  /// How much less time it took, in percent.
  package var saved: Double { (1 - fastSeconds / slowSeconds) * 100 }

  /// How many times as fast it was.
  package var speedUp: Double { slowSeconds / fastSeconds }
}
