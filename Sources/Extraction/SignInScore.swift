/// Weighs the signs of a page that lets only members pass.
enum SignInScore {
  private static let phrases = ChallengePhrases.signIn
  /// Above these a page tells how to log in.
  private static let mostProse = 900
  private static let mostParagraphs = 5

  static func score(_ page: ChallengeEvidence, _ document: HTMLDocument) -> ChallengeScore {
    var score = ChallengeScore(.signIn)
    guard page.text.prose < mostProse, page.text.proseParagraphs <= mostParagraphs else {
      return score
    }
    let hasPassword = page.signs.passwords > 0
    let mechanism = addMechanism(page, document, to: &score)
    let words = addWords(page, to: &score)
    let isAlone = page.text.rest < 40 && page.text.prose <= 300
    if isAlone && (hasPassword || words >= 2) { score.add(2) }
    page.addCommonSigns(to: &score)
    if page.signs.links > 50 { score.add(-2) }
    let isShort = hasPassword || page.text.prose <= 200 && page.units < 800
    score.isComplete =
      mechanism > 0 && isShort && (words >= 2 || hasPassword && isAlone || isHandOver(page))
    return score
  }

  private static func isHandOver(_ page: ChallengeEvidence) -> Bool {
    page.signs.marks.contains(.handOver) && page.units < 400
  }

  private static func addMechanism(
    _ page: ChallengeEvidence,
    _ document: HTMLDocument,
    to score: inout ChallengeScore
  ) -> Int {
    let before = score.total
    if page.signs.passwords > 0 { score.add(3, "a password is what it asks for") }
    if page.signs.marks.contains(.signInForm) { score.add(1) }
    if isHandOver(page) { score.add(5, "it hands the reader over to a log-in") }
    let isSingleField = page.signs.passwords == 0 && (1...2).contains(page.signs.fields)
    if isSingleField && page.words.isTitled(phrases.titles) { score.add(1) }
    let buttons = PageButtons(document, page.signs)
    if buttons.hasAny(phrases.buttons) { score.add(1) }
    return score.total - before
  }

  private static func addWords(_ page: ChallengeEvidence, to score: inout ChallengeScore) -> Int {
    let before = score.total
    if page.words.isTitled(phrases.titles) { score.add(3, "its title says so") }
    if page.words.phrases(phrases.texts) > 0 || page.words.isHeaded(phrases.titles) {
      score.add(2, "it says that one must log in")
    }
    return score.total - before
  }
}
