/// Counts words as the length options do.
///
/// A word is a run between white space; in scripts written without spaces two characters count as
/// one, rounded up.
enum WordCount {
  /// The number of words in `text`.
  static func words(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var counter = Counter()
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          counter.add(ascii: lead)
          index += 1
        } else {
          let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
          guard index + length <= bytes.count else { break }
          counter.add(wide: Self.scalar(bytes, at: index, length))
          index += length
        }
      }
      return counter.finish()
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int)
    -> UInt32
  {
    var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }

  private struct Counter {
    private var total = 0
    private var isInRun = false
    private var isInSpacedWord = false
    private var spacedWords = 0
    private var halves = 0
    private var unspaced = 0
    private var hasUnspaced = false

    @inline(__always)
    mutating func add(ascii byte: UInt8) {
      if byte == 0x20 || byte &- 9 < 5 {
        if isInRun { endRun() }
      } else {
        let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        isWord ? addSpaced() : addOther()
      }
    }

    mutating func add(wide value: UInt32) {
      switch value {
      case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        if isInRun { endRun() }
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
        0x3040...0x312F, 0x31A0...0x31FF, 0x3400...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,
        0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
        hasUnspaced = true
        addOther()
      case 0x80...0xBF, 0x200B...0x2BFF, 0x3001...0x303F, 0xFE10...0xFE6F, 0xFF01...0xFF0F,
        0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
        addOther()
      default:
        addSpaced()
      }
    }

    @inline(__always)
    private mutating func addSpaced() {
      isInRun = true
      if !isInSpacedWord {
        spacedWords += 1
        halves += (unspaced + 1) / 2
        unspaced = 0
        isInSpacedWord = true
      }
    }

    @inline(__always)
    private mutating func addOther() {
      isInRun = true
      isInSpacedWord = false
      unspaced += 1
    }

    private mutating func endRun() {
      total += hasUnspaced ? spacedWords + halves + (unspaced + 1) / 2 : 1
      (isInRun, isInSpacedWord, hasUnspaced) = (false, false, false)
      (spacedWords, halves, unspaced) = (0, 0, 0)
    }

    mutating func finish() -> Int {
      if isInRun { endRun() }
      return total
    }
  }
}
