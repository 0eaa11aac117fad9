/// Weighs the signs of a bot check, or of a firewall's refusal.
enum BotCheckScore {
  private static let phrases = ChallengePhrases.botCheck
  /// Above these an explanation of captchas is an article on them.
  private static let mostProse = 1600
  private static let mostParagraphs = 8

  static func score(_ page: ChallengeEvidence) -> ChallengeScore {
    var score = ChallengeScore(.botCheck)
    guard page.text.prose < mostProse, page.text.proseParagraphs <= mostParagraphs else {
      return score
    }
    let isInterstitial = page.signs.marks.contains(.interstitial)
    let mechanism = addMechanism(page, to: &score)
    let words = addWords(page, to: &score)
    page.addCommonSigns(to: &score)
    if !isInterstitial {
      if tells(page) { score.add(-3) }
      if page.signs.links > 50 { score.add(-2) }
    }
    score.isComplete = mechanism > 0 && (words >= 2 || isSelfEvident(page))
    return score
  }

  /// The page needs no words to be known: its script, its single question, or nothing but a script that sets a cookie.
  private static func isSelfEvident(_ page: ChallengeEvidence) -> Bool {
    let marks = page.signs.marks
    if marks.contains(.interstitial) { return true }
    if page.units == 0 { return marks.isSuperset(of: [.cookie, .reload]) }
    return marks.contains(.widget) && page.hasNoOtherField && page.units < 300
      && page.signs.links <= 5
  }

  private static func addMechanism(
    _ page: ChallengeEvidence,
    to score: inout ChallengeScore
  ) -> Int {
    let marks = page.signs.marks
    let before = score.total
    if marks.contains(.interstitial) { score.add(6, "it carries the script or form of one") }
    if marks.contains(.widget) {
      score.add(page.hasNoOtherField ? 4 : 1, "a captcha is all that it asks")
    } else if marks.contains(.widgetScript) {
      score.add(page.hasNoOtherField ? 2 : 0, "it loads a captcha and little else")
    }
    if marks.contains(.vendor) { score.add(1) }
    if marks.isSuperset(of: [.cookie, .reload]) && page.units < 400 {
      score.add(page.units == 0 ? 5 : 3, "a script sets a cookie and loads the page again")
    }
    if marks.contains(.refresh) { score.add(1) }
    if hasIncident(page) { score.add(2, "it gives the number of a refused request") }
    // Any script may be the check where the title says that there is one.
    if marks.contains(.script), page.words.isTitled(phrases.titles) { score.add(1) }
    return score.total - before
  }

  private static func addWords(_ page: ChallengeEvidence, to score: inout ChallengeScore) -> Int {
    let before = score.total
    if page.words.isTitled(phrases.titles) {
      score.add(3, "its title says so")
    } else if page.words.isTitled(phrases.weakTitles) {
      score.add(2, "its title refuses the reader")
    }
    let said = page.words.phrases(phrases.texts)
    if said > 0 || page.words.isHeaded(phrases.titles) { score.add(2, "it says so") }
    let words = score.total - before
    if !tells(page) {
      if said > 1 { score.add(1) }
      if words >= 2, page.text.rest < 40 { score.add(2) }
    }
    return words
  }

  /// So much prose under a title of its own tells of checks, and is none.
  private static func tells(_ page: ChallengeEvidence) -> Bool {
    page.text.prose >= 200 && !page.words.isTitled(phrases.titles)
  }

  /// A number under which a firewall keeps what it refused.
  private static func hasIncident(_ page: ChallengeEvidence) -> Bool {
    page.words.hasNumber && page.words.isSaid(BotCheckPhrases.incidents)
  }
}
