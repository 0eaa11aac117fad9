package import Fetching
internal import FlowControl
internal import FoundationEssentials

extension ChatClient {
  /// In bytes, decoded and put together: more is no answer; as sent, the fetcher's bound holds.
  static let maxSize = 2 << 20
  /// In bytes, of a stream, whose events are many times what they carry.
  private static let maxStream = 32 << 20

  /// Reads the endpoint's answer, streamed or not, or says what is wrong with it.
  package func answer(from page: Page) throws(ChatError) -> ChatAnswer {
    let isStream = page.contentType == "text/event-stream"
    let body = try body(of: page, limit: isStream ? Self.maxStream : Self.maxSize)
    guard page.status == 200 else { throw refusal(page.status, body) }
    if body.first(where: { !$0.isBlank }) == UInt8(ascii: "{") { return try whole(body) }
    guard isStream || Self.beginsAsStream(body) else {
      throw .notJSON(endpoint: endpoint.name, contentType: page.contentType.map(shortened))
    }
    return try streamed(body)
  }

  /// What an answer took that is of no use; nil where the endpoint tells nothing.
  func usage(in page: Page) -> ChatUsage? {
    // What cannot be read tells nothing.
    guard let body = try? page.decodedBody(limit: Self.maxSize) else { return nil }
    if let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(body)) {
      return reply.usage
    }
    guard case .said(_, let usage) = ChatStream(body).outcome else { return nil }
    return usage
  }

  /// A sentence of an answer on one line, when marks and citations have gone from the text.
  ///
  /// Only now is the key looked for: what stood within it would have hidden it before.
  func sentence(_ text: String) -> String {
    endpoint.withoutKey(PlainAnswer.sentence(text))
  }
}

extension ChatClient {
  private func body(of page: Page, limit: Int) throws(ChatError) -> [UInt8] {
    do throws(FetchError) {
      return try page.decodedBody(limit: limit)
    } catch {
      throw .unreachable(endpoint: endpoint.name, cause: error)
    }
  }

  /// Whether a body under another name is a stream of events.
  private static func beginsAsStream(_ body: [UInt8]) -> Bool {
    let rest = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
    let start = rest.drop(while: \.isBlank)
    return ["data:", "event:", "id:", "retry:", ":"].contains { start.starts(with: $0.utf8) }
  }

  private func whole(_ body: [UInt8]) throws(ChatError) -> ChatAnswer {
    // How it fails to be an answer helps nobody: the form is the endpoint's.
    guard let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(body)) else {
      throw .unreadable(endpoint: endpoint.name)
    }
    if let problem = reply.problem, reply.choices?.isEmpty != false {
      throw refusal(200, problem, words: body)
    }
    guard let choice = reply.choices?.first else { throw .noChoices(endpoint: endpoint.name) }
    return try answer(ChatSaid(choice), usage: reply.usage)
  }

  private func streamed(_ body: [UInt8]) throws(ChatError) -> ChatAnswer {
    switch ChatStream(body).outcome {
    case .said(let said, let usage): return try answer(said, usage: usage)
    case .problem(let problem, let words): throw refusal(200, problem, words: words)
    case .unreadable: throw .unreadable(endpoint: endpoint.name)
    case .noChoices: throw .noChoices(endpoint: endpoint.name)
    case .unfinished: throw .unfinished(endpoint: endpoint.name)
    }
  }

  private func answer(_ said: ChatSaid, usage: ChatUsage?) throws(ChatError) -> ChatAnswer {
    let name = endpoint.name
    guard said.size <= Self.maxSize else {
      throw .unreachable(endpoint: name, cause: .tooLarge(limit: Self.maxSize, measure: .decoded))
    }
    guard said.refusal.isEmpty else {
      throw .filtered(endpoint: name, reason: shortened(said.refusal))
    }
    guard let reason = said.finishReason, reason != "error" else {
      throw .unfinished(endpoint: name)
    }
    guard reason != "content_filter" else {
      throw .filtered(endpoint: name, reason: "its filter of contents stepped in")
    }
    let isCut = reason == "length" || reason == "max_tokens"
    let thought = ModelThoughts.removed(from: said.text)
    let text = isCut ? sentences.withoutCutEnd(thought) : thought
    let calls = said.calls.map(withoutKey)
    guard !calls.isEmpty || text.utf8.contains(where: { !$0.isBlank }) else {
      throw .empty(endpoint: name)
    }
    var answer = ChatAnswer(text: endpoint.withoutKey(text), toolCalls: calls, usage: usage)
    answer.isCut = isCut
    return answer
  }

  private func withoutKey(_ call: ChatToolCall) -> ChatToolCall {
    ChatToolCall(
      id: endpoint.withoutKey(call.id),
      name: endpoint.withoutKey(call.name),
      arguments: endpoint.withoutKey(call.arguments)
    )
  }
}

extension ChatClient {
  /// A refusal by its status, from which the form of later requests is learnt.
  private func refusal(_ status: Int, _ body: [UInt8]) -> ChatError {
    // A refusal in a form of its own is known by its status alone.
    let problem = try? JSONDecoder().decode(ChatProblem.self, from: Data(body))
    let error = refusal(status, problem, words: body)
    if case .refused = error, ChatForm.refusals.contains(status) {
      form.withLock { $0.learn(from: body) }
    }
    return error
  }

  /// A refusal; an error in place of an answer counts as what it would be with a status of its own.
  private func refusal(_ status: Int, _ problem: ChatProblem?, words: [UInt8]) -> ChatError {
    let name = endpoint.name
    let reason = shortened(problem?.message ?? "")
    guard problem?.isOfQuota != true else { return .exhausted(endpoint: name, reason: reason) }
    let status = status == 200 ? problem?.status ?? status : status
    guard !ContextOverflow.isMeant(status: status, words: words) else {
      return .tooLong(endpoint: name, reason: reason.isEmpty ? "status \(status)" : reason)
    }
    return .refused(endpoint: name, status: status, reason: reason)
  }

  /// A foreign text as one line of at most 200 characters, without control characters and the key.
  private func shortened(_ text: String) -> String {
    let plain = endpoint.withoutKey(PlainAnswer.oneLine(text))
    let scalars = plain.unicodeScalars
    return scalars.count <= 200 ? plain : String(scalars.prefix(199)) + "…"
  }
}
