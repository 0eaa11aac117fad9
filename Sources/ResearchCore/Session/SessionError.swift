/// Why a session does not do what it is asked.
public enum SessionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It has its records already, which another run would write over.
  case alreadyUsed
  /// The model cannot be asked, which was tried before anything else was done.
  case modelUnavailable(ModelFailure)

  /// What failed, why, and what to do.
  public var description: String {
    switch self {
    case .alreadyUsed: "a session is used once and this one has been. Make another for another run"
    case .modelUnavailable(let failure): failure.description
    }
  }
}
