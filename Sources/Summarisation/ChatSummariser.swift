internal import Fetching

/// Summarises texts with a model, which is given them in numbered passages and cites these.
///
/// What it writes is made plain and bounded, and each sentence is judged by what it cites.
package struct ChatSummariser: Summariser {
  private let writer: ChatWriter
  private let model: String
  private let length: SummaryLength
  private let prompts: Prompts
  private let places: CitedPlaces
  /// In tokens, of text in one call; nil for what the model takes.
  var window: Int?

  private var client: ChatClient { writer.client }

  /// Makes a summariser whose summaries never exceed the sentences and words, whatever comes.
  package init(
    client: ChatClient,
    model: String,
    sentences: Int,
    words: Int?,
    prompts: Prompts
  ) {
    writer = ChatWriter(client: client)
    self.model = model
    self.prompts = prompts
    length = SummaryLength(sentences: sentences, words: words)
    places = CitedPlaces(client.sentences)
  }

  /// Asks the model, unless there is nothing to say; throws `ChatError`.
  ///
  /// A text that is too long for one call is summarised in parts. When the task is cancelled it
  /// throws `CancellationError` at once.
  package func summarise(_ text: SourceText) async throws -> Summary {
    try Task.checkCancellation()
    guard length.sentences > 0, text.text.utf8.contains(where: { $0 > 0x20 }) else {
      return Summary(sentences: [], language: language(of: text), model: model)
    }
    do throws(ChatError) {
      return try await summary(of: text)
    } catch {
      if case .cancelled = error { throw CancellationError() }
      throw error
    }
  }

  private func summary(of text: SourceText) async throws(ChatError) -> Summary {
    var window = window ?? client.window
    if tokens(of: text, upTo: window) <= window {
      do throws(ChatError) {
        return try summary(try await answer(about: text), of: text)
      } catch {
        let tokens = TokenEstimate.tokens(in: text.text)
        guard case .tooLong = error, tokens > PromptWindow.least else { throw error }
        // A little more than half, so that two parts do.
        window = max(PromptWindow.least, tokens * 5 / 8)
      }
    }
    return try await summary(ofParts: text, window)
  }

  private func answer(about text: SourceText) async throws(ChatError) -> ChatAnswer {
    try await writer.answer(priority: text.priority) { prompt(about: text) }
  }

  /// Apart from what most pages take, whose frames are held while thousands wait.
  @inline(never)
  private func summary(
    ofParts text: SourceText,
    _ window: Int
  ) async throws(ChatError) -> Summary {
    let numbered = NumberedText(text, client.sentences)
    var parts = PartedSummary(writer, prompts, length, of: text, numbered, window: window)
    let sentences = try await parts.sentences()
    return summary(sentences, numbered, usage: parts.usage)
  }

  /// About how many tokens a text has; not counted where it cannot have more than `limit`.
  private func tokens(of text: SourceText, upTo limit: Int) -> Int {
    text.text.utf8.count <= limit ? 0 : TokenEstimate.tokens(in: text.text)
  }

  /// What is asked, apart from the waiting as what follows: thousands may wait, and none shall hold
  /// a prompt.
  @inline(never)
  private func prompt(about text: SourceText) -> [ChatMessage] {
    let numbered = NumberedText(text, client.sentences)
    let values = PromptValues(
      length: length,
      language: text.language,
      question: text.question,
      untrusted: ChatPrompt.page(text, numbered, numbered.places.indices)
    )
    return prompts[.page].messages(values)
  }

  @inline(never)
  private func summary(_ answer: ChatAnswer, of text: SourceText) throws(ChatError) -> Summary {
    let numbered = NumberedText(text, client.sentences)
    let sentences = try client.sentences(
      in: answer.text,
      language: numbered.language,
      isKnown: numbered.isKnown
    )
    return summary(sentences, numbered, usage: answer.usage)
  }

  @inline(never)
  private func summary(
    _ sentences: [CitedSentence],
    _ text: NumberedText,
    usage: ChatUsage?
  ) -> Summary {
    Summary(
      sentences: length.first(of: sentences).map { places.judged($0, in: text) },
      language: text.language,
      model: model,
      usage: usage
    )
  }

  private func language(of text: SourceText) -> String {
    client.sentences.language(of: Array(text.text.utf8).span, tag: text.language)
  }
}
