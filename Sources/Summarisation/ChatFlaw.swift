/// Why an answer is none, with what it was charged for all the same.
struct ChatFlaw: Error {
  let error: ChatError
  /// What the endpoint told; nil where it told nothing.
  var usage: ChatUsage?
  /// About how many tokens of an answer have come; nil where none has begun.
  var said: Int?

  /// A flaw of an answer that never began.
  init(_ error: ChatError, usage: ChatUsage? = nil, said: Int? = nil) {
    (self.error, self.usage, self.said) = (error, usage, said)
  }

  /// Whether the call cannot have cost anything.
  var isFree: Bool { usage == nil && said == nil && error.isFree }
}
