/// What is known of a summary when it has been put into its record.
struct SummaryEnding: Sendable {
  /// The sentences that it has.
  var sentences: Int
  /// Whether a model was asked in vain.
  var hasFailedCall = false
}
