/// Summarises texts with a model; what it writes is made plain and bounded.
package struct ChatSummariser: Summariser {
  private let client: ChatClient
  private let model: String
  private let length: SummaryLength

  /// Makes a summariser whose summaries never exceed the sentences and words, whatever comes.
  package init(client: ChatClient, model: String, sentences: Int, words: Int?) {
    self.client = client
    self.model = model
    length = SummaryLength(sentences: sentences, words: words)
  }

  /// Asks the model once, unless there is nothing to say; throws `ChatError`.
  ///
  /// When the task is cancelled it throws `CancellationError` at once.
  package func summarise(_ text: SourceText) async throws -> Summary {
    try Task.checkCancellation()
    let bytes = Array(text.text.utf8)
    let language = client.sentences.language(of: bytes.span, tag: text.language)
    guard length.sentences > 0, bytes.contains(where: { $0 > 0x20 }) else {
      return Summary(sentences: [], language: language, model: model)
    }
    let answer = try await ask(text)
    let plain = PlainAnswer.bytes(of: answer.text)
    let sentences = client.sentences.first(length, of: plain, language: language)
    return Summary(
      sentences: sentences.map { SummarySentence(text: $0, start: 0, end: 0, score: 1) },
      language: language,
      model: model,
      usage: answer.usage
    )
  }

  private func ask(_ text: SourceText) async throws -> ChatAnswer {
    let prompt = ChatPrompt.page(text, sentences: length.sentences, words: length.words)
    do throws(ChatError) {
      return try await client.answer(to: prompt)
    } catch .cancelled {
      throw CancellationError()
    }
  }
}
