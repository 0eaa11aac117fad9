import Glibc

/// The folders in which programs of the system are looked for.
struct ProgramPath: Sendable {
  private let folders: [Substring]

  /// Reads a path as shells have it, but for relative folders: what lies where a user happens to
  /// work, perhaps just fetched, is no program of the system.
  init(_ path: String) {
    folders = path.split(separator: ":").filter { $0.utf8.first == UInt8(ascii: "/") }
  }

  /// The first program of this name; nil where there is none that may be run.
  func program(named name: String) -> String? {
    folders.lazy.map { "\($0)/\(name)" }.first(where: Self.isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
