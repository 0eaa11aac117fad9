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
