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
    do throws(ChatFlaw) {
      return try reading(of: page)
    } catch {
      throw error.error
    }
  }

  /// Reads the endpoint's answer, or says what is wrong with it and what it was charged for.
  func reading(of page: Page) throws(ChatFlaw) -> ChatAnswer {
    let isStream = page.contentType == "text/event-stream"
    let body = try body(of: page, limit: isStream ? Self.maxStream : Self.maxSize)
    guard page.status == 200 else { throw ChatFlaw(refusal(page.status, body)) }
    if body.first(where: { !$0.isBlank }) == UInt8(ascii: "{") { return try whole(body) }
    guard isStream || Self.beginsAsStream(body) else {
      throw ChatFlaw(
        .notJSON(endpoint: endpoint.name, contentType: page.contentType.map(shortened))
      )
    }
    return try streamed(body)
  }

  /// A sentence of an answer on one line, when marks and citations have gone from the text.
  ///
  /// Only now is the key looked for: what stood within it would have hidden it before.
  func sentence(_ text: String) -> String {
    endpoint.withoutKey(PlainAnswer.sentence(text))
  }
}

extension ChatClient {
  private func body(of page: Page, limit: Int) throws(ChatFlaw) -> [UInt8] {
    do throws(FetchError) {
      return try page.decodedBody(limit: limit)
    } catch {
      throw ChatFlaw(.unreachable(endpoint: endpoint.name, cause: error))
    }
  }

  /// Whether a body under another name is a stream of events.
  private static func beginsAsStream(_ body: [UInt8]) -> Bool {
    let rest = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
    let start = rest.drop(while: \.isBlank)
    return ["data:", "event:", "id:", "retry:", ":"].contains { start.starts(with: $0.utf8) }
  }

  private func whole(_ body: [UInt8]) throws(ChatFlaw) -> ChatAnswer {
    // How it fails to be an answer helps nobody: the form is the endpoint's.
    guard let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(body)) else {
      throw ChatFlaw(.unreadable(endpoint: endpoint.name))
    }
    guard let choice = reply.choices?.first else {
      let error = reply.problem.map { refusal(200, $0, words: body) }
      throw flaw(error ?? .noChoices(endpoint: endpoint.name), nil, reply.usage)
    }
    return try answer(ChatSaid(choice), usage: reply.usage, isOver: false)
  }

  private func streamed(_ body: [UInt8]) throws(ChatFlaw) -> ChatAnswer {
    let (stream, name) = (ChatStream(body), endpoint.name)
    let error: ChatError
    switch stream.outcome {
    case .said: return try answer(stream.said, usage: stream.usage, isOver: stream.isDone)
    case .problem(let problem, let words): error = refusal(200, problem, words: words)
    case .unreadable: error = .unreadable(endpoint: name)
    case .noChoices: error = .noChoices(endpoint: name)
    case .unfinished: error = .unfinished(endpoint: name, isOver: stream.isDone)
    }
    throw flaw(error, stream.hasChoices ? stream.said : nil, stream.usage)
  }

  private func flaw(_ error: ChatError, _ said: ChatSaid?, _ usage: ChatUsage?) -> ChatFlaw {
    let usage = usage.flatMap { $0.isPlausible(for: said) ? $0 : nil }
    return ChatFlaw(error, usage: usage, said: said?.tokens)
  }

  private func answer(
    _ said: ChatSaid,
    usage: ChatUsage?,
    isOver: Bool
  ) throws(ChatFlaw) -> ChatAnswer {
    do throws(ChatError) {
      var answer = try answer(said, isOver: isOver)
      answer.usage = usage.flatMap { $0.isPlausible(for: said) ? $0 : nil }
      return answer
    } catch {
      throw flaw(error, said, usage)
    }
  }

  private func answer(_ said: ChatSaid, isOver: Bool) throws(ChatError) -> ChatAnswer {
    let name = endpoint.name
    guard said.size <= Self.maxSize else {
      throw .unreachable(endpoint: name, cause: .tooLarge(limit: Self.maxSize, measure: .decoded))
    }
    guard said.refusal.isEmpty else {
      throw .filtered(endpoint: name, reason: shortened(said.refusal))
    }
    guard let reason = said.finishReason else { throw .unfinished(endpoint: name, isOver: isOver) }
    guard reason != "error" else { throw .unfinished(endpoint: name) }
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
    var answer = ChatAnswer(text: endpoint.withoutKey(text), toolCalls: calls)
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
    let isToldElse = status == 200 || problem?.isOfCaller == true
    let status = isToldElse ? problem?.status ?? status : status
    guard status != 402, problem?.isOfQuota != true else {
      return .exhausted(endpoint: name, reason: reason)
    }
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
