/// A page that stands before another one: a bot check, a log-in or a question for consent.
///
/// It is judged by what it is built of; what it says counts as one sign among several, and nothing counts where the page
/// has a text of its own. Signs are weighed, and ``ChallengeScore/threshold`` decides.
package struct ChallengePage: Sendable, Equatable {
  /// What the page asks for.
  package enum Kind: String, Sendable, CaseIterable {
    case botCheck = "a bot check"
    case signIn = "a log-in wall"
    case consent = "a consent wall"

    fileprivate var remedy: String {
      switch self {
      case .botCheck: "open it in a browser, pass the check"
      case .signIn: "open it in a browser, log in"
      case .consent: "open it in a browser, answer there"
      }
    }
  }

  /// What the page asks for.
  package let kind: Kind
  /// The sign that weighed most, as a part of a sentence.
  package let sign: String

  package init(_ kind: Kind, sign: String) {
    (self.kind, self.sign) = (kind, sign)
  }

  /// What happened, for people: what kind of wall, by what sign, and what to do.
  package var message: String {
    "the page is \(kind.rawValue): \(sign); \(kind.remedy), save the page and give the file"
  }
}

extension ChallengePage {
  /// Judges a page.
  ///
  /// - Parameters:
  ///   - article: What extraction made of the page.
  ///   - facts: What its head says.
  ///   - document: Its tree.
  ///   - blocks: The text of the tree.
  ///   - source: The page in UTF-8, with its scripts.
  /// - Returns: The wall that it is; nil where it is none.
  static func judge(
    _ article: Article,
    _ facts: PageFacts,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    source: [UInt8]
  ) -> ChallengePage? {
    guard let text = ChallengeText(article.text) else { return nil }
    let page = ChallengeEvidence(
      text: text,
      signs: ChallengeScan.signs(of: source),
      words: ChallengeWords(document, blocks, text),
      units: blocks.blocks.reduce(0) { $0 + Int($1.units) },
      isArticle: saysArticle(article, facts, document),
      hasArticleElement: document.nodes.contains { $0.tag == .article }
    )
    let scores = [
      BotCheckScore.score(page), SignInScore.score(page, document),
      ConsentScore.score(page, document, blocks),
    ]
    let best = scores.max { $0.total < $1.total }
    guard let best, best.isWall else { return nil }
    return ChallengePage(best.kind, sign: best.sign)
  }

  /// Whether the page itself says that it is an article; its address says nothing, for walls stand at articles' addresses.
  private static func saysArticle(
    _ article: Article,
    _ facts: PageFacts,
    _ document: HTMLDocument
  ) -> Bool {
    if !article.authors.isEmpty || !facts.articleBody.isEmpty { return true }
    let head = PageHead(document)
    return head.has("article:published_time") || head.first("og:type") == Array("article".utf8)
  }
}
