import Glibc

/// The file that a run keeps its records in, opened for this run alone.
struct RecordsDestination {
  /// Where it is.
  let path: String
  /// The open file, locked for as long as it is open.
  let descriptor: Descriptor
  /// Whether the file was made just now.
  let isNew: Bool
  /// How many bytes it holds.
  let size: Int64

  /// Makes the file at `path`, or takes an empty one; where a run `resumes`, any.
  ///
  /// The lock is advisory (flock) and ends with the process, so nothing is left to clean up.
  /// Throws a system error where the file cannot be opened for writing, ``RecordsError`` where it
  /// is no file, another run's, or holds something that is not to be gone on from.
  init(path: String, resumes: Bool = false) throws {
    self.path = path
    var opened = try Self.opened(path)
    // Whoever held the lock may have removed the file, because nothing came of its run.
    for _ in 0..<10 where !Self.isAt(path, opened.status) { opened = try Self.opened(path) }
    guard Self.isAt(path, opened.status) else { throw RecordsError.inUse(path: path) }
    (descriptor, isNew) = (opened.descriptor, opened.isNew)
    size = Int64(opened.status.st_size)
    if size > 0, !resumes { throw RecordsError.notEmpty(path: path) }
  }

  /// Whether `status` is of the file that has this path now.
  private static func isAt(_ path: String, _ status: stat) -> Bool {
    var now = stat()
    return stat(path, &now) == 0 && now.st_ino == status.st_ino && now.st_dev == status.st_dev
  }

  private static func opened(
    _ path: String
  ) throws -> (descriptor: Descriptor, isNew: Bool, status: stat) {
    let flags = O_RDWR | O_CLOEXEC | O_NONBLOCK
    let made = open(path, flags | O_CREAT | O_EXCL, 0o666)
    let number = made >= 0 ? made : open(path, flags)
    guard number >= 0 else { throw SystemError(path: path) }
    let descriptor = Descriptor(number, isToBeUnlocked: true)
    return (descriptor, made >= 0, try claim(descriptor, path))
  }

  private static func claim(_ descriptor: Descriptor, _ path: String) throws -> stat {
    var status = stat()
    fstat(descriptor.number, &status)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RecordsError.unreadable(path: path, reason: "it is not a regular file")
    }
    guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? RecordsError.inUse(path: path) : SystemError(path: path)
    }
    // Asked for anew: whoever held the lock may have written meanwhile.
    fstat(descriptor.number, &status)
    return status
  }
}
