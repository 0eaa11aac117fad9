import FlowControl

@testable import Summarisation

/// A model that says what a script has for each turn, and keeps what it was asked.
final class ScriptedAgentModel: Sendable {
  /// What it says in one turn.
  enum Turn: Sendable {
    /// It asks for tools: name and arguments of each.
    case calls([(name: String, arguments: String)])
    case text(String)
    case failure(ChatError)
  }

  private struct State {
    var asked: [(messages: [ChatMessage], tools: [ChatTool])] = []
  }

  private let state = Locked(State())
  private let clock: SessionClock
  private let delays: [Duration]
  private let script: @Sendable (Int) -> Turn

  /// A model that follows `script`, by the number of the turn from 1; turns take as long as
  /// `delays` say, the last of them again and again.
  init(
    clock: SessionClock,
    delays: [Duration] = [.zero],
    _ script: @escaping @Sendable (Int) -> Turn
  ) {
    (self.clock, self.delays, self.script) = (clock, delays, script)
  }

  /// What it was asked, turn by turn.
  var asked: [(messages: [ChatMessage], tools: [ChatTool])] { state.withLock { $0.asked } }

  /// The model as an agent takes it.
  func model(contextTokens: Int? = nil) throws -> AgentModel {
    AgentModel(
      name: "stub",
      prompt: try Prompts()[.ask],
      contextTokens: { contextTokens },
      ask: { (messages, tools) async throws(ChatError) in
        try await self.answer(messages, tools)
      }
    )
  }

  private func answer(
    _ messages: [ChatMessage],
    _ tools: [ChatTool]
  ) async throws(ChatError) -> ChatAnswer {
    let turn = state.withLock { state in
      state.asked.append((messages, tools))
      return state.asked.count
    }
    do {
      try await clock.sleep(for: delays[min(turn, delays.count) - 1])
    } catch {
      throw .cancelled
    }
    let usage = ChatUsage(promptTokens: 10, completionTokens: 1)
    switch script(turn) {
    case .failure(let error): throw error
    case .text(let text): return ChatAnswer(text: text, usage: usage)
    case .calls(let calls):
      let calls = calls.enumerated().map {
        ChatToolCall(id: "c\(turn)-\($0)", name: $1.name, arguments: $1.arguments)
      }
      return ChatAnswer(text: "", toolCalls: calls, usage: usage)
    }
  }
}
