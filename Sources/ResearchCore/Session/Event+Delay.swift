import Summarisation

extension Event {
  /// Why and how long a call of a model waits.
  public struct Delay: Sendable, Hashable {
    /// The model.
    public var model: String?
    /// Another attempt after a failure, or the rate that all its calls keep to.
    public var reason: Wait.Reason
    /// For how long.
    public var seconds: Double
    /// The attempt that failed, or the one that waits for its turn; from 1.
    public var attempt: Int
    /// What went wrong, where something did.
    public var error: Failure?

    /// A wait as the client tells it.
    init(_ wait: ChatWait, model: String?) {
      (self.model, attempt) = (model, wait.attempt)
      seconds = wait.duration.seconds
      switch wait.reason {
      case .retry(let failure): (reason, error) = (.retry, Failure(failure))
      case .rate: reason = .rate
      }
    }
  }
}
