internal import Fetching

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

  /// Asks the model, unless there is nothing to say; throws `ChatError`.
  ///
  /// When the task is cancelled it throws `CancellationError` at once.
  package func summarise(_ text: SourceText) async throws -> Summary {
    try Task.checkCancellation()
    guard length.sentences > 0, text.text.utf8.contains(where: { $0 > 0x20 }) else {
      return Summary(sentences: [], language: language(of: text), model: model)
    }
    let answer: ChatAnswer
    do throws(ChatError) {
      answer = try await client.answer(priority: text.priority) { request(about: text) }
    } catch {
      if case .cancelled = error { throw CancellationError() }
      throw error
    }
    return try summary(answer, of: text)
  }

  /// What is asked, apart from the waiting as what follows: thousands may wait, and none shall hold
  /// a prompt.
  @inline(never)
  private func request(about text: SourceText) -> FetchRequest {
    let prompt = ChatPrompt.page(text, sentences: length.sentences, words: length.words)
    return client.request(for: prompt)
  }

  @inline(never)
  private func summary(_ answer: ChatAnswer, of text: SourceText) throws(ChatError) -> Summary {
    let language = language(of: text)
    let plain = PlainAnswer.bytes(of: answer.text)
    guard let sentences = client.sentences.first(length, of: plain, language: language) else {
      throw .empty(endpoint: client.endpoint.name)
    }
    return Summary(
      sentences: sentences.map {
        SummarySentence(text: client.sentence($0), start: 0, end: 0, score: 1)
      },
      language: language,
      model: model,
      usage: answer.usage
    )
  }

  private func language(of text: SourceText) -> String {
    LanguageData.primarySubtag(text.language)
      ?? client.sentences.language(of: Array(text.text.utf8).span, tag: nil)
  }
}
