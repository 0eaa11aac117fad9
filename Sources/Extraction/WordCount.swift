/// Counts words as the whole project does: runs between white space; in scripts written without spaces two characters are one.
enum WordCount {
  static func words(in text: String) -> Int {
    let bytes = text.utf8Span.span
    var words = 0
    var spaceless = 0
    var isInWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 && spaceless == 0 {
        let isSpace = byte <= 0x20
        if !isSpace && !isInWord { words += 1 }
        isInWord = !isSpace
        index += 1
        continue
      }
      let scalar = scalar(bytes, &index)
      if scalar.isWrittenWithoutSpaces {
        spaceless += 1
        isInWord = false
        continue
      }
      words += (spaceless + 1) / 2
      spaceless = 0
      if scalar.isIdeographicPunctuation {
        isInWord = false
        continue
      }
      let isSpace = scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace
      if !isSpace && !isInWord { words += 1 }
      isInWord = !isSpace
    }
    return words + (spaceless + 1) / 2
  }

  /// The scalar at a place of valid UTF-8; moves on behind it.
  private static func scalar(_ text: Span<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let byte = text[index]
    let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    var value = UInt32(byte) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    for place in (index + 1)..<(index + length) { value = value << 6 | UInt32(text[place] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  /// Marks that stand between ideographs without a space, and are no words of their own.
  var isIdeographicPunctuation: Bool {
    (0x3000...0x303F).contains(value) || (0xFF01...0xFF0F).contains(value)
      || (0xFF1A...0xFF20).contains(value) || (0xFF5B...0xFF65).contains(value)
  }

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
