import Glibc

/// The file that a run keeps its records in, opened for this run alone.
struct RecordsDestination {
  /// The open file, whose owner closes it.
  let descriptor: Int32
  /// Whether the file was made just now.
  let isNew: Bool

  /// Makes the file at `path`, or takes an empty one.
  ///
  /// The lock is advisory (flock) and ends with the process, so nothing is left to clean up.
  init(path: String) throws {
    let flags = O_RDWR | O_CLOEXEC | O_NONBLOCK
    let made = open(path, flags | O_CREAT | O_EXCL, 0o666)
    isNew = made >= 0
    descriptor = isNew ? made : open(path, flags)
    guard descriptor >= 0 else { throw SystemError(path: path) }
    do {
      try Self.claim(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func claim(_ descriptor: Int32, _ path: String) throws {
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RecordsError.unreadable(path: path, reason: "it is not a regular file")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? RecordsError.inUse(path: path) : SystemError(path: path)
    }
    // Asked for anew: whoever held the lock may have written meanwhile.
    fstat(descriptor, &status)
    if status.st_size > 0 { throw RecordsError.notEmpty(path: path) }
  }
}
