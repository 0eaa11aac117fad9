/// Turns the bytes of a document into an article: encoding, tree, metadata, main text.
///
/// Pure and synchronous: the same bytes give the same article, on any thread. Whatever the bytes are, it ends, in time and
/// memory linear in their number.
package struct Extractor: Sendable {
  private let maxNodes: Int
  private let maxDepth: Int
  private let latest: Day?
  private let leftOut: ExtractionSteps

  /// `maxNodes` bounds elements, attributes and texts of a page; deeper nesting than `maxDepth` is flattened.
  ///
  /// `now`, in seconds since 1970, is when the pages were fetched: a date more than a day later is none of theirs. Steps
  /// are left out for measurements alone.
  package init(
    maxNodes: Int = 1_000_000,
    maxDepth: Int = 256,
    now: Int? = nil,
    leavingOut leftOut: ExtractionSteps = []
  ) {
    self.maxNodes = maxNodes
    self.maxDepth = maxDepth
    self.leftOut = leftOut
    latest = now.flatMap { Day(secondsSince1970: $0 + 86_400) }
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document after content decoding.
  ///   - kind: How it is to be read.
  ///   - charset: The charset of the Content-Type header.
  ///   - address: The final address of the page, against which its references are resolved.
  ///   - followsRefresh: Whether a meta refresh to another address ends the extraction.
  /// - Returns: What the document says.
  /// - Throws: `empty` without a main text, `challenge` where a wall stands before the page, `tooLarge` above a budget,
  ///   `refresh` where the page sends its reader on.
  package func article(
    from bytes: [UInt8],
    kind: DocumentKind,
    charset: String?,
    address: String?,
    followsRefresh: Bool
  ) throws(ExtractionError) -> Article {
    let isMarkup = kind != .plainText
    let decoded = CharacterEncoding.decode(bytes, label: charset, isMarkup: isMarkup)
    var writer = TextWriter()
    var article = Article(charset: decoded.name)
    if isMarkup {
      let page = Page(bytes: decoded.bytes, kind: kind, address: address)
      try read(page, followsRefresh, &article, to: &writer)
    } else {
      PlainText.write(decoded.bytes, to: &writer)
      article.text = writer.text
    }
    let isUnreadable = decoded.name == EncodingLabels.Encoding.replacement.name
    article.words = WordCount.words(in: article.text)
    if article.words == 0 || !Self.saysAnything(article.text) || isUnreadable {
      (article.text, article.words) = ("", 0)
      throw .empty(article)
    }
    article.headings = writer.headings
    article.parts = writer.parts.parts
    if kind == .wholeHTML {
      article.title = article.headings.first { $0.level == 1 }?.text ?? article.title
    }
    return article
  }

  /// Markup in UTF-8, how it is to be read, and where it came from.
  private struct Page {
    let bytes: [UInt8]
    let kind: DocumentKind
    let address: String?
  }

  private func read(
    _ page: Page,
    _ followsRefresh: Bool,
    _ article: inout Article,
    to writer: inout TextWriter
  ) throws(ExtractionError) {
    let (document, linkedData) = try HTMLParser.document(
      from: page.bytes,
      maxNodes: maxNodes,
      maxDepth: maxDepth,
      isXML: page.kind == .xhtml
    )
    if followsRefresh { try checkRefresh(document, page.address) }
    let blocks = TextBlocksBuilder.blocks(of: document)
    let metadata = PageMetadata(
      document,
      blocks,
      linkedData: leftOut.contains(.linkedData) ? [] : linkedData,
      address: page.address,
      leavingOut: leftOut,
      source: page.bytes,
      latest: latest
    )
    describe(&article, metadata)
    let targets = LinkTargets(document, address: page.address, canonical: metadata.canonical)
    defer { article.links = targets.links(writer.links, pageSize: page.bytes.count) }
    guard page.kind != .wholeHTML else {
      MainText.writeAll(blocks, to: &writer)
      article.text = writer.text
      return
    }
    let facts = facts(metadata.facts)
    MainText.write(blocks, document, facts, to: &writer)
    article.text = writer.text
    let wall = ChallengePage.judge(article, facts, document, blocks, source: page.bytes)
    guard let wall else { return }
    // What a wall says is nobody's article.
    article.text = ""
    throw .challenge(article, wall)
  }

  /// The facts without those that the steps that are left out would have read.
  private func facts(_ found: PageFacts) -> PageFacts {
    guard !leftOut.isEmpty else { return found }
    var facts = found
    if leftOut.contains(.witness) { facts.articleBody = [] }
    if leftOut.contains(.kinds) { facts.kind = .article }
    return facts
  }

  /// Whether a text has a letter or a digit of any script.
  private static func saysAnything(_ text: String) -> Bool {
    if text.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }) { return true }
    return text.unicodeScalars.contains { scalar in
      scalar.value >= 0x80
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }

  private func describe(_ article: inout Article, _ metadata: PageMetadata) {
    article.title = metadata.title
    article.authors = metadata.authors
    article.published = metadata.published
    article.modified = metadata.modified
    article.language = metadata.language
    article.site = metadata.site
    article.canonical = metadata.canonical
  }

  private func checkRefresh(_ document: HTMLDocument, _ address: String?) throws(ExtractionError) {
    guard let target = MetaRefresh.target(in: document),
      let resolved = AddressReference.resolve(target, against: address)
    else { return }
    let plain = resolved.prefix { $0 != "#" }
    if let address, plain == address.prefix(while: { $0 != "#" }) { return }
    throw .refresh(to: resolved)
  }
}
