/// The words of a passage without case, punctuation and white space, to tell equal ones.
///
/// A source may only be cited for a sentence that it has word for word: one word more or less, such
/// as "not", or two words in another order, can turn what is said around.
enum PlainWords {
  /// The letters and digits of a passage in UTF-8, with one blank between words.
  static func bytes(of text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var isBetween = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let mark = markLength(in: text, at: index, upTo: range.upperBound)
      if mark > 0 {
        // An apostrophe or a hyphen joins what it stands between.
        index += mark
        continue
      }
      index += 1
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        isBetween = !words.isEmpty
        continue
      }
      if isBetween { words.append(0x20) }
      isBetween = false
      words.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    }
    return words
  }

  /// The bytes of a punctuation mark; zero where there is none.
  ///
  /// What stands before a digit may be part of a number, and is no mark.
  private static func markLength(in text: Span<UInt8>, at index: Int, upTo end: Int) -> Int {
    let byte = text[index]
    let next = index + 1 < end ? text[index + 1] : 0
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"):
      return (0x30...0x39).contains(next) ? 0 : 1
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return 1
    // U+2010 to U+203F: dashes, quotation marks, the ellipsis.
    case 0xe2 where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] >= 0x90: return 3
    default: return 0
    }
  }
}
