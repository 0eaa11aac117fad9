import FoundationEssentials
import Glibc

/// A folder of a test's own that goes when the test is over.
final class Folder: Sendable {
  /// Where it is.
  let path: String

  /// Makes an empty folder.
  init() throws {
    var template = Array("/tmp/research-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    // What cannot be removed is in nobody's way.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What is in it, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// The path of a file in it, whether or not it is there.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and gives back its path.
  func write(_ bytes: some Sequence<UInt8>, to name: String = "list.txt") throws -> String {
    try Data(bytes).write(to: URL(filePath: self[name]))
    return self[name]
  }

  /// Writes lines, and gives back the path.
  func write(lines: [String], to name: String = "list.txt") throws -> String {
    try write(lines.map { $0 + "\n" }.joined().utf8, to: name)
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: self[name])))
  }

  /// A file as text.
  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
