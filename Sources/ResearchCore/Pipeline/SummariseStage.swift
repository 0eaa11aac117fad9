import Extraction
import Fetching
import FlowControl
import Summarisation

/// Summarises each text, at most so many at once.
///
/// No page is lost through a model: where one fails for good, the fallback summarises the page.
actor SummariseStage {
  private let stage: StageContext
  private let summariser: any Summariser
  private let fallback: (any Summariser)?
  private let options: ReportOptions
  private let slots: AsyncSemaphore
  /// Why the model failed so far, each reason once.
  private var reasons = Set<String>()

  /// More reasons are not told apart from those that were told.
  private static let mostReasons = 100

  /// A stage that asks `summariser`, `concurrency` times at once at most; zero for no limit.
  ///
  /// A `ChatError` of it sends the text to `fallback`, where there is one.
  init(
    stage: StageContext,
    summariser: any Summariser,
    fallback: (any Summariser)? = nil,
    options: ReportOptions,
    concurrency: Int
  ) {
    self.stage = stage
    self.summariser = summariser
    self.fallback = fallback
    self.options = options
    slots = AsyncSemaphore(concurrency < 1 ? .max : concurrency, clock: stage.clock)
  }

  /// Passes on every item, as soon as it is summed up; finishes the output with the input.
  func run(_ input: Flow<Article>, into output: Flow<SummaryEnding>.Continuation) async {
    await forEachConcurrently(input, on: stage.workers, inline: \.hasFailed) { item in
      output.pass(await self.summarise(item))
    }
    output.finish()
  }

  nonisolated private func summarise(_ item: Item<Article>) async -> Item<SummaryEnding> {
    await item.then(.summarise, stage, turn: { _ in try await self.turn(item) }, told: Self.told) {
      article,
      record in
      try await summary(of: article, item.source.priority, &record)
    }
  }

  nonisolated private func turn(_ item: Item<Article>) async throws -> AsyncSemaphore.Permit {
    try await slots.acquire(priority: item.source.priority)
  }

  /// What is given to the summariser and what is learnt from it stand apart: no frame that waits
  /// shall hold what they need.
  nonisolated private func summary(
    of article: Article,
    _ priority: Priority,
    _ record: inout Record
  ) async throws -> SummaryEnding {
    defer { returnFreedMemory(after: article.text.utf8.count) }
    do {
      let summary = try await summariser.summarise(text(of: article, priority, record))
      return record.note(summary, language: article.language ?? options.language)
    } catch let error as ChatError {
      guard let fallback, !error.isCancelled else { throw error }
      return try await summary(of: article, priority, &record, by: fallback, after: error)
    }
  }

  /// What stands where the model has failed.
  @inline(never)
  nonisolated private func summary(
    of article: Article,
    _ priority: Priority,
    _ record: inout Record,
    by fallback: any Summariser,
    after error: ChatError
  ) async throws -> SummaryEnding {
    record.modelError = Failure(error)
    await tell(Failure(error))
    let summary = try await fallback.summarise(text(of: article, priority, record))
    var ending = record.note(summary, language: article.language ?? options.language)
    ending.hasFailedCall = error.isOfAnAnswer
    return ending
  }

  /// Tells each reason once, however many pages it is the reason of.
  private func tell(_ failure: Failure) {
    guard reasons.count < Self.mostReasons, reasons.insert(failure.message).inserted else { return }
    stage.events.publish(.degraded(failure))
  }

  @inline(never)
  nonisolated private func text(
    of article: Article,
    _ priority: Priority,
    _ record: Record
  ) -> SourceText {
    var text = SourceText(
      text: article.text,
      language: article.language ?? options.language,
      question: options.question,
      title: article.title,
      address: SourceAddress(record.finalURL ?? record.source).link
    )
    text.priority = priority
    text.passedOver = record.passedOver
    return text
  }

  nonisolated private static func told(
    _ source: Source,
    _ ending: SummaryEnding,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    .summarised(
      source.subject,
      Event.Summarised(
        sentences: ending.sentences,
        model: record.model,
        usage: record.usage,
        error: record.modelError,
        hasFailedCall: ending.hasFailedCall,
        seconds: seconds
      )
    )
  }
}

extension Record {
  /// Keeps what a summariser gave; `language` is the one that the text is known to be in.
  @inline(never)
  fileprivate mutating func note(_ summary: Summary, language known: String?) -> SummaryEnding {
    language = known ?? summary.language.unlessEmpty
    self.summary = summary.sentences.map {
      summary.model == nil ? Sentence($0) : .written($0)
    }
    model = summary.model
    usage = summary.usage.map(TokenUsage.init)
    return SummaryEnding(sentences: summary.sentences.count)
  }
}

extension Record.Sentence {
  /// A sentence quoted from a text.
  init(_ sentence: SummarySentence) {
    self.init(
      text: sentence.text,
      start: sentence.start,
      end: sentence.end,
      score: sentence.score
    )
  }

  /// A sentence that a model wrote, with the places that it cites.
  static func written(_ sentence: SummarySentence) -> Record.Sentence {
    var written = Record.Sentence(written: sentence.text)
    guard !sentence.places.isEmpty else { return written }
    written.passages = sentence.places.map {
      Record.Place(start: $0.lowerBound, end: $0.upperBound)
    }
    written.supported = sentence.isSupported
    return written
  }

  /// A sentence that a model wrote, of bounded length and on one line.
  init(written text: String) {
    self.init(text: text.oneLine(limit: Self.longestWritten))
  }

  /// The most scalars of a sentence that a model wrote.
  static var longestWritten: Int { 2_000 }
}
