/// How much text goes into one call of a model.
enum PromptWindow {
  /// In tokens, where nothing is known of the model.
  static let usual = 24_000
  /// In tokens: what is no longer is never halved.
  static let least = 500
  /// In tokens: however much a model takes, more is better read in parts.
  static let most = 100_000

  /// The tokens of text for a model that takes so many in all.
  ///
  /// Five hundred are for what is said around the text, and as many for the answer, or `answer`
  /// where that may be longer; a quarter of the rest is left, as tokens are only estimated. No call
  /// has more than fits a limit of so many tokens `aMinute`.
  static func tokens(ofContext context: Int?, answer: Int? = nil, aMinute: Int? = nil) -> Int {
    var window = usual
    if let context {
      window = min(most, max(least, (context - frame - max(frame, answer ?? 0)) / 4 * 3))
    }
    guard let aMinute else { return window }
    return min(window, max(least, (aMinute - ChatCalls.answerTokens - frame) / 4 * 3))
  }

  private static let frame = 500
}
