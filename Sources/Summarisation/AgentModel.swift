/// The model behind an agent.
package struct AgentModel: Sendable {
  /// Asks for an answer, or for calls of tools.
  package typealias Ask =
    @Sendable ([ChatMessage], [ChatTool]) async throws(ChatError) -> ChatAnswer

  /// Its name.
  package var name: String
  /// The tokens that it takes, as far as that is known.
  package var contextTokens: Int?
  let ask: Ask
  /// A sentence of an answer as it may be shown.
  let clean: @Sendable (String) -> String

  /// A model that is asked by `ask`.
  package init(
    name: String,
    contextTokens: Int? = nil,
    clean: @escaping @Sendable (String) -> String = { $0 },
    ask: @escaping Ask
  ) {
    (self.name, self.contextTokens) = (name, contextTokens)
    (self.clean, self.ask) = (clean, ask)
  }
}

extension AgentModel {
  /// The model that a client asks; `model` is the name that its answer bears.
  package init(_ client: ChatClient, model: String) {
    self.init(
      name: model,
      clean: { client.sentence($0) },
      ask: { (messages, tools) async throws(ChatError) in
        try await client.answer(to: messages, tools: tools)
      }
    )
  }
}
