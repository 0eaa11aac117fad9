import FlowControl
import Glibc
import ResearchCore

/// The file of `--key-file`: its first line is the key of the model's endpoint.
enum KeyFile {
  /// In bytes; no key is as long, and what comes from a device has an end so.
  private static let longest = 64 << 10
  /// Some editors write it before a text.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads the key, without the blanks around it; throws where the file cannot be read or has none.
  ///
  /// A pipe is read to its end, so that a program may hand the key over.
  static func key(at path: String) throws(KeyFileError) -> String {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw KeyFileError(path: path, reason: Self.reason) }
    defer { close(number) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < longest {
      let count = read(number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw KeyFileError(path: path, reason: Self.reason) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    if bytes.starts(with: byteOrderMark) { bytes.removeFirst(byteOrderMark.count) }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let end = line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    let key = line[..<end].drop(while: isBlank)
    guard !key.isEmpty else { throw KeyFileError(path: path, reason: "its first line is empty") }
    return String(decoding: key, as: UTF8.self)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

/// Why there is no key in a file.
struct KeyFileError: Error, Hashable, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String {
    "the key cannot be read from \(path): \(reason). Name a file whose first line is the key"
  }
}
