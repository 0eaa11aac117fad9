/// What one kind of wall says, in many languages.
struct ChallengePhrases: Sendable {
  /// Whole titles, or whole parts of one.
  let titles: PhraseTable
  /// Whole titles that ordinary errors bear as well.
  var weakTitles = PhraseTable("")
  /// What stands in sentences.
  let texts: PhraseTable
  /// What buttons say that lead through the wall.
  let buttons: PhraseTable
  /// What buttons say that lead elsewhere, such as a refusal.
  var otherButtons = PhraseTable("")
  /// Words that every paragraph of such a wall is likely to hold; articles do so as well.
  let topics: PhraseTable

  static let botCheck = BotCheckPhrases.phrases
  static let signIn = SignInPhrases.phrases
  static let consent = ConsentPhrases.phrases
}
