package import Fetching
package import FlowControl
internal import FoundationEssentials

/// Asks a model behind an OpenAI-compatible endpoint: one POST an attempt, streamed where it can be.
///
/// Copies share what they learn of the endpoint's form: a run has one client.
package struct ChatClient: Sendable {
  package let endpoint: ChatEndpoint
  let sentences = AnswerSentences()
  let fetcher: any Fetcher
  private let calls: ChatCalls?
  private let silence: Duration?
  /// In which form the endpoint is asked, which its refusals alter.
  let form: Locked<ChatForm>
  let knowledge = ChatKnowledge()
  let spending = ChatSpending()
  let waits = ChatWaits()

  /// Makes a client; the fetcher keeps the connections, and `calls` the limits and retries.
  ///
  /// Without these each answer is asked for once, and at once. `streams` says whether answers are
  /// asked for as events, and `silence` how long a pause within an answer may be, nil for any.
  package init(
    _ endpoint: ChatEndpoint,
    fetcher: any Fetcher,
    calls: ChatCalls? = nil,
    streams: Bool = true,
    silence: Duration? = .seconds(20)
  ) {
    self.endpoint = endpoint
    self.fetcher = fetcher
    self.calls = calls
    self.silence = silence
    form = Locked(ChatForm(streams: streams))
  }

  /// The tokens of prompt and answer that the endpoint takes, as it told; nil where it did not.
  package var contextTokens: Int? { knowledge.contextTokens }

  /// The tokens of text that go into one call.
  var window: Int {
    PromptWindow.tokens(
      ofContext: contextTokens,
      answer: answerBound,
      aMinute: calls?.tokensPerMinute
    )
  }

  /// Whether anything is known that bounds what goes into a call.
  var isBounded: Bool { contextTokens != nil || calls?.tokensPerMinute != nil }

  private var answerBound: Int? { calls?.answerBound(ofContext: contextTokens) }

  /// Whether a call was refused because the run may spend no more.
  package var hasReachedCeiling: Bool { calls?.hasReachedCeiling ?? false }

  /// What the calls so far came to.
  package var spent: ChatSpent { spending.spent }

  /// Tells `body` whenever a call begins to wait, for another attempt or a second and more for its
  /// turn; it must be quick.
  package func onWait(_ body: @escaping @Sendable (ChatWait) -> Void) {
    waits.listen(body)
  }

  /// Asks for an answer, or for calls of the tools where it may call them; throws `.cancelled` at
  /// once when the calling task is cancelled.
  package func answer(
    to messages: [ChatMessage],
    tools: [ChatTool] = [],
    mayCall: Bool = true,
    priority: Priority = .normal
  ) async throws(ChatError) -> ChatAnswer {
    try await answer(priority: priority) {
      request(for: messages, tools: tools, mayCall: mayCall)
    }
  }

  /// Asks with a request that is made for each attempt, and throws as
  /// ``answer(to:tools:mayCall:priority:)`` does.
  ///
  /// Who waits here for many answers needs to hold no messages meanwhile, and no request: what is
  /// posted is held once, by the transfer. Where the endpoint refuses the form of the request, it is
  /// asked in another one.
  package func answer(
    priority: Priority = .normal,
    to request: () -> FetchRequest
  ) async throws(ChatError) -> ChatAnswer {
    while true {
      let asked = form.withLock { $0 }
      do throws(ChatError) {
        if let calls { return try await calls.answer(of: self, priority: priority, to: request) }
        let answer = try answer(from: await page(for: request()))
        if let usage = answer.usage { spending.add(usage) }
        return answer
      } catch {
        // A form is left once in a run, so that this ends.
        guard isAskedAnew(after: error, in: asked) else { throw error }
      }
    }
  }

  /// Whether what was refused is asked again in another form, which the refusal has taught.
  func isAskedAnew(after error: ChatError, in asked: ChatForm) -> Bool {
    guard case .refused(_, let status, _) = error else { return false }
    return ChatForm.refusals.contains(status) && form.withLock { $0 } != asked
  }

  /// What the endpoint sends to one request, whatever its status; throws at once when cancelled.
  func page(for request: consuming FetchRequest) async throws(ChatError) -> Page {
    let page: Page
    spending.addCall()
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
  ///
  /// `maxTokens` bounds the answer; nil leaves that to the endpoint.
  package func request(
    for messages: [ChatMessage],
    tools: [ChatTool] = [],
    mayCall: Bool = true,
    maxTokens: Int? = nil
  ) -> FetchRequest {
    let form = form.withLock { $0 }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var query = ChatQuery(model: endpoint.model, messages: messages, tools: tools)
    query.mayCall = mayCall
    (query.maxTokens, query.form) = (maxTokens ?? answerBound, form)
    // Strings, numbers and Booleans can always be encoded.
    let body = try? encoder.encode(query)
    var request = FetchRequest(
      address: endpoint.address,
      headers: endpoint.headers,
      timeout: endpoint.timeout,
      body: body.map(Array.init) ?? []
    )
    request.sendsConfiguredHeaders = false
    request.isTyped = true
    request.silence = silence
    if form.streams {
      (request.lastEvent, request.endField) = (ChatStream.last, ChatStream.endField)
    }
    return request
  }
}
