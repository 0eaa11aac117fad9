import FlowControl
import Glibc

/// An open descriptor that is closed once: when asked, or with its last owner.
final class Descriptor: Sendable {
  private let state: Locked<Int32>
  private let isToBeUnlocked: Bool

  /// Owns a descriptor that a call to the system has just given; one that will be locked is to be
  /// unlocked with its end.
  init(_ number: Int32, isToBeUnlocked: Bool = false) {
    state = Locked(number)
    self.isToBeUnlocked = isToBeUnlocked
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
    guard number >= 0 else { return }
    // A child that is about to run another program holds the file open, and its lock, until then.
    if isToBeUnlocked { _ = flock(number, LOCK_UN) }
    _ = Glibc.close(number)
  }

  /// The bytes of a file from `offset` on, `count` at most; fewer only at its end.
  ///
  /// `path` is what an error calls it.
  func read(_ count: Int, at offset: Int64, path: String) throws(SystemError) -> [UInt8] {
    let file = number
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let start = buffer.baseAddress.map { $0 + filled }
        let got = pread(file, start, count - filled, Int(offset) + filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = SystemError(path: path) }
        guard got > 0 else { return }
        filled += got
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
