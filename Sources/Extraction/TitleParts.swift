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
      var start = index
      var end = index + length
      while true {
        let next = end < text.count && text[end] == 0x20 ? end + 1 : end
        let more = Self.signLength(text, at: next)
        guard more > 0 else { break }
        end = next + more
      }
      let isBar = text[index] == 0x7C
      let isSpaced = start > 0 && text[start - 1] == 0x20 && end < text.count && text[end] == 0x20
      if isBar || isSpaced {
        while start > 0 && text[start - 1] == 0x20 { start -= 1 }
        while end < text.count && text[end] == 0x20 { end += 1 }
        if start > 0 && end < text.count { signs.append(start..<end) }
      }
      index = end
    }
  }

  var count: Int { signs.count + 1 }
  var first: ArraySlice<UInt8> { text[..<(signs.first?.lowerBound ?? text.count)] }
  var last: ArraySlice<UInt8> { text[(signs.last?.upperBound ?? 0)...] }
  var withoutLast: ArraySlice<UInt8> { text[..<(signs.last?.lowerBound ?? text.count)] }
  var withoutFirst: ArraySlice<UInt8> { text[(signs.first?.upperBound ?? 0)...] }

  private static let wideSigns = ["–", "—", "•", "·", "»", "«", "›", "‹", "│", "｜", "‐", "―", "−"]
    .map { Array($0.utf8) }

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
