internal import FlowControl

/// Has a model write a report's summary from passages of its sources, which it cites.
package struct ChatReport: Sendable {
  /// The most sources that a model is asked about at once.
  package static let maxSources = 500

  private let writer: ChatWriter
  private let model: String
  private let prompt: PromptTemplate

  private var client: ChatClient { writer.client }

  /// Makes a writer; `model` is the name that the summary bears.
  package init(client: ChatClient, model: String, prompts: Prompts) {
    writer = ChatWriter(client: client)
    self.model = model
    prompt = prompts[.report]
  }

  /// Asks for no more than `length` allows; throws `.cancelled` at once when cancelled.
  ///
  /// `language` is a BCP 47 tag. Where the sources are many, each gets an equal share of what a
  /// prompt holds, half as much where that is too long for the model, and only the first
  /// ``maxSources`` go along. Numbers that name nothing are dropped; throws `.empty` where the
  /// answer has no sentence.
  package func summary(
    of sources: [ReportSource],
    question: String?,
    language: String?,
    length: SummaryLength
  ) async throws(ChatError) -> AuthoredSummary {
    guard !sources.isEmpty, length.sentences > 0 else {
      return AuthoredSummary(sentences: [], model: model)
    }
    var shown = ShownSources(sources, window: client.isBounded ? client.window : nil)
    while true {
      do throws(ChatError) {
        let answer = try await writer.answer(priority: .normal) {
          prompt.messages(
            PromptValues(
              length: length,
              language: language,
              question: question,
              untrusted: shown.text
            )
          )
        }
        return try summary(answer, length, language, shown)
      } catch {
        guard case .tooLong = error, shown.halve() else { throw error }
      }
    }
  }

  private func summary(
    _ answer: ChatAnswer,
    _ length: SummaryLength,
    _ language: String?,
    _ shown: ShownSources
  ) throws(ChatError) -> AuthoredSummary {
    let written = try client.sentences(
      in: answer.text,
      language: language,
      isKnown: { shown.passages[$0] != nil }
    )
    return AuthoredSummary(
      sentences: length.first(of: written).map(shown.bound),
      model: model,
      usage: answer.usage
    )
  }
}

/// As much of the sources as goes into one prompt.
private struct ShownSources {
  /// All of it, not fenced yet.
  private(set) var text = ""
  /// What may be cited, by number.
  private(set) var passages: [Int: Passage] = [:]

  private let sources: [ReportSource]
  /// In characters, of each source.
  private var share: Int

  /// Shows as much of the sources as has so many tokens; nil where nobody knows what fits.
  init(_ sources: [ReportSource], window: Int?) {
    self.sources = Array(sources.prefix(ChatReport.maxSources))
    share = ChatPrompt.maxText / max(1, self.sources.count)
    show()
    guard let window else { return }
    while TokenEstimate.tokens(in: text) > window, halve() {}
  }

  /// Shows half as much of each source; false where that would be next to nothing.
  mutating func halve() -> Bool {
    guard share / 2 >= ChatPrompt.leastShare else { return false }
    share /= 2
    show()
    return true
  }

  /// A sentence with the passages and the sources that it cites.
  func bound(_ sentence: CitedSentence) -> AuthoredSummary.Sentence {
    let cited = sentence.numbers.compactMap { passages[$0] }
    let sources = Set(cited.map(\.source)).sorted()
    var bound = AuthoredSummary.Sentence(text: sentence.text, sources: sources)
    bound.passages = cited
    return bound
  }

  private mutating func show() {
    (text, passages) = ("", [:])
    for source in sources where !source.passages.isEmpty {
      let (lines, shown) = ChatPrompt.source(source, share: share)
      guard !shown.isEmpty else { continue }
      text += lines
      for passage in shown where passages[passage.number] == nil {
        passages[passage.number] = passage
      }
    }
  }
}
