internal import Fetching
internal import FoundationEssentials

extension ChatClient {
  /// Stands in for the client's own tool calls until these are there: neither limits nor retries.
  func answer(
    to messages: [ChatMessage],
    tools: [ChatTool]
  ) async throws(ChatError) -> ChatAnswer {
    guard !tools.isEmpty else { return try await answer(to: messages) }
    var request = request(for: messages)
    let listed = tools.map {
      #"{"type":"function","function":{"name":"\#($0.name)","description":"x","parameters":"#
        + $0.parameters + "}}"
    }
    request.body?.removeLast()
    request.body? += Array(#","tools":[\#(listed.joined(separator: ","))]}"#.utf8)
    let page = try await page(for: request)
    struct Reply: Decodable {
      struct Choice: Decodable { let message: ChatMessage }
      let choices: [Choice]
      let usage: ChatUsage?
    }
    guard page.status == 200,
      let body = try? page.decodedBody(limit: 1 << 20),
      let reply = try? JSONDecoder().decode(Reply.self, from: Data(body)),
      let message = reply.choices.first?.message
    else { return try answer(from: page) }
    if message.toolCalls.isEmpty { return try answer(from: page) }
    return ChatAnswer(text: message.content, toolCalls: message.toolCalls, usage: reply.usage)
  }
}
