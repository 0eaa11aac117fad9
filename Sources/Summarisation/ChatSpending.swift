internal import FlowControl

/// What the calls of a client came to.
package struct ChatSpent: Sendable, Hashable {
  /// The requests that were made, those tried again too.
  package var calls: Int
  package var promptTokens: Int
  package var completionTokens: Int
  /// Whether any of the tokens were not told, but estimated.
  package var isEstimated: Bool

  /// A count.
  package init(
    calls: Int = 0,
    promptTokens: Int = 0,
    completionTokens: Int = 0,
    isEstimated: Bool = false
  ) {
    self.calls = calls
    (self.promptTokens, self.completionTokens) = (promptTokens, completionTokens)
    self.isEstimated = isEstimated
  }
}

/// Counts calls where they are made, and the tokens of all that was answered, of use or not.
///
/// There is one for a client and all its copies.
final class ChatSpending: Sendable {
  private let state = Locked(ChatSpent())

  /// What it came to so far.
  var spent: ChatSpent { state.withLock { $0 } }

  /// Counts a request.
  func addCall() {
    state.withLock { $0.calls += 1 }
  }

  /// Counts the tokens of an answer.
  func add(_ usage: ChatUsage) {
    state.withLock { spent in
      spent.promptTokens = Self.sum(spent.promptTokens, usage.promptTokens)
      spent.completionTokens = Self.sum(spent.completionTokens, usage.completionTokens)
      if usage.isEstimated { spent.isEstimated = true }
    }
  }

  /// What endpoints tell may be anything.
  private static func sum(_ count: Int, _ more: Int) -> Int {
    count + min(max(0, more), .max - count)
  }
}
