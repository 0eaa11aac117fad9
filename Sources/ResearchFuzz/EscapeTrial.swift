@testable import ResearchCore

/// Text from pages, escaped for where it goes.
enum EscapeTrial {
  /// Escapes an input in every way, and takes back what can be.
  static func run(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let passage = MarkdownEscape.passage(text)
    let isSame = MarkdownEscape.undo(passage).unicodeScalars.elementsEqual(text.unicodeScalars)
    Law.check(isSame, "no escape is lost")
    Law.check(isOneLine(passage), "a passage is one line")
    Law.check(!passage.utf8.contains(UInt8(ascii: "<")), "a passage begins no tag")
    _ = MarkdownEscape.undo(text)
    let label = MarkdownEscape.label(text, limit: 20)
    Law.check(isOneLine(label), "a label is one line")
    Law.check(text.oneLine(limit: 20).unicodeScalars.count <= 21, "a label is bounded")
    checkQuoted(YAMLString.quoted(text))
    if let fragment = PassageText(text).fragment(0, text.unicodeScalars.count) {
      let isPlain = fragment.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      Law.check(isPlain && fragment.text.utf8.count < 10_000, "a fragment is short ASCII")
    }
  }

  private static func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x2028 }
  }

  /// Nothing within the quotation marks may end the value.
  private static func checkQuoted(_ value: String) {
    let inner = Array(value.utf8.dropFirst().dropLast())
    var isEscaped = false
    for byte in inner {
      Law.check(byte >= 0x20, "a value is one line")
      Law.check(isEscaped || byte != UInt8(ascii: "\""), "a value ends with its last mark alone")
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    Law.check(!isEscaped, "a value's last mark is not escaped")
  }
}
