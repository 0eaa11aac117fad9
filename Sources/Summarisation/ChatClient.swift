package import Fetching
package import FlowControl
internal import FoundationEssentials

/// Asks a model behind an OpenAI-compatible endpoint: one plain POST an attempt.
package struct ChatClient: Sendable {
  package let endpoint: ChatEndpoint
  let sentences = AnswerSentences()
  private let fetcher: any Fetcher
  private let calls: ChatCalls?
  /// In bytes, decoded: more is no answer; as sent, the fetcher's bound holds.
  static let maxSize = 2 << 20

  /// Makes a client; the fetcher keeps the connections, and `calls` the limits and retries.
  ///
  /// Without these each answer is asked for once, and at once.
  package init(_ endpoint: ChatEndpoint, fetcher: any Fetcher, calls: ChatCalls? = nil) {
    self.endpoint = endpoint
    self.fetcher = fetcher
    self.calls = calls
  }

  /// Asks for an answer; throws `.cancelled` at once when the calling task is cancelled.
  package func answer(
    to messages: [ChatMessage],
    priority: Priority = .normal
  ) async throws(ChatError) -> ChatAnswer {
    try await answer(priority: priority) { request(for: messages) }
  }

  /// Asks with a request that is made for each attempt; throws as ``answer(to:priority:)`` does.
  ///
  /// Who waits here for many answers needs to hold no messages meanwhile, and no request: what is
  /// posted is held once, by the transfer.
  package func answer(
    priority: Priority = .normal,
    to request: () -> FetchRequest
  ) async throws(ChatError) -> ChatAnswer {
    if let calls { return try await calls.answer(of: self, priority: priority, to: request) }
    return try answer(from: await page(for: request()))
  }

  /// What the endpoint sends to one request, whatever its status; throws at once when cancelled.
  func page(for request: consuming FetchRequest) async throws(ChatError) -> Page {
    let page: Page
    do throws(FetchError) {
      page = try await fetcher.fetch(consume request)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .unreachable(endpoint: endpoint.name, cause: error)
    }
    return page
  }

  /// The request that asks; what is configured for pages does not go with it.
  package func request(for messages: [ChatMessage]) -> FetchRequest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and a Boolean can always be encoded.
    let body = try? encoder.encode(ChatQuery(model: endpoint.model, messages: messages))
    var request = FetchRequest(
      address: endpoint.address,
      headers: endpoint.headers,
      timeout: endpoint.timeout,
      body: body.map(Array.init) ?? []
    )
    request.sendsConfiguredHeaders = false
    request.isTyped = true
    return request
  }

  /// Reads the endpoint's answer, or says what is wrong with it.
  package func answer(from page: Page) throws(ChatError) -> ChatAnswer {
    let name = endpoint.name
    let body = try body(of: page)
    guard page.status == 200 else {
      // A refusal in a form of its own is known by its status alone.
      throw refusal(page.status, try? JSONDecoder().decode(ChatProblem.self, from: Data(body)))
    }
    guard body.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else {
      throw .notJSON(endpoint: name, contentType: page.contentType.map(shortened))
    }
    // How it fails to be an answer helps nobody: the form is the endpoint's.
    guard let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(body)) else {
      throw .unreadable(endpoint: name)
    }
    if let problem = reply.problem, reply.choices?.isEmpty != false {
      throw refusal(page.status, problem)
    }
    guard let choice = reply.choices?.first else { throw .noChoices(endpoint: name) }
    var answer = ChatAnswer(text: endpoint.withoutKey(try text(of: choice)), usage: reply.usage)
    answer.isCut = choice.finishReason == "length"
    return answer
  }

  /// A sentence of an answer on one line, when marks and citations have gone from the text.
  ///
  /// Only now is the key looked for: what stood within it would have hidden it before.
  func sentence(_ text: String) -> String {
    endpoint.withoutKey(PlainAnswer.sentence(text))
  }
}

extension ChatClient {
  private func body(of page: Page) throws(ChatError) -> [UInt8] {
    do throws(FetchError) {
      return try page.decodedBody(limit: Self.maxSize)
    } catch {
      throw .unreachable(endpoint: endpoint.name, cause: error)
    }
  }

  private func text(of choice: ChatReply.Choice) throws(ChatError) -> String {
    if let refusal = choice.message?.refusal, !refusal.isEmpty {
      throw .filtered(endpoint: endpoint.name, reason: shortened(refusal))
    }
    guard let reason = choice.finishReason, !reason.isEmpty else {
      throw .unfinished(endpoint: endpoint.name)
    }
    guard reason != "content_filter" else {
      throw .filtered(endpoint: endpoint.name, reason: "its filter of contents stepped in")
    }
    let said = ModelThoughts.removed(from: choice.message?.content?.text ?? "")
    let text = reason == "length" ? sentences.withoutCutEnd(said) : said
    guard text.utf8.contains(where: { !$0.isBlank }) else {
      throw .empty(endpoint: endpoint.name)
    }
    return text
  }

  private func refusal(_ status: Int, _ problem: ChatProblem?) -> ChatError {
    let reason = shortened(problem?.message ?? "")
    if reason.contains("context length") {
      return .tooLong(endpoint: endpoint.name, reason: reason)
    }
    guard problem?.isOfQuota != true else {
      return .exhausted(endpoint: endpoint.name, reason: reason)
    }
    return .refused(endpoint: endpoint.name, status: status, reason: reason)
  }

  /// A foreign text as one line of at most 200 characters, without control characters and the key.
  private func shortened(_ text: String) -> String {
    let plain = endpoint.withoutKey(PlainAnswer.oneLine(text))
    let scalars = plain.unicodeScalars
    return scalars.count <= 200 ? plain : String(scalars.prefix(199)) + "…"
  }
}
