/// What a page says, freed from everything around it.
package struct Article: Sendable, Equatable {
  /// The title without the site's name.
  package var title: String?
  /// The authors' names in the order of the page.
  package var authors: [String]
  /// The day of publication, such as "2026-01-31".
  package var published: String?
  /// The day of the last change, such as "2026-01-31".
  package var modified: String?
  /// The language as a BCP 47 tag, such as "en" or "pt-BR".
  package var language: String?
  /// The name of the site.
  package var site: String?
  /// The address that the page calls its own; absolute where the page's address was known.
  package var canonical: String?
  /// The WHATWG name of the encoding the page was read with, in lower case.
  package var charset: String
  /// The main text: paragraphs separated by one blank line; other line breaks stand in code alone.
  ///
  /// The cells of a table's row are one paragraph, parted by " | ".
  package var text: String
  /// The headings of the text, in order.
  package var headings: [Heading]
  /// The links of the text, in order.
  package var links: [TextLink]
  /// Code, lists, quotations and tables of the text, in order.
  package var parts: [TextPart]
  /// The number of words in the text.
  package var words: Int

  package init(
    title: String? = nil,
    authors: [String] = [],
    published: String? = nil,
    modified: String? = nil,
    language: String? = nil,
    site: String? = nil,
    canonical: String? = nil,
    charset: String = "utf-8",
    text: String = "",
    headings: [Heading] = [],
    links: [TextLink] = [],
    parts: [TextPart] = [],
    words: Int = 0
  ) {
    self.title = title
    self.authors = authors
    self.published = published
    self.modified = modified
    self.language = language
    self.site = site
    self.canonical = canonical
    self.charset = charset
    self.text = text
    self.headings = headings
    self.links = links
    self.parts = parts
    self.words = words
  }
}

/// A heading within an article's text.
package struct Heading: Sendable, Equatable {
  package var text: String
  /// From 1 to 6.
  package var level: Int
  /// The offset of the heading in the article's text, in Unicode scalars.
  package var start: Int

  package init(text: String, level: Int, start: Int) {
    self.text = text
    self.level = level
    self.start = start
  }
}

/// Why a page gave no article.
package enum ExtractionError: Error, Sendable, Equatable {
  /// The page holds no main text; the article tells what was known besides.
  case empty(Article)
  /// The page is a wall before another one; the article tells what was known besides, without a text.
  case challenge(Article, ChallengePage)
  /// The page exceeds a budget ("nodes").
  case tooLarge(budget: String, limit: Int)
  /// The page sends its reader on to another address.
  case refresh(to: String)

  /// The kind of the failure as records name it.
  package var kind: String {
    switch self {
    case .empty: "empty"
    case .challenge: "challenge"
    case .tooLarge: "too_large"
    case .refresh: "refresh"
    }
  }

  /// What happened, for people: the thing that failed, the reason and what to do.
  package var message: String {
    switch self {
    case .empty: "the page holds no main text; it may need a browser to run its scripts"
    case .challenge(_, let wall): wall.message
    case .tooLarge(let budget, let limit):
      "the page has more than \(limit) \(budget) and attributes; raise the limit with --max-nodes"
    case .refresh(let address): "the page sends its reader on to \(address)"
    }
  }
}
