import Glibc

/// A call to the system that failed, with the file that it was about.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path that the call was about.
  package var path: String
  /// The value of `errno`.
  package var code: Int32

  /// Takes the reason from `errno`, which must not have changed since the call.
  package init(path: String) {
    self.init(path: path, code: errno)
  }

  /// An error with a known code.
  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The reason in the system's own words.
  package var reason: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(code, start, 256) == 0 else {
        return "error \(code)"
      }
      return String(cString: start)
    }
  }

  package var description: String { "\(path): \(reason)" }
}
