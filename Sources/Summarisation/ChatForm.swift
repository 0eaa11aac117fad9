/// In which form an endpoint takes questions: the best one until it refuses that.
///
/// Compatible endpoints differ in what they know of OpenAI's interface; what one of them has
/// refused is left out for the rest of the run.
struct ChatForm: Sendable, Hashable {
  /// Whether answers come as events.
  var streams = true
  /// Whether the last event is to tell the usage.
  var asksForUsage = true
  /// Whether the most tokens are asked for under the newer name, which counts thoughts too.
  var countsThoughts = false
  /// Whether it may be told that tools are not to be called.
  var choosesTools = true

  /// The statuses with which a form is refused.
  static let refusals = [400, 404, 405, 422, 501]

  /// The words and the names of parameters, whole.
  private static func names(_ words: String) -> [Substring] {
    words.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  /// Leaves out what the endpoint refuses, in its own words as it sent them.
  mutating func learn(from words: [UInt8]) {
    let words = String(decoding: words.prefix(4_096), as: UTF8.self).lowercased()
    if words.contains("tool_choice"), choosesTools {
      choosesTools = false
    } else if words.contains("stream_options") || words.contains("include_usage") {
      asksForUsage = false
    } else if words.contains("max_completion_tokens"), words.contains("max_tokens") {
      countsThoughts = true
    } else if Self.names(words).contains(where: { $0 == "stream" || $0 == "streaming" }) {
      streams = false
    }
  }
}
