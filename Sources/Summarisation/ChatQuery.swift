/// What is posted for one answer.
///
/// No temperature, and no bound of tokens unless one is asked for: models differ in which of them
/// they refuse.
struct ChatQuery: Encodable {
  let model: String
  let messages: [ChatMessage]
  var tools: [ChatTool] = []
  /// Whether the answer may be calls of the tools.
  var mayCall = true
  /// The most tokens of the answer; nil for what the endpoint has.
  var maxTokens: Int?
  /// In which form the endpoint takes it.
  var form = ChatForm(streams: false)

  private enum CodingKeys: String, CodingKey {
    case model, messages, stream, tools
    case toolChoice = "tool_choice"
    case streamOptions = "stream_options"
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(model, forKey: .model)
    try container.encode(messages, forKey: .messages)
    try container.encode(form.streams, forKey: .stream)
    if form.streams, form.asksForUsage {
      try container.encode(["include_usage": true], forKey: .streamOptions)
    }
    if !tools.isEmpty { try container.encode(tools.map(ChatFunction.init), forKey: .tools) }
    if !tools.isEmpty, !mayCall, form.choosesTools {
      try container.encode("none", forKey: .toolChoice)
    }
    try container.encodeIfPresent(
      maxTokens,
      forKey: form.countsThoughts ? .maxCompletionTokens : .maxTokens
    )
  }
}

/// A tool as the wire has it.
private struct ChatFunction: Encodable {
  private struct Function: Encodable {
    let name: String
    let description: String
    let parameters: JSONValue
  }

  private let type = "function"
  private let function: Function

  init(_ tool: ChatTool) {
    let none = JSONValue.object(["type": .string("object"), "properties": .object([:])])
    function = Function(
      name: tool.name,
      description: tool.description,
      parameters: JSONValue(text: tool.parameters) ?? none
    )
  }
}
