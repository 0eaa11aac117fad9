import Extraction
import Fetching
import FlowControl
import Summarisation

/// Summarises each text, at most so many at once.
actor SummariseStage {
  private let stage: StageContext
  private let summariser: any Summariser
  private let options: ReportOptions
  private let slots: AsyncSemaphore

  /// A stage that asks `summariser`, `concurrency` times at once at most; zero for no limit.
  init(
    stage: StageContext,
    summariser: any Summariser,
    options: ReportOptions,
    concurrency: Int
  ) {
    self.stage = stage
    self.summariser = summariser
    self.options = options
    slots = AsyncSemaphore(concurrency < 1 ? .max : concurrency, clock: stage.clock)
  }

  /// Passes on every item, as soon as it is summed up; finishes the output with the input.
  func run(_ input: Flow<Article>, into output: Flow<Summary>.Continuation) async {
    await forEachConcurrently(input, on: stage.workers, inline: \.hasFailed) { item in
      output.pass(await self.summarise(item))
    }
    output.finish()
  }

  nonisolated private func summarise(_ item: Item<Article>) async -> Item<Summary> {
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
  ) async throws -> Summary {
    let summary = try await summariser.summarise(text(of: article, priority, record))
    returnFreedMemory(after: article.text.utf8.count)
    record.note(summary, language: article.language ?? options.language)
    return summary
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
    _ summary: Summary,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    .summarised(
      source.subject,
      Event.Summarised(
        sentences: summary.sentences.count,
        model: record.model,
        usage: record.usage,
        seconds: seconds
      )
    )
  }
}

extension Record {
  /// Keeps what a summariser gave; `language` is the one that the text is known to be in.
  @inline(never)
  fileprivate mutating func note(_ summary: Summary, language known: String?) {
    language = known ?? summary.language.unlessEmpty
    self.summary = summary.sentences.map {
      summary.model == nil ? Sentence($0) : Sentence(written: $0.text)
    }
    model = summary.model
    usage = summary.usage.map(TokenUsage.init)
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

  /// A sentence that a model wrote, of bounded length and on one line.
  init(written text: String) {
    self.init(text: text.oneLine(limit: Self.longestWritten))
  }

  /// The most scalars of a sentence that a model wrote.
  static var longestWritten: Int { 2_000 }
}
