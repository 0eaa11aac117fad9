/// About how many tokens a text has: a stated estimate per script.
package enum TokenEstimate {
  /// The estimate for a text.
  package static func tokens(in text: String) -> Int { tokens(in: Array(text.utf8)) }

  /// The estimate for a text in UTF-8.
  package static func tokens(in bytes: [UInt8]) -> Int {
    var ascii = 0
    var others = 0
    for byte in bytes {
      if byte < 0x80 { ascii += 1 } else if byte >= 0xC0 { others += byte < 0xE0 ? 5 : 8 }
    }
    return (ascii + 3) / 4 + (others + 9) / 10
  }
}
