/// Counts words in the one way of the whole project, as `Summarisation` does.
///
/// A word is a run between white space. In a run that holds characters of a script without spaces,
/// two of those, or of the marks between them, count as one, rounded up.
enum WordCount {
  /// The number of words in `text`.
  static func words(in text: String) -> Int {
    let bytes = text.utf8Span.span
    var run = Run()
    var total = 0
    var index = 0
    while index < bytes.count {
      let kind = kind(bytes, &index)
      if kind == .space {
        total += run.words
        run = Run()
      } else {
        run.add(kind)
      }
    }
    return total + run.words
  }

  private enum Kind {
    case space, word, mark, unspaced
  }

  /// What stands between two spaces.
  private struct Run {
    private var isEmpty = true
    private var hasUnspaced = false
    private var isInWord = false
    private var spacedWords = 0
    private var characters = 0
    private var halves = 0

    @inline(__always)
    mutating func add(_ kind: Kind) {
      isEmpty = false
      if kind == .word {
        if !isInWord {
          spacedWords += 1
          halves += (characters + 1) / 2
          characters = 0
        }
        isInWord = true
      } else {
        if kind == .unspaced { hasUnspaced = true }
        isInWord = false
        characters += 1
      }
    }

    var words: Int {
      if !hasUnspaced { return isEmpty ? 0 : 1 }
      return spacedWords + halves + (characters + 1) / 2
    }
  }

  /// The kind of the scalar at a place of valid UTF-8; moves on behind it.
  @inline(__always)
  private static func kind(_ text: Span<UInt8>, _ index: inout Int) -> Kind {
    let byte = text[index]
    guard byte >= 0x80 else {
      index += 1
      if byte == 0x20 || byte &- 9 < 5 { return .space }
      return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? .word : .mark
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    var value = UInt32(byte) & 0x7F >> UInt32(length)
    for place in (index + 1)..<(index + length) { value = value << 6 | UInt32(text[place] & 0x3F) }
    index += length
    return wideKind(value)
  }

  private static func wideKind(_ value: UInt32) -> Kind {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAA, 0xB5, 0xBA: .word
    case 0x3005...0x3007, 0x30FC: .unspaced
    case 0x80...0xBF, 0xD7, 0xF7, 0x2BC...0x2FF, 0x55A...0x55F, 0x589, 0x58A, 0x5BE, 0x5C0,
      0x5C3, 0x5F3, 0x5F4, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x964, 0x965,
      0x1361...0x1368, 0x200B, 0x200E...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x303F, 0x30FB,
      0xFD3E, 0xFD3F, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFEFF, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF,
      0x0E4F, 0x0E5A, 0x0E5B, 0x104A...0x104F, 0x17D4...0x17DA:
      .mark
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3040...0x312F,
      0x31A0...0x31FF, 0x3400...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      .unspaced
    default: .word
    }
  }
}

extension Unicode.Scalar {
  /// Han, Kana, Thai, Lao, Khmer and Myanmar.
  var isWrittenWithoutSpaces: Bool {
    switch value {
    case 0..<0x0E00: false
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F: true
    case 0x20000...0x3FFFF: true
    default: false
    }
  }
}
