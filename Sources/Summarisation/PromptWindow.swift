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
  /// A thousand are for what is said around the text and for the answer; a quarter of the rest is
  /// left, as tokens are only estimated.
  static func tokens(ofContext context: Int?) -> Int {
    guard let context else { return usual }
    return min(most, max(least, (context - 1_000) / 4 * 3))
  }
}
