import Extraction
import Fetching
import FlowControl

/// Decodes documents and finds their main text, on the workers.
///
/// Parses are weighted by size, so that two giants never meet.
actor ExtractStage {
  /// The bytes of documents, once decoded, that may be parsed at the same time.
  private static let parsedAtOnce = 16 << 20

  private let stage: StageContext
  private let maxSize: Int
  private let extractor: Extractor
  private let programs: ProgramPath
  private let memory: AsyncSemaphore

  /// A stage within the limits of `configuration`.
  init(stage: StageContext, configuration: Configuration) {
    self.stage = stage
    maxSize = configuration.fetching.maxSize
    extractor = Extractor(maxNodes: configuration.extraction.maxNodes)
    programs = ProgramPath(configuration.extraction.programPath)
    memory = AsyncSemaphore(Self.parsedAtOnce, clock: stage.clock)
  }

  /// Passes on every item, as soon as its text is found; finishes the output with the input.
  func run(_ input: Flow<Content>, into output: Flow<Article>.Continuation) async {
    await forEachConcurrently(input, on: stage.workers, inline: \.hasFailed) { item in
      output.pass(await self.extract(item))
    }
    output.finish()
  }

  nonisolated private func extract(_ item: Item<Content>) async -> Item<Article> {
    await item.then(.extract, stage, turn: { try await self.turn($0, item) }, told: Self.told) {
      content,
      record in
      try await article(from: content, item.source, &record)
    }
  }

  nonisolated private func turn(
    _ content: Content,
    _ item: Item<Content>
  ) async throws -> AsyncSemaphore.Permit {
    try await memory.acquire(weight: weight(of: content), priority: item.source.priority)
  }

  /// What a document may grow to; text packs to a tenth at best, and the cap bounds bombs.
  nonisolated private func weight(of content: Content) -> Int {
    min(10 * content.size, maxSize)
  }

  nonisolated private func article(
    from content: Content,
    _ source: Source,
    _ record: inout Record
  ) async throws -> Article {
    let bytes = try content.decoded(limit: maxSize)
    record.note(bytes)
    let article: Article
    do {
      article = try await read(bytes, content, record.finalURL, isFirst: source.refresh == nil)
    } catch ExtractionError.refresh(let target) {
      throw try refresh(to: target, from: record, isPublic: content.isPublic)
    } catch ExtractionError.empty(let article) {
      record.note(article)
      throw ExtractionError.empty(article)
    } catch let error as PDFDocument.NoText {
      record.note(error.article)
      throw error.failure
    }
    record.note(article)
    return article
  }

  nonisolated private func read(
    _ bytes: [UInt8],
    _ content: Content,
    _ address: String?,
    isFirst: Bool
  ) async throws -> Article {
    switch content.type(of: bytes) {
    case .unsupported(let name):
      throw Failure(.unsupportedType, "\(name) is not a kind of document that can be read")
    case .pdf:
      return try await PDFDocument(bytes, programs: programs, maxSize: maxSize).article(extractor)
    case .plainText:
      return try extractor.article(
        from: bytes,
        kind: .plainText,
        charset: content.charset,
        address: address,
        followsRefresh: false
      )
    case .html:
      return try extractor.article(
        from: bytes,
        kind: .html,
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

  /// Keeps what a page says and who says it; all but the text is short, whatever the page gives.
  fileprivate mutating func note(_ article: Article) {
    charset = article.charset
    title = article.title?.oneLine(limit: 1_000).unlessEmpty
    let names = article.authors.prefix(100).compactMap { $0.oneLine(limit: 200).unlessEmpty }
    authors = names.isEmpty ? nil : names
    published = article.published
    modified = article.modified
    language = article.language?.oneLine(limit: 40).unlessEmpty
    site = article.site?.oneLine(limit: 200).unlessEmpty
    // Part of an address would be another.
    canonical = article.canonical.flatMap { $0.utf8.count <= 8_192 ? $0 : nil }
    guard !article.text.isEmpty else { return }
    text = article.text
    textSHA256 = Fetching.sha256(Array(article.text.utf8))
    headings = article.headings.map {
      Heading(text: $0.text, level: $0.level, start: $0.start)
    }
  }
}
