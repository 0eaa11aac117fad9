/// The pieces of a model's stream as a server sends them.
enum ChaosStream {
  static let head = LocalStep.send(
    LocalAnswer.head(
      200,
      [("Content-Type", "text/event-stream"), ("Transfer-Encoding", "chunked")]
    )
  )

  /// An event with a piece of the text, which needs no escaping.
  static func delta(_ text: String) -> String {
    #"data: {"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"# + "\n\n"
  }

  /// A whole answer in pieces; its last ones come behind the step that says that it is over.
  static func steps(
    _ text: String,
    finish: String = "stop",
    usage: (asked: Int, answered: Int)? = nil,
    _ over: LocalStep
  ) -> [LocalStep] {
    let half = text.prefix(text.count / 2)
    var end =
      delta(String(text.dropFirst(half.count)))
      + #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"\#(finish)"}]}"# + "\n\n"
    if let usage {
      end +=
        #"data: {"choices":[],"usage":{"prompt_tokens":\#(usage.asked),"#
        + #""completion_tokens":\#(usage.answered)}}"# + "\n\n"
    }
    return [
      head, chunk(": keep-alive\r\n" + delta(String(half))), over, chunk(end + "data: [DONE]\n\n"),
      chunk(""),
    ]
  }

  static func chunk(_ text: String) -> LocalStep { chunk(Array(text.utf8)) }

  static func chunk(_ bytes: [UInt8]) -> LocalStep {
    .send(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
  }
}
