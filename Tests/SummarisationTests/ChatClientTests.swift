import Fetching
import FoundationEssentials
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct ChatClientTests {
  private static let name = "http://127.0.0.1:1/v1"

  private func client(key: String? = nil) throws -> ChatClient {
    let endpoint = try ChatEndpoint(baseURL: Self.name, model: "m", key: key)
    return ChatClient(endpoint, fetcher: StubModel(""))
  }

  private func answer(_ body: String) throws -> ChatAnswer {
    try client().answer(from: StubModel.page(body))
  }

  // MARK: Answers

  @Test func `reads an answer with its usage`() throws {
    let usage = #"{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"x":{}}"#
    let answer = try answer(StubModel.reply("Seals rest.", usage: usage))
    let charged = ChatUsage(promptTokens: 12, completionTokens: 5)
    #expect(answer == ChatAnswer(text: "Seals rest.", usage: charged))
  }

  @Test(arguments: [
    "null", "{}", "[]", "7", #"{"prompt_tokens":"many","completion_tokens":1}"#,
    #"{"prompt_tokens":-1,"completion_tokens":1}"#,
    #"{"prompt_tokens":1e99,"completion_tokens":1}"#,
    #"{"prompt_tokens":9223372036854775807,"completion_tokens":9223372036854775807}"#,
  ])
  func `keeps the answer where the usage is none`(usage: String) throws {
    try #expect(
      answer(StubModel.reply("Yes.", usage: usage)) == ChatAnswer(text: "Yes.", usage: nil)
    )
  }

  @Test(arguments: [
    (#"{"choices":[{"message":{"content":"One."},"finish_reason":"stop"}]}"#, "One."),
    (#"{"choices":[{"message":{"content":"One."},"finish_reason":"eos"}],"error":null}"#, "One."),
    (#"{"choices":[{"message":{"content":"One."},"finish_reason":"stop"}],"error":{}}"#, "One."),
    (
      #" {"choices":[{"message":{"content":[{"type":"text","text":"One."},{"type":"image"}]},"#
        + #""finish_reason":"stop"},{"message":{"content":"Two."}}]}"#, "One."
    ),
    (StubModel.reply("<think>Hm.\nHm</think>One."), "One."),
    (StubModel.reply("Whole. Second. And then the", finish: #""length""#), "Whole. Second."),
    (StubModel.reply("\u{1F9AD} \"q\" \\ \n"), "\u{1F9AD} \"q\" \\ \n"),
  ])
  func `reads answers of every good form`(body: String, text: String) throws {
    try #expect(answer(body).text == text)
  }

  @Test(arguments: [
    ("{}", ChatError.noChoices(endpoint: name)),
    (#"{"choices":[]}"#, .noChoices(endpoint: name)),
    (#"{"choices":null}"#, .noChoices(endpoint: name)),
    (#"{"choices":[{}]}"#, .unfinished(endpoint: name)),
    (#"{"choices":[{"message":{"content":"Cut"}}]}"#, .unfinished(endpoint: name)),
    (StubModel.reply("Cut", finish: "null"), .unfinished(endpoint: name)),
    (StubModel.reply("Cut", finish: #""""#), .unfinished(endpoint: name)),
    (#"{"choices":[{"finish_reason":"stop"}]}"#, .empty(endpoint: name)),
    (#"{"choices":[{"message":{"content":null},"finish_reason":"stop"}]}"#, .empty(endpoint: name)),
    (StubModel.reply(" \n\t"), .empty(endpoint: name)),
    (StubModel.reply("<think>Never ends."), .empty(endpoint: name)),
    (StubModel.reply("no sentence to", finish: #""length""#), .empty(endpoint: name)),
    (
      StubModel.reply("Half", finish: #""content_filter""#),
      .filtered(endpoint: name, reason: "its filter of contents stepped in")
    ),
    (
      #"{"choices":[{"message":{"refusal":"I\nwon't."},"finish_reason":"stop"}]}"#,
      .filtered(endpoint: name, reason: "I won't.")
    ),
    (
      #"{"choices":[{"message":{"content":7},"finish_reason":"stop"}]}"#,
      .unreadable(endpoint: name)
    ),
    (#"{"choices":"none"}"#, .unreadable(endpoint: name)),
    (#"{"choices":[{"message":{"content":"Cu"#, .unreadable(endpoint: name)),
    ("{" + String(repeating: #"{"a":"#, count: 100_000), .unreadable(endpoint: name)),
    (
      #"{"error":{"message":"model overloaded"}}"#,
      .refused(endpoint: name, status: 200, reason: "model overloaded")
    ),
    ("", .notJSON(endpoint: name, contentType: "application/json")),
    ("[1]", .notJSON(endpoint: name, contentType: "application/json")),
    ("null", .notJSON(endpoint: name, contentType: "application/json")),
  ])
  func `names what is wrong with an answer`(body: String, error: ChatError) throws {
    #expect(throws: error) { try answer(body) }
  }

  @Test func `names a web page for what it is`() throws {
    let page = try StubModel.page("<!doctype html><p>Log in", type: "text/html; charset=utf-8")
    let error = #expect(throws: ChatError.self) { try client().answer(from: page) }
    #expect(error == .notJSON(endpoint: Self.name, contentType: "text/html"))
    #expect(error?.message.contains("--base-url") == true)
  }

  @Test(arguments: [
    (401, #"{"error":{"message":"bad key sk-secret-471!","type":"x"}}"#, "bad key …!"),
    (404, #"{"error":"model 'm' not found"}"#, "model 'm' not found"),
    (422, #"{"detail":"no\u001b[31m such\nthing"}"#, "no[31m such thing"),
    (422, #"{"detail":[{"loc":["body"],"msg":"Not so."},{"msg":"Nor so."}]}"#, "Not so.; Nor so."),
    (500, #"{"message":"broken"}"#, "broken"), (500, #"{"message":7}"#, ""),
    (302, "", ""), (204, "", ""), (503, "<html>busy</html>", ""), (529, "[[[[", ""),
    (400, #"{"error":{"error":{"error":{"message":"deep"}}}}"#, "deep"),
  ])
  func `tells a refusal in the endpoint's words`(status: Int, body: String, reason: String) throws {
    let page = try StubModel.page(body, status: status)
    let error = #expect(throws: ChatError.self) {
      try client(key: "sk-secret-471").answer(from: page)
    }
    #expect(error == .refused(endpoint: Self.name, status: status, reason: reason))
    #expect(error?.message.contains("sk-secret-471") == false)
  }

  @Test(arguments: [
    "sk-secret\u{200B}-471", "sk-\u{9F}secret-471", "sk-secret-471",
    "\u{202E}sk-secret-47\u{FEFF}1",
  ])
  func `finds a key that hides behind what is taken away`(key: String) throws {
    let body = #"{"message":"No \#(key)."}"#
    let page = try StubModel.page(body, status: 401)
    let client = try client(key: "sk-secret-471")
    let error = #expect(throws: ChatError.self) { try client.answer(from: page) }
    #expect(error == .refused(endpoint: Self.name, status: 401, reason: "No …."))
    #expect(client.sentence("No \(key).") == "No ….")
  }

  @Test(arguments: ["none", "x", "test", "not-needed"])
  func `leaves an answer alone where the key may be a word`(key: String) throws {
    let text = "None of the text is not-needed: none, for a test of x."
    let answer = try client(key: key).answer(from: StubModel.page(StubModel.reply(text)))
    #expect(answer.text == text)
    try #expect(client(key: key).sentence(text) == text)
  }

  @Test func `hides a short key where it stands alone`() throws {
    let client = try client(key: "abc123")
    #expect(client.sentence("No abc123, \"abc123\" or xabc123y.") == "No …, \"…\" or xabc123y.")
  }

  @Test func `bounds what it repeats`() throws {
    let long = String(repeating: "é", count: 5_000)
    let page = try StubModel.page(#"{"message":"\#(long)"}"#, status: 500)
    let error = #expect(throws: ChatError.self) { try client().answer(from: page) }
    #expect((error?.message.count ?? .max) < 300)
  }

  @Test func `refuses an answer beyond all bounds`() throws {
    let body = StubModel.reply(String(repeating: "x", count: ChatClient.maxSize))
    #expect(throws: ChatError.self) { try answer(body) }
  }

  @Test func `survives any cut of an answer`() throws {
    let body = Array(StubModel.reply("<think>a</think>One. Two", finish: #""length""#).utf8)
    for end in body.indices {
      let page = try StubModel.page(String(decoding: body[..<end], as: UTF8.self))
      #expect(throws: ChatError.self) { try client().answer(from: page) }
    }
  }

  // MARK: On the wire

  private func withClient(
    _ answer: LocalAnswer,
    timeout: Duration = .seconds(3_600),
    _ body: (LocalSite, ChatClient) async throws -> Void
  ) async throws {
    let site = try LocalSite.start(["/v1/chat/completions": answer])
    defer { site.stop() }
    var configuration = FetchConfiguration()
    configuration.headers = [HeaderField(name: "Cookie", value: "of-pages")]
    let fetcher = try CurlFetcher(configuration)
    let endpoint = try ChatEndpoint(
      baseURL: site.url("/v1/"),
      model: "tiny",
      key: "sk-secret-471",
      timeout: timeout
    )
    try await body(site, ChatClient(endpoint, fetcher: fetcher))
    await fetcher.close()
  }

  private let messages = [
    ChatMessage(role: .system, content: "Be short."),
    ChatMessage(role: .user, content: "http://h/pages/3 \"ü\"\n"),
  ]

  @Test func `posts one request`() async throws {
    let answer = LocalAnswer.text(StubModel.reply("Yes."), type: "application/json")
    try await withClient(answer) { site, client in
      try await #expect(client.answer(to: messages).text == "Yes.")
      let request = try #require(site.requests.first)
      #expect(site.requests.count == 1 && request.method == "POST")
      #expect(request.header("content-type") == "application/json")
      #expect(request.header("authorization") == "Bearer sk-secret-471")
      #expect(request.header("cookie") == nil && request.header("expect") == nil)
      #expect(
        String(decoding: request.body, as: UTF8.self) == #"""
          {"messages":[{"content":"Be short.","role":"system"},{"content":"http://h/pages/3 \"ü\"\n","role":"user"}],"model":"tiny","stream":true,"stream_options":{"include_usage":true}}
          """#
      )
    }
  }

  // MARK: The form of requests

  private static let streamed = LocalAnswer.text(
    """
    data: {"choices":[{"delta":{"content":"Piece"}}]}

    data: {"choices":[{"delta":{"content":"s."},"finish_reason":"stop"}]}

    data: [DONE]


    """,
    type: "text/event-stream"
  )

  /// Refuses the requests that hold a word, and answers all others.
  private func refusing(_ word: String, status: Int, _ message: String) -> LocalAnswer {
    LocalAnswer { request in
      let body = String(decoding: request.body, as: UTF8.self)
      guard !body.contains(word) else {
        let problem = #"{"error":{"message":"\#(message)"}}"#
        return LocalAnswer.text(problem, status: status, type: "application/json").steps(request)
      }
      let whole = LocalAnswer.text(StubModel.reply("Whole."), type: "application/json")
      return (body.contains(#""stream":true"#) ? Self.streamed : whole).steps(request)
    }
  }

  @Test func `has answers streamed, over connections that may be used again`() async throws {
    try await withClient(Self.streamed) { site, client in
      for _ in 0..<3 { try await #expect(client.answer(to: messages).text == "Pieces.") }
      // A busy machine may not read the stream's end in time, and the connection is then closed.
      #expect(site.requests.count == 3 && (1...3).contains(site.statistics.connections))
    }
  }

  @Test(arguments: [
    ("stream_options", 400, "Unknown parameter: 'stream_options'.", "Pieces.", 2),
    (#""stream":true"#, 422, "no streaming here", "Whole.", 2),
    (#""stream":true"#, 404, "stream_options", "", 2),
    (#""stream":true"#, 400, "sorry", "", 1),
    (#""stream":true"#, 403, "no streaming for you", "", 1),
  ])
  func `asks again in another form where one is refused, and remembers`(
    _ word: String,
    _ status: Int,
    _ message: String,
    _ text: String,
    _ count: Int
  ) async throws {
    try await withClient(refusing(word, status: status, message)) { site, client in
      if text.isEmpty {
        await #expect(throws: ChatError.self) { try await client.answer(to: messages) }
        #expect(site.requests.count == count)
      } else {
        for _ in 0..<3 { try await #expect(client.answer(to: messages).text == text) }
        #expect(site.requests.count == count + 2)
      }
    }
  }

  @Test func `leaves one form after the other`() async throws {
    let answer = LocalAnswer { [self] request in
      let body = String(decoding: request.body, as: UTF8.self)
      let word = body.contains("stream_options") ? "stream_options" : #""stream":true"#
      return refusing(word, status: 400, "no \(word == "stream_options" ? word : "stream")")
        .steps(request)
    }
    try await withClient(answer) { site, client in
      await withTaskGroup(of: String?.self) { group in
        for _ in 0..<5 { group.addTask { try? await client.answer(to: messages).text } }
        for await text in group { #expect(text == "Whole.") }
      }
      #expect((7...15).contains(site.requests.count))
    }
  }

  @Test func `asks for a whole answer where it is told to`() async throws {
    let stub = StubModel("Yes.")
    let endpoint = try ChatEndpoint(baseURL: Self.name, model: "m", key: nil)
    let client = ChatClient(endpoint, fetcher: stub, streams: false, silence: .seconds(7))
    let request = client.request(for: messages)
    let body = String(decoding: request.body ?? [], as: UTF8.self)
    #expect(body.contains(#""stream":false"#) && request.lastEvent == nil)
    #expect(request.silence == .seconds(7))
    try #expect(self.client().request(for: messages).lastEvent == "[DONE]")
  }

  @Test func `names the silence that an answer ends in`() async throws {
    let answer = LocalAnswer { _ in
      let head = LocalAnswer.head(200, [("Content-Type", "text/event-stream")])
      return [.send(head + Array("data: {\"choices\":[]}\n\n".utf8)), .waitForEnd]
    }
    let site = try LocalSite.start(["/v1/chat/completions": answer])
    defer { site.stop() }
    let endpoint = try ChatEndpoint(baseURL: site.url("/v1"), model: "m", key: nil)
    let fetcher = try CurlFetcher()
    let client = ChatClient(endpoint, fetcher: fetcher, silence: .milliseconds(40))
    let error = await #expect(throws: ChatError.self) { try await client.answer(to: messages) }
    #expect(error?.message.contains("nothing more of its answer for 40 ms") == true)
    #expect(error?.message.contains("--model-silence") == true && error?.isRetryable == true)
    await fetcher.close()
  }

  @Test func `does not carry its key elsewhere`() async throws {
    let other = try LocalSite.start(host: "127.0.0.2")
    defer { other.stop() }
    try await withClient(.redirect(other.url("/"), status: 307)) { site, client in
      let error = await #expect(throws: ChatError.self) { try await client.answer(to: messages) }
      #expect(error == .refused(endpoint: client.endpoint.name, status: 307, reason: ""))
      #expect(site.requests.count == 1 && other.requests.isEmpty)
    }
  }

  @Test func `says why the endpoint does not answer`() async throws {
    try await withClient(.reset) { _, client in
      let error = await #expect(throws: ChatError.self) { try await client.answer(to: messages) }
      guard case .unreachable(_, .reset) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error?.isRetryable == true)
      #expect(error?.message.hasPrefix("the model at \(client.endpoint.name) ") == true)
    }
  }

  @Test func `gives up when its time is over`() async throws {
    try await withClient(.text(""), timeout: .milliseconds(30)) { site, client in
      site.hold("/v1/chat/completions")
      let error = await #expect(throws: ChatError.self) { try await client.answer(to: messages) }
      #expect(error?.message.contains("--model-timeout") == true)
    }
  }

  @Test func `ends at once when its task is cancelled`() async throws {
    try await withClient(.text("")) { site, client in
      site.hold("/v1/chat/completions")
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          await #expect(throws: ChatError.cancelled) { try await client.answer(to: messages) }
        }
        await site.arrived("/v1/chat/completions")
        group.cancelAll()
      }
      await site.reached { $0.abandoned == 1 }
    }
  }
}
