/// Decodes encodings of single bytes (WHATWG Encoding, section 9).
struct SingleByteDecoder {
  /// The scalars of the bytes from 0x80 on, 0 for none.
  private let upper: [UInt32]

  /// nil when this system does not know the encoding.
  init?(_ encoding: EncodingLabels.Encoding) {
    if encoding.name == "x-user-defined" {
      upper = (0..<128).map { 0xF780 + $0 }
      return
    }
    guard
      var table = ScalarTable.scalars(
        of: encoding.iconvName,
        count: 128,
        sequence: { [UInt8($0 + 0x80)] }
      )
    else { return nil }
    if encoding.name.hasPrefix("windows-") {
      for place in 0..<32 where table[place] == 0 { table[place] = UInt32(place + 0x80) }
    }
    for (byte, scalar) in Self.differences[encoding.name] ?? [] { table[byte - 0x80] = scalar }
    upper = table
  }

  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output = ScalarWriter(reserving: bytes.count * 3)
    let bytes = bytes.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 { output.append(ascii: byte) } else { output.append(upper[Int(byte) - 0x80]) }
    }
    return output.bytes
  }

  /// Where the standard's indexes and iconv's tables differ.
  private static let differences: [String: [(Int, UInt32)]] = [
    "koi8-u": [(0xAE, 0x45E), (0xBE, 0x40E)],
    "macintosh": [(0xDB, 0x20AC), (0xF0, 0xF8FF)],
    "x-mac-cyrillic": [(0xA2, 0x490), (0xB6, 0x491), (0xFF, 0x20AC)],
    "windows-1255": [(0xCA, 0x5BA)],
  ]
}
