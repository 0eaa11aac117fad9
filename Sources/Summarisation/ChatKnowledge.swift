internal import FlowControl

/// What a run has learnt of its endpoint: how many tokens fit.
///
/// There is one for a client and all its copies.
final class ChatKnowledge: Sendable {
  private let state = Locked<Int?>(nil)

  /// The tokens of prompt and answer that fit; nil where nobody has told.
  var contextTokens: Int? { state.withLock { $0 } }

  /// Learns how many tokens fit; a number that no model has is passed over.
  func note(contextTokens: Int) {
    guard Self.plausible.contains(contextTokens) else { return }
    state.withLock { $0 = min($0 ?? .max, contextTokens) }
  }

  /// Learns from what a refusal says of the context.
  func learn(from error: ChatError) {
    guard case .tooLong(_, let reason) = error, let tokens = Self.context(in: reason) else {
      return
    }
    note(contextTokens: tokens)
  }

  private static let plausible = 256...100_000_000
  private static let words = ["context length", "context window", "context size", "n_ctx"]

  /// The number behind the first words that speak of the context.
  private static func context(in reason: String) -> Int? {
    let text = Array(reason.lowercased().utf8)
    let starts = words.compactMap { text.firstRange(of: Array($0.utf8))?.upperBound }
    guard let start = starts.min() else { return nil }
    let rest = text[start...].filter { $0 != UInt8(ascii: ",") }
    let digits = rest.drop { !isDigit($0) }.prefix { isDigit($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
