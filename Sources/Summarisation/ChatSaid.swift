/// What a model has said, whole or so far.
struct ChatSaid {
  private(set) var text = ""
  private(set) var refusal = ""
  /// Why it ends; nil where it does not.
  private(set) var finishReason: String?
  private var parts = ChatCallParts()

  /// Nothing yet.
  init() {}

  /// What an answer says that comes as a whole.
  init(_ choice: ChatReply.Choice) {
    text = choice.message?.content?.text ?? ""
    refusal = choice.message?.refusal ?? ""
    for part in choice.message?.toolCalls ?? [] { parts.add(whole: part) }
    finishReason = choice.finishReason.flatMap { $0.isEmpty ? nil : $0 }
  }

  var calls: [ChatToolCall] { parts.calls }

  /// In bytes, of all that would be kept.
  var size: Int { text.utf8.count + parts.size }

  /// About how many tokens it has, thoughts that are not in it left out.
  var tokens: Int {
    TokenEstimate.tokens(in: text) + TokenEstimate.tokens(in: refusal)
      + calls.reduce(0) { $0 + TokenEstimate.tokens(in: $1.name + $1.arguments) }
  }

  /// Adds what an event brings.
  mutating func add(_ choice: ChatReply.Choice) {
    if let piece = choice.delta ?? choice.message {
      text += piece.content?.text ?? ""
      refusal += piece.refusal ?? ""
      for part in piece.toolCalls ?? [] { parts.add(part) }
    }
    if let reason = choice.finishReason, !reason.isEmpty { finishReason = reason }
  }
}
