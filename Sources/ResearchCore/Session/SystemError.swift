import Glibc

/// A call to the system that failed, with the file that it was about.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path that the call was about.
  public var path: String
  /// The value of `errno`.
  public var code: Int32

  /// Takes the reason from `errno`, which must not have changed since the call.
  public init(path: String) {
    self.init(path: path, code: errno)
  }

  /// An error with a known code.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The reason in the system's own words.
  public var reason: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, strerror_r(code, start, 256) == 0 else {
        return "error \(code)"
      }
      return String(cString: start)
    }
  }

  public var description: String { "\(path): \(reason)" }
}
