/// Where an agent stands.
struct AgentWork: Sendable {
  var conversation: AgentConversation
  var answer: AgentAnswer
  /// What the tools gave, for calls that are made again.
  var results: [AgentCall: AgentResult] = [:]
  /// The turns with tools so far.
  private(set) var turns = 0
  /// How long the longest turn of the model took.
  private(set) var longestTurn = Duration.zero

  /// Work of a model that has not begun; `limit` bounds its conversation, in tokens.
  init(_ model: String, limit: Int) {
    conversation = AgentConversation(limit: limit)
    answer = AgentAnswer(model: model)
  }

  /// Takes note of a turn.
  mutating func note(_ said: ChatAnswer, took: Duration) {
    answer.steps += 1
    if !said.toolCalls.isEmpty { turns += 1 }
    longestTurn = max(longestTurn, took)
    guard let usage = said.usage else { return }
    answer.usage = answer.usage.map { $0 + usage } ?? usage
  }

  /// The answer that there is not, for this reason.
  func failed(_ error: ChatError) -> AgentAnswer {
    var answer = answer
    answer.error = error
    return answer
  }
}
