/// What the exercise's model answers: always the same to the same question.
struct ModelReply: Sendable {
  /// What the model says.
  let text: String

  /// The summary of a page; nil is a text that is none of the exercise's pages.
  static func summary(of page: SamplePage?) -> ModelReply {
    guard let page else {
      return ModelReply(
        text: """
          This text is none of the exercise's pages. It stands for whatever else a model is asked \
          to summarise.
          """
      )
    }
    return ModelReply(text: "“\(page.title)” \(page.meaning)")
  }

  /// The report on so many summaries, which cites each of them once.
  static func report(on summaries: Int) -> ModelReply {
    guard summaries > 0 else { return ModelReply(text: "No summaries came before this report.") }
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
    return ModelReply(text: sentences.joined(separator: " "))
  }

  /// The answer as an OpenAI-compatible server sends it; a token counts four characters.
  ///
  /// Put together as text: an encoder takes ten times as long, and the server shares its cores with
  /// the program whose calls are timed.
  func json(to post: ChatPost, id: String) -> [UInt8] {
    Array(
      """
      {"choices":[{"finish_reason":"stop","index":0,"message":{"content":\(Self.quoted(text)),\
      "role":"assistant"}}],"created":0,"id":\(Self.quoted(id)),"model":\(Self.quoted(post.model)),\
      "object":"chat.completion","usage":\(usage(of: post))}
      """.utf8
    )
  }

  /// The answer as events: who speaks, the text in a few pieces, and how it ends.
  func events(to post: ChatPost, id: String) -> [UInt8] {
    let head =
      "{\"created\":0,\"id\":\(Self.quoted(id)),\"model\":\(Self.quoted(post.model)),"
      + "\"object\":\"chat.completion.chunk\",\"choices\":["
    let event = { (delta: String, finish: String) in
      "data: \(head){\"delta\":{\(delta)},\"finish_reason\":\(finish),\"index\":0}]}\n\n"
    }
    var events = event(#""content":"","role":"assistant""#, "null")
    for piece in pieces { events += event("\"content\":\(Self.quoted(piece))", "null") }
    events += event("", #""stop""#)
    if post.asksForUsage { events += "data: \(head)],\"usage\":\(usage(of: post))}\n\n" }
    return Array((events + "data: [DONE]\n\n").utf8)
  }

  /// The text in at most four pieces of about one length.
  private var pieces: [String] {
    let scalars = Array(text.unicodeScalars)
    let length = max(1, (scalars.count + 3) / 4)
    return stride(from: 0, to: scalars.count, by: length).map { start in
      String(String.UnicodeScalarView(scalars[start..<min(start + length, scalars.count)]))
    }
  }

  private func usage(of post: ChatPost) -> String {
    let prompt = Self.tokens(post.length)
    let completion = Self.tokens(text.unicodeScalars.count)
    return """
      {"completion_tokens":\(completion),"prompt_tokens":\(prompt),\
      "total_tokens":\(prompt + completion)}
      """
  }

  /// A string of JSON (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    let mustEscape = { (byte: UInt8) in byte < 0x20 || byte == 0x22 || byte == 0x5c }
    guard text.utf8.contains(where: mustEscape) else { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 {
        quoted += "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
      } else {
        if scalar == "\"" || scalar == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func tokens(_ characters: Int) -> Int { (characters + 3) / 4 }

  private static func citations(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "[\($0)]" }.joined(separator: " ")
  }
}
