/// Decodes UTF-16 (WHATWG Encoding, section 14.2.1): lone surrogates and a cut end become U+FFFD.
enum UTF16Decoder {
  static func decode(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var output = ScalarWriter(reserving: bytes.count * 3 / 2 + 3)
    let bytes = bytes.span
    var lead: UInt32 = 0
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      index += 2
      if lead != 0 {
        let high = lead
        lead = 0
        if unit & 0xFC00 == 0xDC00 {
          output.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
          continue
        }
        output.appendReplacement()
      }
      switch unit {
      case 0: output.append(ascii: 0)
      case 0xD800..<0xDC00: lead = unit
      default: output.append(unit)
      }
    }
    if lead != 0 || index < bytes.count { output.appendReplacement() }
    return output.bytes
  }
}
