/// Knows the many ways in which endpoints say that a request has more tokens than the model takes.
enum ContextOverflow {
  /// In lower case, of OpenAI, vLLM, llama.cpp, Ollama, Anthropic, Gemini, Groq and Mistral, also
  /// as LiteLLM passes them on.
  private static let wordings = [
    "context_length_exceeded", "maximum context length", "exceeds the context window",
    "exceed the context window", "exceeds the context length", "exceed context limit",
    "longer than the maximum model length", "available context size", "exceed_context_size",
    "prompt is too long", "contextwindowexceeded", "context window exceeded",
    "exceeds the maximum number of tokens", "reduce the length of the messages",
    "model's context window", "input is too long", "too many input tokens",
  ]
  /// Of limits of tokens a minute that one request alone exceeds, which no waiting helps.
  private static let tooLarge = "request too large"

  /// Whether a refusal with this status says so, in its words as they were sent.
  static func isMeant(status: Int, words: [UInt8]) -> Bool {
    if status == 413 { return true }
    let words = String(decoding: words.prefix(4_096), as: UTF8.self).lowercased()
    switch status {
    case 429: return words.contains(tooLarge) || words.contains(wordings[0])
    case 200, 400, 404, 422, 500: return wordings.contains { words.contains($0) }
    default: return false
    }
  }
}
