/// All that is known of a page which may be a wall.
struct ChallengeEvidence {
  /// The most text, in units, of a page that counts as tiny.
  private static let tinyUnits = 600
  /// The most links of a page that leads nowhere else.
  private static let fewLinks = 5

  let text: ChallengeText
  let signs: ChallengeSigns
  let words: ChallengeWords
  /// The length of all text on the page, as blocks measure it.
  let units: Int
  /// The page says of itself that it is an article.
  let isArticle: Bool
  let hasArticleElement: Bool

  /// Nothing but the captcha is to be filled in.
  var hasNoOtherField: Bool { signs.passwords == 0 && signs.fields == 0 }

  /// What walls of all kinds share, and what speaks against each.
  func addCommonSigns(to score: inout ChallengeScore) {
    if signs.marks.contains(.noIndex) { score.add(1) }
    if units < Self.tinyUnits { score.add(1) }
    if signs.links <= Self.fewLinks { score.add(1) }
    if text.ownProse >= 80 { score.add(-2) }
    if isArticle { score.add(-6) }
    if hasArticleElement { score.add(-3) }
  }
}

/// The weights of the signs of one kind of wall, added up.
struct ChallengeScore {
  /// The sum from which a page is a wall.
  static let threshold = 6

  let kind: ChallengePage.Kind
  private(set) var total = 0
  private(set) var sign = ""
  private var heaviest = 0
  /// Something on the page works as a wall does, and something shows that it is the page's matter.
  var isComplete = false

  init(_ kind: ChallengePage.Kind) {
    self.kind = kind
  }

  var isWall: Bool { isComplete && total >= Self.threshold }

  /// Adds a weight; `sign` says why, where that can be told to people.
  mutating func add(_ weight: Int, _ sign: String? = nil) {
    total += weight
    guard let sign, weight > heaviest else { return }
    heaviest = weight
    self.sign = sign
  }
}
