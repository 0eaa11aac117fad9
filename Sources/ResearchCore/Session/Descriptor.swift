import FlowControl
import Glibc

/// An open descriptor that is closed once: when asked, or with its last owner.
final class Descriptor: Sendable {
  private let state: Locked<Int32>

  /// Owns a descriptor that a call to the system has just given.
  init(_ number: Int32) {
    state = Locked(number)
  }

  deinit {
    close()
  }

  /// What calls to the system know it by; -1 once it is closed.
  var number: Int32 { state.withLock { $0 } }

  /// Closes it; nothing happens where that has been done.
  func close() {
    let number = state.withLock { number in
      defer { number = -1 }
      return number
    }
    if number >= 0 { _ = Glibc.close(number) }
  }
}
