/// Decodes EUC-JP and ISO-2022-JP (WHATWG Encoding, sections 12.1 and 12.2).
enum JapaneseDecoder {
  static func decodeEUC(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var output = ScalarWriter(reserving: source.count * 3)
    let bytes = source.span
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        output.append(ascii: lead)
        index += 1
        continue
      }
      let isLong = lead == 0x8F && index + 1 < bytes.count && bytes[index + 1] >= 0xA1
      let last = isLong ? index + 2 : index + 1
      guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead), last < bytes.count
      else {
        output.appendReplacement()
        index = last < bytes.count ? index + 1 : max(last, index + 1)
        continue
      }
      let scalar = scalar(bytes[last - 1], bytes[last], isLong: isLong)
      output.append(scalar)
      index = scalar == 0 && bytes[last] < 0x80 ? last : last + 1
    }
    return output.bytes
  }

  private static func scalar(_ lead: UInt8, _ trail: UInt8, isLong: Bool) -> UInt32 {
    let (row, cell) = (Int(lead) - 0xA1, Int(trail) - 0xA1)
    if isLong { return PairIndex.supplement(row, cell) }
    if lead == 0x8E { return (0xA1...0xDF).contains(trail) ? 0xFF61 + UInt32(cell) : 0 }
    return PairIndex.kanji(row, cell)
  }

  private enum Mode { case ascii, roman, katakana, kanji }

  /// Escape sequences turn from one set of characters to another; a broken one is a U+FFFD and stays readable.
  static func decodeEscaped(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var output = ScalarWriter(reserving: source.count * 3)
    let bytes = source.span
    var mode = Mode.ascii
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B, let (next, length) = escape(bytes, at: index) {
        mode = next
        index += length
        continue
      }
      index = append(bytes, index, mode, to: &output)
    }
    return output.bytes
  }

  private static func append(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ mode: Mode,
    to output: inout ScalarWriter
  ) -> Int {
    let byte = bytes[index]
    switch mode {
    case _ where byte >= 0x80 || byte == 0x0E || byte == 0x0F || byte == 0x1B:
      output.appendReplacement()
    case .roman where byte == 0x5C: output.append(0xA5)
    case .roman where byte == 0x7E: output.append(0x203E)
    case .katakana where (0x21...0x5F).contains(byte): output.append(0xFF61 - 0x21 + UInt32(byte))
    case .kanji where (0x21...0x7E).contains(byte):
      guard index + 1 < bytes.count, (0x21...0x7E).contains(bytes[index + 1]) else {
        output.appendReplacement()
        return index + 1
      }
      output.append(PairIndex.kanji(Int(byte) - 0x21, Int(bytes[index + 1]) - 0x21))
      return index + 2
    case .katakana, .kanji: output.appendReplacement()
    case .ascii, .roman: output.append(ascii: byte)
    }
    return index + 1
  }

  private static func escape(_ bytes: Span<UInt8>, at index: Int) -> (Mode, Int)? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x28, 0x42): return (.ascii, 3)
    case (0x28, 0x4A): return (.roman, 3)
    case (0x28, 0x49): return (.katakana, 3)
    case (0x24, 0x40), (0x24, 0x42): return (.kanji, 3)
    default: return nil
    }
  }
}
