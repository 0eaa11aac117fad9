/// About how many tokens a model makes of a text, by the scripts that it is written in.
///
/// No tokeniser is asked: each model has its own. What a character counts lies between what two
/// vocabularies of OpenAI's make of it, nearer to the older and costlier one (tokens a character,
/// measured with tiktoken on sentences of news, `cl100k_base` and `o200k_base`): English 0.19 and
/// 0.19, Polish 0.39 and 0.30, Vietnamese 0.46 and 0.28, Russian 0.43 and 0.23, Greek 0.93 and
/// 0.31, Arabic 0.68 and 0.30, Hindi 1.05 and 0.31, Thai 0.98 and 0.40, Chinese 1.07 and 0.63,
/// Japanese 1.14 and 0.77, Korean 0.88 and 0.55, dates and numbers 0.59, emoji 2.83 and 1.67.
package enum TokenEstimate {
  /// Tokens in twelfths that a character counts.
  private enum Weight {
    static let latin = 3
    static let mark = 6
    static let accented = 12
    static let cyrillic = 6
    static let alphabet = 8
    static let syllable = 9
    static let ideograph = 10
    static let emoji = 30
    static let whole = 12
  }

  /// The estimate for a text; none for an empty one, else at least one.
  package static func tokens(in text: String) -> Int {
    tokens(in: text.utf8.span)
  }

  /// The estimate for UTF-8, in one pass; bytes that are none count as letters.
  package static func tokens(in bytes: [UInt8]) -> Int {
    tokens(in: bytes.span)
  }

  private static func tokens(in bytes: Span<UInt8>) -> Int {
    var (sum, index) = (0, 0)
    while index < bytes.count {
      let first = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      sum += weight(first, next)
      index += length(first)
    }
    return (sum + Weight.whole - 1) / Weight.whole
  }

  /// How many bytes a character takes that begins with this one.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  /// The first two bytes tell the script, near enough.
  private static func weight(_ first: UInt8, _ next: UInt8) -> Int {
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): Weight.latin
    case 0x20, 0x80..<0xC0: Weight.latin
    case 0..<0x80: Weight.mark
    case 0xC0..<0xCD: Weight.accented
    case 0xD0..<0xD5: Weight.cyrillic
    case 0xCD..<0xE0: Weight.alphabet
    case 0xE1 where next >= 0xB8: next >= 0xBC ? Weight.alphabet : Weight.accented
    case 0xE0, 0xE1: Weight.syllable
    case 0xE2: Weight.mark
    case 0xE3..<0xF0: Weight.ideograph
    default: Weight.emoji
    }
  }
}
