import Testing

@testable import Summarisation

@Suite struct ChatKnowledgeTests {
  @Test(arguments: [
    ("This model's maximum context length is 8192 tokens. However, your messages are 9000", 8_192),
    ("exceeds the available context size (n_ctx = 4,096)", 4_096),
    ("the context window is full", nil),
    ("too long", nil), ("context length 12", nil), ("context length 99999999999999999999", nil),
  ])
  func `learns the context from a refusal`(reason: String, tokens: Int?) {
    let knowledge = ChatKnowledge()
    knowledge.learn(from: .tooLong(endpoint: "e", reason: reason))
    #expect(knowledge.contextTokens == tokens)
  }

  @Test func `keeps the least that it was told, and learns from nothing else`() {
    let knowledge = ChatKnowledge()
    knowledge.note(contextTokens: 9_000)
    knowledge.note(contextTokens: 8_000)
    knowledge.note(contextTokens: 10_000)
    knowledge.learn(from: .refused(endpoint: "e", status: 400, reason: "context length 500"))
    #expect(knowledge.contextTokens == 8_000)
  }
}
