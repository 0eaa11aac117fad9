/// The summary of a page that is too long for one call: of its parts, then of what was written.
///
/// One call after the other, so that a page takes one slot. A part ends with a paragraph where it
/// can; one that is too long for the model after all is halved, as are all that follow.
struct PartedSummary {
  private let writer: ChatWriter
  private let prompts: Prompts
  private let length: SummaryLength
  private let text: SourceText
  private let numbered: NumberedText
  /// In tokens, of what goes into a call.
  private var window: Int
  /// Of all calls so far.
  private(set) var usage: ChatUsage?

  /// How often what was written is summed up again.
  static let deepest = 3

  /// Prepares the summary of a text, of which `window` tokens go into a call.
  init(
    _ writer: ChatWriter,
    _ prompts: Prompts,
    _ length: SummaryLength,
    of text: SourceText,
    _ numbered: NumberedText,
    window: Int
  ) {
    (self.writer, self.prompts, self.length) = (writer, prompts, length)
    (self.text, self.numbered, self.window) = (text, numbered, window)
  }

  /// Asks for the sentences of the summary, which cite passages of the whole text.
  ///
  /// Throws what a call throws, `.cancelled` at once when the task is cancelled, and `.empty`
  /// where no part has a sentence.
  mutating func sentences() async throws(ChatError) -> [CitedSentence] {
    let costs = numbered.places.indices.map(numbered.tokens)
    let borders = numbered.places.map(\.endsParagraph)
    var written: [CitedSentence] = []
    var parts = TextParts(costs, borders: borders)
    while let part = parts.next(window: window) {
      let place = (number: parts.number, count: parts.count(window: window))
      guard let answer = try await asked(costs[part].reduce(0, +), part.count, prompt(part, place))
      else { continue }
      parts.take(part)
      written += try sentences(answer, isKnown: { part.contains($0 - 1) })
    }
    guard !written.isEmpty else { throw .empty(endpoint: writer.client.endpoint.name) }
    return parts.number > 2 ? try await merged(written) : written
  }

  /// Sums up what was written until it is one summary.
  private mutating func merged(_ sentences: [CitedSentence]) async throws(ChatError)
    -> [CitedSentence]
  {
    var sentences = sentences
    for level in 1...Self.deepest where sentences.count > 1 {
      let costs = sentences.map { TokenEstimate.tokens(in: $0.text) + 4 }
      if level == Self.deepest { sentences = thinned(sentences, costs) }
      let (written, calls) = try await mergedOnce(sentences)
      sentences = written
      if calls == 1 { break }
    }
    return sentences
  }

  /// Sums up groups of sentences that fit a call.
  private mutating func mergedOnce(
    _ sentences: [CitedSentence]
  ) async throws(ChatError) -> (written: [CitedSentence], calls: Int) {
    let costs = sentences.map { TokenEstimate.tokens(in: $0.text) + 4 }
    var groups = TextParts(costs, borders: costs.map { _ in true })
    var written: [CitedSentence] = []
    while let group = groups.next(window: window) {
      let part = sentences[group]
      let values = values(length, ChatPrompt.sentences(part, of: text))
      let prompt = prompts[.merge].messages(values)
      guard let answer = try await asked(costs[group].reduce(0, +), group.count, prompt) else {
        continue
      }
      groups.take(group)
      let merged = try self.sentences(answer, isKnown: { (1...part.count).contains($0) })
      // What says nothing sums up nothing.
      written += merged.isEmpty ? Array(part) : merged.map { Self.resolved($0, in: part) }
    }
    return (written, groups.number - 1)
  }

  /// Asks; nil where the model finds it too long, and the window is smaller now.
  private mutating func asked(
    _ tokens: Int,
    _ pieces: Int,
    _ prompt: [ChatMessage]
  ) async throws(ChatError) -> ChatAnswer? {
    do throws(ChatError) {
      let answer = try await writer.answer(priority: text.priority) { prompt }
      usage = ChatUsage.sum(usage, answer.usage)
      return answer
    } catch {
      if case .empty = error { return ChatAnswer(text: "") }
      guard case .tooLong = error, tokens > PromptWindow.least, pieces > 1 else { throw error }
      window = max(PromptWindow.least, min(window, tokens) / 2)
      return nil
    }
  }

  /// The sentences of an answer; none where it is empty.
  private func sentences(
    _ answer: ChatAnswer,
    isKnown: (Int) -> Bool
  ) throws(ChatError) -> [CitedSentence] {
    do throws(ChatError) {
      return try writer.client.sentences(
        in: answer.text,
        language: numbered.language,
        isKnown: isKnown
      )
    } catch .empty {
      return []
    }
  }

  private func prompt(_ part: Range<Int>, _ place: (number: Int, count: Int)) -> [ChatMessage] {
    let length = SummaryLength(sentences: length.sentences)
    var values = values(length, ChatPrompt.page(text, numbered, part))
    values.part = place
    return prompts[.part].messages(values)
  }

  private func values(_ length: SummaryLength, _ untrusted: String) -> PromptValues {
    PromptValues(
      length: length,
      language: text.language,
      question: text.question,
      untrusted: untrusted
    )
  }

  /// Every so manieth sentence, so that those left fit one call.
  private func thinned(_ sentences: [CitedSentence], _ costs: [Int]) -> [CitedSentence] {
    let step = (costs.reduce(0, +) + window - 1) / max(1, window)
    return step <= 1
      ? sentences : stride(from: 0, to: sentences.count, by: step).map { sentences[$0] }
  }

  /// A sentence that cites sentences, citing what these cite.
  private static func resolved(
    _ sentence: CitedSentence,
    in cited: ArraySlice<CitedSentence>
  ) -> CitedSentence {
    let numbers = Set(sentence.numbers.flatMap { cited[cited.startIndex + $0 - 1].numbers })
    return CitedSentence(text: sentence.text, numbers: numbers.sorted())
  }
}
