import Glibc

/// A report in a file.
package enum ReportFile {
  /// The bytes of a file, where `-` is standard input.
  ///
  /// Throws ``VerificationError/unreadable(path:reason:)``.
  package static func bytes(atPath path: String) throws(VerificationError) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let read = read(descriptor, buffer.baseAddress, buffer.count)
        failed = read < 0
        count = max(read, 0)
      }
      if failed, errno == EINTR { continue }
      guard !failed else { throw failure(path) }
      guard !piece.isEmpty else { return bytes }
      bytes += piece
    }
  }

  private static func failure(_ path: String) -> VerificationError {
    .unreadable(path: path, reason: SystemError(path: path).reason)
  }
}
