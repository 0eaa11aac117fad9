/// Weighs the signs of a page that asks for a consent, and holds nothing else.
enum ConsentScore {
  private static let phrases = ChallengePhrases.consent
  /// Longer texts about data are policies.
  private static let mostProse = 4000

  static func score(
    _ page: ChallengeEvidence,
    _ document: HTMLDocument,
    _ blocks: TextBlocks
  ) -> ChallengeScore {
    var score = ChallengeScore(.consent)
    let buttons = PageButtons(document, page.signs)
    let isTitled = page.words.isTitled(phrases.titles) || page.words.isHeaded(phrases.titles)
    guard page.text.prose < mostProse, let accept = buttons.first(phrases.buttons),
      let box = ConsentBox(accept, document, blocks, isTitled: isTitled), box.isPage
    else { return score }
    score.add(2, "a question for consent is all that it holds")
    if buttons.hasAny(phrases.otherButtons) { score.add(1) }
    if page.signs.marks.contains(.consentForm) { score.add(1) }
    if page.signs.marks.contains(.consentName) { score.add(1) }
    if isTitled { score.add(3, "its title says so") }
    var words = isTitled ? 3 : 0
    if box.lines.contains(where: phrases.texts.occurs) { words += 2 }
    if box.share(of: phrases.topics) * 2 >= 1 { words += 2 }
    score.add(words - (isTitled ? 3 : 0))
    // A notice whose page comes by scripts is no wall, and the page is empty.
    if page.signs.marks.contains(.bannerName) && !isTitled { score.add(-5) }
    page.addCommonSigns(to: &score)
    score.isComplete = words >= 2
    return score
  }
}
