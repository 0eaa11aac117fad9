import FoundationEssentials

/// What the exercise's model answers: always the same to the same question.
struct ChatReply: Sendable {
  private struct Body: Encodable {
    struct Choice: Encodable {
      struct Message: Encodable {
        let role = "assistant"
        let content: String
      }

      let index = 0
      let message: Message
      let finish_reason = "stop"
    }

    struct Usage: Encodable {
      let prompt_tokens: Int
      let completion_tokens: Int
      let total_tokens: Int
    }

    let id: String
    let object = "chat.completion"
    let created = 0
    let model: String
    let choices: [Choice]
    let usage: Usage
  }

  /// What the model says.
  let text: String

  /// The summary of a page; nil is a text that is none of the exercise's pages.
  static func summary(of page: SamplePage?) -> ChatReply {
    guard let page else {
      return ChatReply(
        text: """
          This text is none of the exercise's pages. It stands for whatever else a model is asked \
          to summarise.
          """
      )
    }
    return ChatReply(text: "“\(page.title)” \(page.meaning)")
  }

  /// The report on so many summaries, which cites each of them once.
  static func report(on summaries: Int) -> ChatReply {
    guard summaries > 0 else { return ChatReply(text: "No summaries came before this report.") }
    let half = (summaries + 1) / 2
    var sentences = [
      "Waiting for several answers at once takes as long as the slowest of them"
        + " \(citations(1...half))."
    ]
    if half < summaries {
      sentences.append(
        "The work itself stays the same, and only the order of the waiting changes"
          + " \(citations((half + 1)...summaries))."
      )
    }
    return ChatReply(text: sentences.joined(separator: " "))
  }

  /// The answer as an OpenAI-compatible server sends it; a token counts four characters.
  func json(to post: ChatPost, id: String) -> [UInt8] {
    let prompt = Self.tokens(post.length)
    let completion = Self.tokens(text.unicodeScalars.count)
    let body = Body(
      id: id,
      model: post.model,
      choices: [Body.Choice(message: Body.Choice.Message(content: text))],
      usage: Body.Usage(
        prompt_tokens: prompt,
        completion_tokens: completion,
        total_tokens: prompt + completion
      )
    )
    return ExerciseAnswer.json(body)
  }

  private static func tokens(_ characters: Int) -> Int { (characters + 3) / 4 }

  private static func citations(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "[\($0)]" }.joined(separator: " ")
  }
}
