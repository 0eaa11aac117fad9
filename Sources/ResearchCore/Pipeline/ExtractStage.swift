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

  private let stage: StageContext
  private let maxSize: Int
  private let maxRedirects: Int
  private let extractor: Extractor
  private let programs: ProgramPath
  private let memory: AsyncSemaphore
  /// One document at a time that was packed more tightly than expected, until its item ends.
  private let packed: AsyncSemaphore
  private let texts: AsyncSemaphore

  /// A stage within the limits of `configuration`.
  init(stage: StageContext, configuration: Configuration) {
    self.stage = stage
    maxSize = configuration.fetching.maxSize
    maxRedirects = configuration.fetching.maxRedirects
    extractor = Extractor(
      maxNodes: configuration.extraction.maxNodes,
      now: Int(stage.startTime)
    )
    programs = ProgramPath(configuration.extraction.programPath)
    memory = AsyncSemaphore(Self.parsedAtOnce, clock: stage.clock)
    // Behind a barrier all texts are held, and a bound would hold it shut.
    let isBarred = configuration.schedule == .barriers
    packed = AsyncSemaphore(isBarred ? .max : 1, clock: stage.clock)
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
      record.bytes = content.size
      do {
        let bytes = try content.decoded(limit: self.weight(of: content))
        return try await article(from: content, bytes, item.source, &record)
      } catch FetchError.tooLarge(_, .decoded) where self.weight(of: content) < maxSize {
        // Whoever has this permit waits for nobody in this stage: else two could wait for each other.
        let permit = try await packed.acquire(priority: item.source.priority)
        defer { withExtendedLifetime(permit) {} }
        hold = hold ?? permit
        let bytes = try content.decoded(limit: maxSize)
        return try await article(from: content, bytes, item.source, &record)
      }
    }
    if case .success(let content) = item.result { returnFreedMemory(after: weight(of: content)) }
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

  /// What a document may grow to: text packs to a tenth at best.
  ///
  /// One that grows further is read with no other of its kind.
  nonisolated private func weight(of content: Content) -> Int {
    min(content.isPacked ? 10 * content.size : content.size, maxSize)
  }

  nonisolated private func article(
    from content: Content,
    _ bytes: [UInt8],
    _ source: Source,
    _ record: inout Record
  ) async throws -> Article {
    record.note(bytes)
    let article: Article
    do {
      article = try await read(bytes, content, source)
    } catch ExtractionError.empty(let article) {
      record.note(article)
      throw ExtractionError.empty(article)
    } catch ExtractionError.challenge(let article, let wall) {
      record.note(article)
      throw ExtractionError.challenge(article, wall)
    } catch let error as PDFDocument.NoText {
      record.note(error.article)
      throw error.failure
    }
    record.note(article)
    return article
  }

  /// Reads a page, or throws where it leads to; one that leads to no address is read as it is.
  nonisolated private func read(
    _ bytes: [UInt8],
    _ content: Content,
    _ source: Source
  ) async throws -> Article {
    guard case .page(let page) = content, source.refresh == nil else {
      return try await read(bytes, content, isFirst: false)
    }
    do {
      return try await read(bytes, content, isFirst: true)
    } catch ExtractionError.refresh(let target) {
      if let failure = refresh(to: target, from: page) { throw failure }
      return try await read(bytes, content, isFirst: false)
    }
  }

  nonisolated private func read(
    _ bytes: [UInt8],
    _ content: Content,
    isFirst: Bool
  ) async throws -> Article {
    let type = content.type(of: bytes)
    switch type {
    case .unsupported(let name):
      throw Failure(.unsupportedType, "\(name) is not a kind of document that can be read")
    case .pdf:
      return try await PDFDocument(bytes, programs: programs, maxSize: maxSize).article(extractor)
    case .plainText:
      return try extractor.article(
        from: bytes,
        kind: .plainText,
        charset: content.charset,
        address: content.address,
        followsRefresh: false
      )
    case .html, .xhtml:
      return try extractor.article(
        from: bytes,
        kind: type == .xhtml ? .xhtml : .html,
        charset: content.charset,
        address: content.address,
        followsRefresh: isFirst
      )
    case .markdown:
      return try extractor.article(
        from: try MarkdownDocument.html(from: bytes),
        kind: .wholeHTML,
        charset: "utf-8",
        address: content.address,
        followsRefresh: false
      )
    }
  }

  /// A page that refreshes is followed once, and waits in the frontier as any other; nil where it
  /// leads to what is no address of the web.
  ///
  /// It counts as a redirect: where no more are allowed, that is the page's end.
  nonisolated private func refresh(to target: String, from page: Page) -> StepFailure? {
    // What is no address leads nowhere.
    guard let address = try? page.address.resolving(target) else { return nil }
    guard page.redirects < maxRedirects else {
      return StepFailure(Failure(FetchError.tooManyRedirects(limit: maxRedirects)))
    }
    return StepFailure(
      Failure(.empty, "the page refreshes to \(address)"),
      again: StepFailure.Again(
        delay: .zero,
        reason: .refresh,
        refresh: address,
        isLedByPublic: page.isPublic,
        redirects: page.redirects + 1
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

extension Content {
  /// The address or path, without what names a place in it.
  fileprivate var address: String {
    switch self {
    case .page(let page): page.address.description
    case .file(let path, _, _): path
    }
  }
}
