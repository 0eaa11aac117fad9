import Glibc

/// A file without a name, gone with its last descriptor however the program ends.
struct NamelessFile {
  /// Where it is open for reading and writing; the caller's to close.
  let descriptor: Int32
  /// What messages call it.
  let path: String

  /// Makes an empty file in `directory`.
  init(inDirectory directory: String) throws(SystemError) {
    path = "a temporary file in \(directory) (TMPDIR)"
    var template = Array("\(directory)/research-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError(path: path) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }
}
