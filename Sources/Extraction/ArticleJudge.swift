/// Chooses between two ways to read a page of which nobody says what it is.
enum ArticleJudge {
  /// Whether the paragraphs of `article` are the page's matter, beside which `whole` adds but links and chaff.
  ///
  /// They are where they hold 0.6 of all in `whole` that is no link, or where both hold nearly the same, since the
  /// article's way leaves less chaff.
  static func prefers(_ article: [TextLine], to whole: [TextLine]) -> Bool {
    var mass = 0
    var units = 0
    for line in article {
      mass += line.mass
      units += line.units
    }
    var text = 0
    var all = 0
    for line in whole {
      text += line.units - line.linkUnits
      all += line.units
    }
    return units * 10 >= all * 7 || (mass >= 250 && mass * 10 >= text * 6)
  }
}
