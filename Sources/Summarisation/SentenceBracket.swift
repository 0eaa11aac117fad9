/// A bracket or corner quotation that opens within a sentence and closes soon: no mark within it
/// ends the sentence.
struct SentenceBracket {
  /// After what closes it; 0 where none is open.
  private(set) var end = 0
  /// Whether it is a round bracket of full width.
  private(set) var isWide = false
  /// How far has been looked for what closes, so that no byte is looked at twice.
  private var lookedAt = 0
  /// The most bytes between what opens and what closes.
  private static let longest = 300

  /// Notes what opens at `index`, where no bracket is open.
  mutating func open(_ text: Span<UInt8>, at index: Int, start: Int) {
    guard index >= end, index >= lookedAt else { return }
    let opener = text.scalar(at: index)
    switch opener.value {
    case 0x28:
      guard index > start, ScalarClass(text.scalar(before: index).value) == .space else { return }
      find(0x29, opener, text, index)
    case 0xFF08:
      guard index > start else { return }
      find(0xFF09, opener, text, index)
    case 0x300C: find(0x300D, opener, text, index)
    case 0x300E: find(0x300F, opener, text, index)
    default: break
    }
    isWide = opener.value == 0xFF08
  }

  /// Forgets what is open where a sentence begins.
  mutating func beginSentence() { end = 0 }

  private mutating func find(
    _ closer: UInt32,
    _ opener: ReadScalar,
    _ text: Span<UInt8>,
    _ start: Int
  ) {
    var index = start + opener.length
    var depth = 1
    var isLineBreak = false
    let limit = min(text.count, start + Self.longest)
    while index < limit {
      let scalar = text.scalar(at: index)
      // No bracket reaches over a blank line.
      if scalar.value == 0x0A {
        if isLineBreak { break }
        isLineBreak = true
      } else if ScalarClass(scalar.value) != .space {
        isLineBreak = false
      }
      index += scalar.length
      if scalar.value == opener.value { depth += 1 }
      if scalar.value == closer { depth -= 1 }
      if depth == 0 {
        end = index
        return
      }
    }
    lookedAt = index
  }
}
