extension ChatClient {
  /// Tokens that the model takes in all, as far as its endpoint has told; nil where it has not.
  package var contextTokens: Int? { nil }
}
