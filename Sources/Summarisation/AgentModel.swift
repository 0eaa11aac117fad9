/// The model behind an agent.
package struct AgentModel: Sendable {
  /// Asks for an answer, or for calls of tools where the last argument allows them.
  package typealias Ask =
    @Sendable ([ChatMessage], [ChatTool], Bool) async throws(ChatError) -> ChatAnswer

  /// Its name.
  package let name: String
  let prompt: PromptTemplate
  let ask: Ask
  /// A sentence of an answer as it may be shown.
  let clean: @Sendable (String) -> String
  private let context: @Sendable () -> Int?

  /// A model that is asked by `ask`, and told by `prompt` what it is for.
  package init(
    name: String,
    prompt: PromptTemplate,
    contextTokens: @escaping @Sendable () -> Int? = { nil },
    clean: @escaping @Sendable (String) -> String = { $0 },
    ask: @escaping Ask
  ) {
    (self.name, self.prompt, context) = (name, prompt, contextTokens)
    (self.clean, self.ask) = (clean, ask)
  }

  /// The tokens that it takes, as far as its endpoint has told.
  package var contextTokens: Int? { context() }
}

extension AgentModel {
  /// The model that a client asks; `model` is the name that its answer bears.
  package init(_ client: ChatClient, model: String, prompts: Prompts) {
    self.init(
      name: model,
      prompt: prompts[.ask],
      contextTokens: { client.contextTokens },
      clean: { client.sentence($0) },
      ask: { (messages, tools, mayCall) async throws(ChatError) in
        try await client.answer(to: messages, tools: tools, mayCall: mayCall)
      }
    )
  }
}
