import Extraction
import Fetching
import FlowControl

/// Decodes documents and finds their main text, on the workers.
///
/// Parses are weighted by size, so that two giants never meet; long texts are counted until their items end.
actor ExtractStage {
  /// The bytes of documents, once decoded, that may be parsed at the same time; one takes up to fifteen times its own.
  private static let parsedAtOnce = 12 << 20
  /// The bytes of large documents whose texts may be on their way at the same time.
  private static let textsAtOnce = 12 << 20
  /// What is smaller is not counted: the window bounds it.
  private static let largeText = 256 << 10
  /// What is larger leaves so much memory behind that it is given back at once.
  private static let giant = 1 << 20

  private let stage: StageContext
  private let maxSize: Int
  private let extractor: Extractor
  private let memory: AsyncSemaphore
  private let texts: AsyncSemaphore

  /// A stage within the limits of `configuration`.
  init(stage: StageContext, configuration: Configuration) {
    self.stage = stage
    maxSize = configuration.fetching.maxSize
    extractor = Extractor(maxNodes: configuration.extraction.maxNodes)
    memory = AsyncSemaphore(Self.parsedAtOnce, clock: stage.clock)
    // Behind a barrier all texts are held, and a bound would hold it shut.
    let isBarred = configuration.schedule == .barriers
    texts = AsyncSemaphore(isBarred ? .max : Self.textsAtOnce, clock: stage.clock)
  }

  /// Passes on every item, as soon as its text is found; finishes the output with the input.
  func run(_ input: Flow<Content>, into output: Flow<Article>.Continuation) async {
    await forEachConcurrently(input, on: stage.workers, inline: \.hasFailed) { item in
      output.pass(await self.extract(item))
    }
    output.finish()
  }

  nonisolated private func extract(_ item: Item<Content>) async -> Item<Article> {
    var hold: AsyncSemaphore.Permit?
    let result: Item<Article> = await item.then(
      .extract,
      stage,
      turn: { content in
        hold = try await self.place(for: content, item)
        return try await self.turn(content, item)
      },
      told: Self.told
    ) { content, record in
      try article(from: content, item.source, &record)
    }
    // Threads keep what they free, each for itself: after a giant that is more than all others need.
    if case .success(let content) = item.result, weight(of: content) > Self.giant {
      returnFreedMemory()
    }
    return result.hasFailed ? result : result.holding(hold)
  }

  /// The place of a long text, kept until its item has reached the end.
  nonisolated private func place(
    for content: Content,
    _ item: Item<Content>
  ) async throws -> AsyncSemaphore.Permit? {
    let weight = weight(of: content)
    guard weight > Self.largeText else { return nil }
    return try await texts.acquire(weight: weight, priority: item.source.priority)
  }

  nonisolated private func turn(
    _ content: Content,
    _ item: Item<Content>
  ) async throws -> AsyncSemaphore.Permit {
    try await memory.acquire(weight: weight(of: content), priority: item.source.priority)
  }

  /// What a document may grow to; text packs to a tenth at best, and the cap bounds bombs.
  nonisolated private func weight(of content: Content) -> Int {
    min(content.isPacked ? 10 * content.size : content.size, maxSize)
  }

  nonisolated private func article(
    from content: Content,
    _ source: Source,
    _ record: inout Record
  ) throws -> Article {
    let bytes = try content.decoded(limit: maxSize)
    record.note(bytes)
    let article: Article
    do {
      article = try read(bytes, content, record.finalURL, isFirst: source.refresh == nil)
    } catch ExtractionError.refresh(let target) {
      throw try refresh(to: target, from: record, isPublic: content.isPublic)
    } catch ExtractionError.empty(let article) {
      record.note(article)
      throw ExtractionError.empty(article)
    }
    record.note(article)
    return article
  }

  nonisolated private func read(
    _ bytes: [UInt8],
    _ content: Content,
    _ address: String?,
    isFirst: Bool
  ) throws -> Article {
    switch content.type(of: bytes) {
    case .unsupported(let name):
      throw Failure(.unsupportedType, "\(name) is not a kind of document that can be read")
    case .plainText:
      return try extractor.article(
        from: bytes,
        kind: .plainText,
        charset: content.charset,
        address: address,
        followsRefresh: false
      )
    case .html, .xhtml:
      return try extractor.article(
        from: bytes,
        kind: content.type(of: bytes) == .xhtml ? .xhtml : .html,
        charset: content.charset,
        address: address,
        followsRefresh: isFirst && content.isPage
      )
    case .markdown:
      return try extractor.article(
        from: try MarkdownDocument.html(from: bytes),
        kind: .wholeHTML,
        charset: "utf-8",
        address: address,
        followsRefresh: false
      )
    }
  }

  /// A page that refreshes is followed once, and waits in the frontier as any other.
  nonisolated private func refresh(
    to target: String,
    from record: Record,
    isPublic: Bool
  ) throws -> StepFailure {
    let address = try WebAddress(record.finalURL ?? record.source).resolving(target)
    return StepFailure(
      Failure(.empty, "the page refreshes to \(address)"),
      again: StepFailure.Again(
        delay: .zero,
        reason: .refresh,
        refresh: address,
        isLedByPublic: isPublic
      )
    )
  }

  nonisolated private static func told(
    _ source: Source,
    _ article: Article,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    .extracted(
      source.subject,
      Event.Extracted(
        words: article.words,
        language: article.language,
        title: article.title,
        seconds: seconds
      )
    )
  }
}

extension Record {
  /// Keeps what the body was, after content decoding.
  mutating func note(_ body: [UInt8]) {
    bytes = body.count
    sha256 = Fetching.sha256(body)
  }

  /// Keeps what a page says and who says it.
  fileprivate mutating func note(_ article: Article) {
    charset = article.charset
    title = article.title
    authors = article.authors.isEmpty ? nil : article.authors
    published = article.published
    modified = article.modified
    language = article.language
    site = article.site
    canonical = article.canonical
    guard !article.text.isEmpty else { return }
    text = article.text
    textSHA256 = Fetching.sha256(Array(article.text.utf8))
    headings = article.headings.map {
      Heading(text: $0.text, level: $0.level, start: $0.start)
    }
  }
}
