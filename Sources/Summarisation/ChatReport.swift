/// Has a model write a report's summary from the summaries of its sources, with citations.
package struct ChatReport: Sendable {
  private let client: ChatClient
  private let model: String

  /// Makes a writer; `model` is the name that the summary bears.
  package init(client: ChatClient, model: String) {
    self.client = client
    self.model = model
  }

  /// Asks once for at most so many sentences; throws `.cancelled` at once when cancelled.
  ///
  /// `language` is a BCP 47 tag. Where the sources are many, each gets an equal share of 60,000
  /// characters, and only the first 500 go along. Numbers that name no source are dropped.
  package func summary(
    of sources: [ReportSource],
    question: String?,
    language: String?,
    sentences: Int
  ) async throws(ChatError) -> AuthoredSummary {
    guard !sources.isEmpty, sentences > 0 else {
      return AuthoredSummary(sentences: [], model: model)
    }
    let prompt = ChatPrompt.report(
      sources,
      question: question,
      language: language,
      sentences: sentences
    )
    let answer = try await client.answer(to: prompt)
    let known = Set(sources.prefix(ChatPrompt.maxSources).map(\.number))
    let cited = CitedText(PlainAnswer.bytes(of: answer.text), known: known)
    let tag = client.sentences.language(of: cited.text.span, tag: language)
    let found = client.sentences.sentences(of: cited.text.span, language: tag)
    return AuthoredSummary(
      sentences: Array(cited.sentences(found).prefix(sentences)),
      model: model,
      usage: answer.usage
    )
  }
}
