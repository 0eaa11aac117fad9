/// Has a model write a report's summary from the summaries of its sources, with citations.
package struct ChatReport: Sendable {
  /// The most sources that a model is asked about at once.
  package static let maxSources = 500

  private let client: ChatClient
  private let model: String

  /// Makes a writer; `model` is the name that the summary bears.
  package init(client: ChatClient, model: String) {
    self.client = client
    self.model = model
  }

  /// Asks for at most so many sentences; throws `.cancelled` at once when cancelled.
  ///
  /// `language` is a BCP 47 tag. Where the sources are many, each gets an equal share of 60,000
  /// characters, and only the first ``maxSources`` go along. Numbers that name no source are
  /// dropped; throws `.empty` where the answer has no sentence.
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
    let known = Set(sources.prefix(Self.maxSources).map(\.number))
    let cited = CitedText(PlainAnswer.bytes(of: answer.text), known: known)
    let tag = client.sentences.language(of: cited.text.span, tag: language)
    let found = client.sentences.sentences(of: cited.text.span, language: tag)
    guard !found.isEmpty else { throw .empty(endpoint: client.endpoint.name) }
    return AuthoredSummary(
      sentences: cited.sentences(found).prefix(sentences).map {
        AuthoredSummary.Sentence(text: client.sentence($0.text), sources: $0.sources)
      },
      model: model,
      usage: answer.usage
    )
  }
}
