/// Text from pages, written so that no Markdown or HTML reader takes any of it for a command.
///
/// Meant for CommonMark with GitHub's extensions, and careful with the marks of other readers
/// (mathematics, highlights, citations, templates). No escape is lost: ``undo(_:)`` gives the text
/// back, scalar by scalar.
package enum MarkdownEscape {
  /// Escapes a passage without changing what it says; it stays on one line.
  package static func passage(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8 + 16)
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        append(ascii: bytes, at: index, to: &output)
        index += 1
      } else {
        index += append(wide: bytes, at: index, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Escapes a label such as a title, made one line of bounded length first.
  package static func label(_ text: String, limit: Int = 200) -> String {
    passage(text.oneLine(limit: limit))
  }

  /// Turns escaped text back into what it was made from.
  package static func undo(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if bytes[index...].starts(with: linkBreak) {
        index += linkBreak.count
      } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, isPunctuation(bytes[index + 1])
      {
        output.append(bytes[index + 1])
        index += 2
      } else if byte == UInt8(ascii: "&"), let (scalar, length) = reference(bytes[index...]) {
        output.append(contentsOf: Array(String(Character(scalar)).utf8))
        index += length
      } else {
        output.append(byte)
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(ascii bytes: [UInt8], at index: Int, to output: inout [UInt8]) {
    let byte = bytes[index]
    switch byte {
    case 0..<0x20, 0x7F:
      append(reference: UInt32(byte), to: &output)
    case UInt8(ascii: " "):
      let isEdge = index == 0 || index == bytes.count - 1
      if isEdge { append(reference: 0x20, to: &output) } else { output.append(byte) }
    case UInt8(ascii: "<"):
      output.append(contentsOf: Array("&lt;".utf8))
    case UInt8(ascii: "&"):
      output.append(contentsOf: Array("&amp;".utf8))
    default:
      if isInMailAddress(bytes, at: index) { output.append(contentsOf: linkBreak) }
      if needsBackslash(bytes, at: index) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  /// A word joiner, written as ``append(wide:at:to:)`` writes none.
  ///
  /// GitHub's extension makes links of mail addresses, whether or not their signs are escaped, but
  /// only where a letter or digit stands before the sign.
  private static let linkBreak = Array("&#x2060;".utf8)

  private static func isInMailAddress(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "@"), index > 0, index + 1 < bytes.count else {
      return false
    }
    let before = bytes[index - 1]
    return (isAlphanumeric(before) || "._+-".utf8.contains(before))
      && isAlphanumeric(bytes[index + 1])
  }

  private static func needsBackslash(_ bytes: [UInt8], at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"),
      UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "("):
      return index == 0
    case UInt8(ascii: "="), UInt8(ascii: "%"):
      return index == 0 || next == bytes[index] || bytes[index - 1] == bytes[index]
    case UInt8(ascii: ":"):
      return index == 0 || next == UInt8(ascii: "/")
    case UInt8(ascii: "!"):
      // What follows a value may be a footnote's mark, and `![` would begin an image.
      return index == bytes.count - 1
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      return isListMarker(bytes[0..<index]) || endsInWWW(bytes[0..<index])
    default:
      return false
    }
  }

  /// Whether a full stop or a bracket after `start`, at a line's start, would begin a list.
  private static func isListMarker(_ start: ArraySlice<UInt8>) -> Bool {
    guard (1...9).contains(start.count) else { return false }
    if start.count == 1, let letter = start.first { return isAlphanumeric(letter) }
    return start.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func endsInWWW(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 3 && text.suffix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  /// Copies a scalar above ASCII, or names it by number when it is a control or turns text.
  private static func append(wide bytes: [UInt8], at index: Int, to output: inout [UInt8]) -> Int {
    let lead = bytes[index]
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - index)
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    if isUnsafe(value) {
      append(reference: value, to: &output)
    } else {
      output.append(contentsOf: bytes[index..<(index + length)])
    }
    return length
  }

  private static func isUnsafe(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x2028, 0x2029: true
    default: Unicode.Scalar(value)?.isInvisible ?? true
    }
  }

  private static func append(reference value: UInt32, to output: inout [UInt8]) {
    output.append(contentsOf: Array("&#\(value);".utf8))
  }

  /// The scalar that a character reference stands for, and the reference's length in bytes.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let length = end - bytes.startIndex + 1
    let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
    if name == "lt" { return ("<", length) }
    if name == "amp" { return ("&", length) }
    guard name.utf8.first == UInt8(ascii: "#"), let value = UInt32(name.dropFirst()),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, length)
  }
}
