import Glibc

/// A file that is written whole or not at all.
///
/// What is written goes to a temporary file beside it, which takes its name only when complete.
/// A pipe or a device is written directly.
package final class OutputFile: Sendable {
  private let path: String
  private let partial: String?
  private let descriptor: Int32

  /// Begins the file at `path`.
  package init(path: String) throws(SystemError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      self.path = path
      partial = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let target = exists ? Self.resolved(path) : path
      let partial = "\(target).\(getpid()).part"
      self.path = target
      self.partial = partial
      descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      // What was private stays so.
      if exists, descriptor >= 0 { fchmod(descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor < 0 else { return }
    throw SystemError(path: path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    abandon()
  }

  /// Whether what is written may wait for somebody to read it, as into a pipe.
  package var hasReader: Bool { partial == nil }

  /// Whether what is written to an open descriptor may wait for somebody to read it.
  package static func hasReader(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
  }

  /// Leaves nothing of a file that is not complete; for a program that ends where it stands.
  package func abandon() {
    if let partial { unlink(partial) }
  }

  /// Appends bytes; blocks while a pipe's reader is slow.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    try Self.write(bytes, to: descriptor, path: path)
  }

  /// Gives the file its name; where it is to be durable, not before everything is on disk.
  package func commit(isDurable: Bool = true) throws(SystemError) {
    guard let partial else { return }
    guard !isDurable || fsync(descriptor) == 0, rename(partial, path) == 0 else {
      throw SystemError(path: path)
    }
  }

  /// Writes a whole file; where it is to be durable, returns when everything is on disk.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    isDurable: Bool = true
  ) throws(SystemError) {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.commit(isDurable: isDurable)
  }

  /// Writes all of `bytes` to an open descriptor; blocks while a pipe's reader is slow.
  package static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    path: String
  ) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        waitForReader(of: descriptor)
        continue
      }
      guard count >= 0 else { throw SystemError(path: path) }
      done += count
    }
  }

  /// Waits until a pipe that was made not to block takes bytes again, or has lost its reader.
  private static func waitForReader(of descriptor: Int32) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // Whatever ends the wait, the next write tells what it was.
    _ = poll(&polled, 1, -1)
  }

  /// The file that a link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
