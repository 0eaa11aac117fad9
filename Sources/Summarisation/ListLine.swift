/// The beginning of a line that is an item of a list, in texts whose lines are parted by one break.
struct ListLine {
  private enum Kind {
    case none, bullet, dash, number
  }

  /// Whether the line at `next` is an item, and so parted from the sentence that began at `start`
  /// and whose last character stands before `end`.
  static func begins(_ text: Span<UInt8>, at next: Int, start: Int, end: Int) -> Bool {
    switch kind(text, at: next) {
    case .none: return false
    case .bullet: return true
    case .dash, .number:
      guard end > start else { return false }
      let last = text.scalar(before: end).value
      return last == 0x3A || last == 0xFF1A || SentenceMark(last) != nil
        || kind(text, at: start) == kind(text, at: next)
    }
  }

  private static func kind(_ text: Span<UInt8>, at start: Int) -> Kind {
    guard start < text.count else { return .none }
    let scalar = text.scalar(at: start)
    let next = start + scalar.length
    guard next < text.count, text[next] != 0x0A, text[next] != 0x0D else { return .none }
    switch scalar.value {
    case 0x2022, 0x2023, 0x25AA, 0x25E6, 0x25CF, 0x25CB, 0x25A0, 0x25A1, 0x2043, 0x2219:
      return .bullet
    case 0x2A, 0x2D, 0x2012...0x2015: return text[next] == 0x20 ? .dash : .none
    default: return isNumber(text, at: start) ? .number : .none
    }
  }

  /// Whether "1.", "12)" or "a)" and a space stand there.
  private static func isNumber(_ text: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < text.count, index < start + 2, text[index].isDigit { index += 1 }
    let hasDigits = index > start
    if !hasDigits, text[index].isLetterOrDigit { index += 1 }
    guard index > start, index + 1 < text.count, text[index + 1] == 0x20 else { return false }
    return text[index] == 0x29 || hasDigits && text[index] == 0x2E
  }
}
