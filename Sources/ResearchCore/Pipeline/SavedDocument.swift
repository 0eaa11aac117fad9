import Glibc

/// A saved document on disk, opened once so that what was judged is what is read.
struct SavedDocument: ~Copyable {
  /// The size when it was opened, in bytes.
  let size: Int
  private let path: String
  private let descriptor: Int32

  /// Opens a regular file of at most `limit` bytes; never waits for a pipe's other end.
  init(path: String, limit: Int) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(SystemError(path: path)) }
    var status = stat()
    fstat(descriptor, &status)
    if let failure = Self.objection(to: status, path, limit) {
      close(descriptor)
      throw failure
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// The file's bytes, up to the size that it had; blocks, so for workers only.
  func read() throws(Failure) -> [UInt8] {
    var error: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = Glibc.read(
          descriptor,
          buffer.baseAddress.map { $0 + filled },
          size - filled
        )
        if count < 0, errno == EINTR { continue }
        if count < 0 { error = errno }
        guard count > 0 else { return }
        filled += count
      }
    }
    guard error == 0 else { throw Failure(SystemError(path: path, code: error)) }
    return bytes
  }

  private static func objection(to status: stat, _ path: String, _ limit: Int) -> Failure? {
    guard status.st_mode & S_IFMT == S_IFREG else {
      return Failure(.file, "it is not a regular file")
    }
    guard status.st_size > limit else { return nil }
    return Failure(.tooLarge, "the file is larger than \(limit) bytes (--max-size allows more)")
  }
}
