/// Text that came from outside, made safe to print.
enum TerminalText {
  /// The text on one line without anything that a terminal or a reader's eye obeys: control
  /// characters, line ends and direction marks become U+FFFD or a blank.
  static func safe(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      safe.append(isHarmless(scalar) ? scalar : isBlank(scalar) ? " " : "\u{fffd}")
    }
    return String(safe)
  }

  /// A line of JSON with the same characters written as escapes, which only strings can hold.
  static func safe(json line: [UInt8]) -> [UInt8] {
    let text = String(decoding: line.dropLast(), as: UTF8.self)
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return line }
    var safe = ""
    for scalar in text.unicodeScalars {
      guard !isHarmless(scalar) else {
        safe.unicodeScalars.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        safe += "\\u" + String(Int(unit) + 0x10000, radix: 16).dropFirst()
      }
    }
    return Array((safe + "\n").utf8)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: false
    case 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff9...0xfffb: false
    case 0xe0000...0xe007f: false
    default: true
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0d).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
