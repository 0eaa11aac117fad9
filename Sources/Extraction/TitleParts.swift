/// A title cut at the signs that sites set between its parts.
struct TitleParts {
  private let text: [UInt8]
  /// The ranges of the signs, with the spaces around them.
  private var signs: [Range<Int>] = []

  init(_ text: [UInt8]) {
    self.text = text
    var index = 0
    while index < text.count {
      let length = Self.signLength(text, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      let start = index
      var end = index + length
      while true {
        let next = end < text.count && text[end] == 0x20 ? end + 1 : end
        let more = Self.signLength(text, at: next)
        guard more > 0 else { break }
        end = next + more
      }
      if isSign(start..<end) { add(start..<end) }
      index = end
    }
  }

  /// Bars always part; other signs between spaces, and dashes behind East Asian letters.
  private func isSign(_ range: Range<Int>) -> Bool {
    if text[range.lowerBound] == 0x7C || Self.bars.contains(where: text[range].starts) {
      return true
    }
    let start = range.lowerBound
    guard start > 0, range.upperBound < text.count else { return false }
    if text[start - 1] == 0x20 { return text[range.upperBound] == 0x20 }
    let isWide = start >= 3 && text[start - 1] >= 0x80 && (0xE3...0xED).contains(text[start - 3])
    return isWide && Self.dashes.contains(where: text[range].starts)
  }

  private mutating func add(_ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0 && text[start - 1] == 0x20 { start -= 1 }
    while end < text.count && text[end] == 0x20 { end += 1 }
    if start > 0 && end < text.count { signs.append(start..<end) }
  }

  var count: Int { signs.count + 1 }
  var first: ArraySlice<UInt8> { beginning(1) }
  var last: ArraySlice<UInt8> { ending(1) }
  var withoutLast: ArraySlice<UInt8> { beginning(count - 1) }
  var withoutFirst: ArraySlice<UInt8> { ending(count - 1) }

  /// The first parts with the signs between them.
  func beginning(_ parts: Int) -> ArraySlice<UInt8> {
    guard parts > 0, parts <= signs.count else { return text[...] }
    return text[..<signs[parts - 1].lowerBound]
  }

  /// The last parts with the signs between them.
  func ending(_ parts: Int) -> ArraySlice<UInt8> {
    guard parts > 0, parts <= signs.count else { return text[...] }
    return text[signs[signs.count - parts].upperBound...]
  }

  private static let bars = ["│", "｜", "∣"].map { Array($0.utf8) }
  private static let dashes = ["-", "–", "—", "－"].map { Array($0.utf8) }
  private static let wideSigns =
    bars + dashes.dropFirst()
    + ["•", "·", "»", "«", "›", "‹", "‐", "―", "−", "⋅", "●"].map { Array($0.utf8) }

  private static func signLength(_ text: [UInt8], at index: Int) -> Int {
    guard index < text.count else { return 0 }
    switch text[index] {
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"):
      return 1
    case 0xC2, 0xE2, 0xEF:
      return wideSigns.first { text[index...].starts(with: $0) }?.count ?? 0
    default: return 0
    }
  }
}
