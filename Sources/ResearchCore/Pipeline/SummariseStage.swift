import Extraction
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
    slots = AsyncSemaphore(concurrency == 0 ? .max : concurrency, clock: stage.clock)
  }

  /// Passes on every item, as soon as it is summed up; finishes the output with the input.
  func run(_ input: Flow<Article>, into output: Flow<Summary>.Continuation) async {
    await forEachConcurrently(input) { item in output.pass(await self.summarise(item)) }
    output.finish()
  }

  nonisolated private func summarise(_ item: Item<Article>) async -> Item<Summary> {
    let source = item.source
    return await item.then(.summarise, stage, told: Self.told) { article, record in
      let text = SourceText(
        text: article.text,
        language: article.language ?? self.options.language,
        question: self.options.question,
        title: article.title
      )
      let summary = try await self.slots.withPermit(priority: source.priority) {
        try await perform(on: self.stage.workers) {
          try await self.summariser.summarise(text)
        }
      }
      record.language = article.language ?? self.options.language ?? summary.language
      record.summary = summary.sentences.map {
        Record.Sentence(text: $0.text, start: $0.start, end: $0.end, score: $0.score)
      }
      return summary
    }
  }

  nonisolated private static func told(
    _ subject: Event.Subject,
    _ summary: Summary,
    _ record: Record,
    _ seconds: Double
  ) -> Event.Kind {
    .summarised(
      subject,
      Event.Summarised(
        sentences: summary.sentences.count,
        model: record.model,
        seconds: seconds
      )
    )
  }
}
