import FlowControl
import Testing

@testable import Summarisation

/// A model that says what a script has for each turn, and keeps what it was asked.
final class ScriptedAgentModel: Sendable {
  /// What it says in one turn.
  enum Turn: Sendable {
    /// It asks for tools: name and arguments of each.
    case calls([(name: String, arguments: String)])
    case text(String)
    /// It is cut off at its length behind this.
    case cut(String)
    case failure(ChatError)
  }

  private struct State {
    var asked: [(messages: [ChatMessage], mayCall: Bool)] = []
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
  var asked: [(messages: [ChatMessage], mayCall: Bool)] { state.withLock { $0.asked } }

  /// The model as an agent takes it.
  func model(contextTokens: Int? = nil) throws -> AgentModel {
    AgentModel(
      name: "stub",
      prompt: try Prompts()[.ask],
      contextTokens: { contextTokens },
      ask: { (messages, tools, mayCall) async throws(ChatError) in
        // What was called stands in the messages: some endpoints want the tools with it.
        #expect(tools == AgentCall.tools)
        return try await self.answer(messages, mayCall)
      }
    )
  }

  private func answer(
    _ messages: [ChatMessage],
    _ mayCall: Bool
  ) async throws(ChatError) -> ChatAnswer {
    let turn = state.withLock { state in
      state.asked.append((messages, mayCall))
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
    case .cut(let text):
      var answer = ChatAnswer(text: text, usage: usage)
      answer.isCut = true
      return answer
    case .calls(let calls):
      let calls = calls.enumerated().map {
        ChatToolCall(id: "c\(turn)-\($0)", name: $1.name, arguments: $1.arguments)
      }
      return ChatAnswer(text: "", toolCalls: calls, usage: usage)
    }
  }
}
