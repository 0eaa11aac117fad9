import Fetching
import Testing

@testable import Summarisation

/// Answers that come as events, read through the front of the client.
struct ChatStreamTests {
  private static let name = "http://127.0.0.1:1/v1"
  private static let key = "sk-secret-471"

  private func answer(_ body: String, type: String = "text/event-stream") throws -> ChatAnswer {
    let endpoint = try ChatEndpoint(baseURL: Self.name, model: "m", key: Self.key)
    let client = ChatClient(endpoint, fetcher: StubModel(""))
    return try client.answer(from: StubModel.page(body, type: type))
  }

  private static func delta(_ delta: String, finish: String = "null") -> String {
    #"data: {"choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(finish)}]}"# + "\n\n"
  }

  private static func text(_ text: String, finish: String = "null") -> String {
    delta(#"{"content":"\#(text)"}"#, finish: finish)
  }

  private static let stop = delta("{}", finish: #""stop""#)
  private static let done = "data: [DONE]\n\n"
  private static let usage =
    #"data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}}"# + "\n\n"

  private static let usual =
    delta(#"{"role":"assistant","content":""}"#) + text("Seals") + ": keep-alive\n\n"
    + text(" rest. \u{1F9AD}") + stop + usage + done

  @Test func `puts an answer together with its usage`() throws {
    let charged = ChatUsage(promptTokens: 9, completionTokens: 4)
    #expect(try answer(Self.usual) == ChatAnswer(text: "Seals rest. \u{1F9AD}", usage: charged))
  }

  private static let forms: [(String, String)] = [
    (text("One.", finish: #""stop""#) + done, "One."), (text("One.") + stop, "One."),
    (text("One.") + stop + "data: broken\n\n", "One."),
    (text("One.") + stop + "data: " + String(repeating: "x", count: 2 << 20) + "\n\n", "One."),
    (text("One.") + stop + done + text("Two."), "One."),
    ("\u{FEFF}" + text("One.") + stop, "One."),
    (delta(#"{"content":[{"type":"text","text":"One."}]}"#) + stop, "One."),
    (
      delta(#"{"reasoning":"Hm.","content":null}"#) + delta(#"{"reasoning_content":"Hm."}"#)
        + text("One.") + stop, "One."
    ),
    (text("<thi") + text("nk>Hm.</th") + text("ink>One.") + stop, "One."),
    (text("Of sk-sec") + text("ret-471 no") + stop, "Of … no"),
    (
      #"data: {"choices":[{"index":1,"delta":{"content":"Two."},"finish_reason":"stop"}]}"#
        + "\n\n" + text("One.") + stop, "One."
    ),
    (#"data: {"choices":[{"message":{"content":"One."},"finish_reason":"eos"}]}"# + "\n\n", "One."),
    (text("One.") + delta("null", finish: #""stop""#) + delta("{}"), "One."),
    ("data: \n\n" + "data:  \t\n\n" + text("One.") + stop, "One."),
    ("event: completion\n" + text("One.") + stop, "One."),
  ]

  @Test(arguments: forms)
  func `reads streams of every good form`(stream: String, text: String) throws {
    #expect(try answer(stream).text == text)
  }

  @Test(arguments: ["text/plain", "application/json", "application/octet-stream"])
  func `knows a stream under another name`(type: String) throws {
    #expect(try answer(Self.usual, type: type).text == "Seals rest. \u{1F9AD}")
    #expect(try answer(": hello\n\n" + Self.usual, type: type).text == "Seals rest. \u{1F9AD}")
  }

  @Test func `understands a whole answer in place of a stream`() throws {
    #expect(try answer(StubModel.reply("Whole."), type: "application/json").text == "Whole.")
    #expect(try answer(StubModel.reply("Whole.")).text == "Whole.")
  }

  @Test(arguments: [
    (#"{"prompt_tokens":1,"completion_tokens":1}"#, 1), ("null", 5), ("7", 5),
  ])
  func `takes the last usage that is one`(last: String, prompt: Int) throws {
    let stream =
      #"data: {"choices":[{"delta":{"content":"One."},"finish_reason":null}],"#
      + #""usage":{"prompt_tokens":5,"completion_tokens":1}}"# + "\n\n"
      + #"data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":\#(last)}"# + "\n\n"
    #expect(try answer(stream).usage?.promptTokens == prompt)
  }

  @Test func `is cut where the endpoint cut it off`() throws {
    let cut = try answer(Self.text("Whole. And the") + Self.delta("{}", finish: #""length""#))
    #expect(cut.isCut && cut.text == "Whole.")
    #expect(try !answer(Self.usual).isCut)
    let whole = try answer(
      StubModel.reply("Whole. And the", finish: #""length""#),
      type: "application/json"
    )
    #expect(whole.isCut && whole.text == "Whole.")
  }

  private static let flaws: [(String, ChatError)] = [
    ("", ChatError.unfinished(endpoint: name)), (": nothing\n\n", .unfinished(endpoint: name)),
    (done, .unfinished(endpoint: name, isOver: true)),
    (text("One.") + done, .unfinished(endpoint: name, isOver: true)),
    (text("One.") + usage + done, .unfinished(endpoint: name, isOver: true)),
    (text("One."), .unfinished(endpoint: name)),
    (text("One.") + "data: {\"choi", .unfinished(endpoint: name)),
    (text("One.") + delta("{}", finish: #""error""#), .unfinished(endpoint: name)),
    (usage + done, .noChoices(endpoint: name)), ("data: {}\n\n", .noChoices(endpoint: name)),
    (text("One.") + "data: {\"choi\n\n" + done, .unreadable(endpoint: name)),
    (delta(#"{"content":7}"#), .unreadable(endpoint: name)),
    ("data: " + String(repeating: #"{"a":"#, count: 100_000) + "\n\n", .unreadable(endpoint: name)),
    ("data: " + String(repeating: "x", count: 2 << 20) + "\n\n", .unreadable(endpoint: name)),
    (
      text("It is") + "data: {\"choices\":[{\"delta\":\n\n" + text(" safe.") + stop + done,
      .unreadable(endpoint: name)
    ),
    (
      text("It is") + "data: " + String(repeating: "x", count: 2 << 20) + "\n\n" + text(" safe.")
        + stop + done, .unreadable(endpoint: name)
    ),
    (
      text("It is safe.") + "data: " + String(repeating: "x", count: 2 << 20) + "\n\n" + stop,
      .unreadable(endpoint: name)
    ),
    (stop + done, .empty(endpoint: name)), (text(" \\n") + stop, .empty(endpoint: name)),
    (text("<think>Hm.") + stop, .empty(endpoint: name)),
    (
      delta(#"{"refusal":"I "}"#) + delta(#"{"refusal":"won't."}"#) + stop,
      .filtered(endpoint: name, reason: "I won't.")
    ),
    (
      text("Half") + delta("{}", finish: #""content_filter""#),
      .filtered(endpoint: name, reason: "its filter of contents stepped in")
    ),
    (
      text("One.") + #"data: {"error":{"message":"no \#(key)","code":429}}"# + "\n\n" + done,
      .refused(endpoint: name, status: 429, reason: "no …")
    ),
    (
      text("One.") + "event: error\n" + #"data: {"message":"gone","type":"server_error"}"# + "\n\n",
      .refused(endpoint: name, status: 500, reason: "gone")
    ),
    (
      #"data: {"object":"error","message":"busy","type":"overloaded_error"}"# + "\n\n",
      .refused(endpoint: name, status: 529, reason: "busy")
    ),
    (
      #"data: {"error":{"message":"Pay.","type":"insufficient_quota"}}"# + "\n\n",
      .exhausted(endpoint: name, reason: "Pay.")
    ),
    (
      #"data: {"error":{"message":"Too long.","code":"context_length_exceeded"}}"# + "\n\n",
      .tooLong(endpoint: name, reason: "Too long.")
    ),
    (
      #"data: {"error":"odd"}"# + "\n\n" + text("One.") + stop,
      .refused(endpoint: name, status: 200, reason: "odd")
    ),
  ]

  @Test(arguments: flaws)
  func `names what is wrong with a stream`(stream: String, error: ChatError) throws {
    #expect(throws: error) { try answer(stream) }
  }

  @Test func `survives any cut of a stream`() throws {
    let body = Array(Self.usual.utf8)
    for end in body.indices {
      let text = String(decoding: body[..<end], as: UTF8.self)
      // Behind the event with the reason of the end all that matters is there.
      let isWhole = text.contains("stop") && text.contains("\"stop\"}]}\n\n")
      if isWhole {
        #expect(try answer(text).text == "Seals rest. \u{1F9AD}")
      } else {
        #expect(throws: ChatError.unfinished(endpoint: Self.name)) { try answer(text) }
      }
    }
  }

  @Test func `refuses an answer beyond all bounds`() throws {
    let piece = Self.text(String(repeating: "x", count: 500_000))
    #expect(throws: ChatError.self) {
      try answer(String(repeating: piece, count: 5) + Self.stop)
    }
  }

  // MARK: Tool calls

  private static func call(_ fields: String) -> String { delta(#"{"tool_calls":[{\#(fields)}]}"#) }

  private static let finish = delta("{}", finish: #""tool_calls""#)

  private static let toolCalls: [(String, [ChatToolCall])] = [
    (
      call(#""index":0,"id":"a","type":"function","function":{"name":"fetch","arguments":""}"#)
        + call(#""index":0,"function":{"arguments":"{\"u"}"#)
        + call(#""index":1,"id":"b","function":{"name":"read","arguments":"{}"}"#)
        + call(#""index":0,"function":{"arguments":"rl\":1}"}"#),
      [
        ChatToolCall(id: "a", name: "fetch", arguments: #"{"url":1}"#),
        ChatToolCall(id: "b", name: "read", arguments: "{}"),
      ]
    ),
    (
      call(#""index":0,"id":"a","function":{"name":"fetch","arguments":"1"}"#)
        + call(#""index":0,"id":"b","function":{"name":"fetch","arguments":"2"}"#)
        + call(#""index":0,"id":"b","function":{"name":"fetch","arguments":"3"}"#),
      [
        ChatToolCall(id: "a", name: "fetch", arguments: "1"),
        ChatToolCall(id: "b", name: "fetch", arguments: "23"),
      ]
    ),
    (
      call(#""id":"a","function":{"name":"fetch","arguments":"1"}"#)
        + call(#""function":{"arguments":"2"}"#),
      [ChatToolCall(id: "a", name: "fetch", arguments: "12")]
    ),
    (
      call(#""index":0,"function":{"name":"fetch","arguments":{"b":[1,2.5,null],"a":true}}"#)
        + call(#""index":1,"id":"x","function":{"arguments":"no name"}"#),
      [ChatToolCall(id: "call_1", name: "fetch", arguments: #"{"a":true,"b":[1,2.5,null]}"#)]
    ),
    (
      call(#""index":0,"id":"a","function":{"name":"fetch","arguments":"sk-sec"}"#)
        + call(#""index":0,"function":{"arguments":"ret-471"}"#),
      [ChatToolCall(id: "a", name: "fetch", arguments: "…")]
    ),
  ]

  @Test(arguments: toolCalls)
  func `puts tool calls together`(stream: String, calls: [ChatToolCall]) throws {
    let answer = try answer(stream + Self.finish + Self.done)
    #expect(answer.toolCalls == calls && answer.text.isEmpty)
    #expect(try self.answer(stream + Self.stop).toolCalls == calls)
  }

  @Test func `reads tool calls of a whole answer, with or without text`() throws {
    let calls =
      #"[{"id":"a","type":"function","function":{"name":"fetch","arguments":"{}"}},"#
      + #"{"type":"function","function":{"name":"read","arguments":"{}"}}]"#
    for text in [#""Let me see.""#, "null", #""""#] {
      let answer = try answer(
        #"{"choices":[{"message":{"content":\#(text),"tool_calls":\#(calls)},"#
          + #""finish_reason":"tool_calls"}]}"#,
        type: "application/json"
      )
      #expect(answer.toolCalls.map(\.id) == ["a", "call_2"])
      #expect(answer.toolCalls.map(\.name) == ["fetch", "read"])
    }
  }

  @Test func `bounds the calls of an answer`() throws {
    let many = (0..<500).map { Self.call(#""index":\#($0),"function":{"name":"f"}"#) }.joined()
    #expect(try answer(many + Self.finish).toolCalls.count == 128)
  }
}
