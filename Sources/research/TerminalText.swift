import ResearchCore

/// Text that came from outside, made safe to print.
enum TerminalText {
  /// A longer line helps nobody.
  private static let longest = 3_000

  /// The text on one line of bounded length without anything that a terminal or a reader's eye
  /// obeys: control characters, line ends and direction marks become U+FFFD or a blank.
  static func safe(_ text: String) -> String {
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    var safe = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < longest else {
        safe.append("…")
        break
      }
      let isHarmless = !isControl(scalar) && !scalar.isHidden(after: previous)
      safe.append(isHarmless ? scalar : isBlank(scalar) ? " " : "\u{fffd}")
      previous = scalar
    }
    return String(safe)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) || isBlank(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0d).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
