/// Decodes the encodings of two bytes a character: Shift_JIS, EUC-KR, Big5 and GB18030.
///
/// WHATWG Encoding, sections 10 to 13. A bad sequence becomes one U+FFFD; its second byte goes with it unless it is ASCII,
/// so that no markup is swallowed.
struct PairDecoder {
  enum Kind: Sendable { case shiftJIS, eucKR, big5, gb18030 }

  private let kind: Kind
  private let pairs: [UInt32]

  init?(_ kind: Kind) {
    let table =
      switch kind {
      case .shiftJIS: PairIndex.shiftJIS
      case .eucKR: PairIndex.eucKR
      case .big5: PairIndex.big5
      case .gb18030: PairIndex.gb18030
      }
    guard let table else { return nil }
    self.kind = kind
    pairs = table
  }

  func decode(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var output = ScalarWriter(reserving: source.count * 3)
    let bytes = source.span
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        output.append(ascii: lead)
        index += 1
      } else if let scalar = single(lead) {
        output.append(scalar)
        index += 1
      } else {
        index = appendPair(bytes, index, to: &output)
      }
    }
    return output.bytes
  }

  /// The character of a byte that stands alone, 0 for an error; nil for the first byte of a pair.
  @inline(__always)
  private func single(_ byte: UInt8) -> UInt32? {
    switch kind {
    case .shiftJIS:
      switch byte {
      case 0x80: 0x80
      case 0xA1...0xDF: 0xFF61 - 0xA1 + UInt32(byte)
      case 0xA0, 0xFD...0xFF: 0
      default: nil
      }
    case .gb18030: byte == 0x80 ? 0x20AC : byte == 0xFF ? 0 : nil
    case .eucKR, .big5: byte == 0x80 || byte == 0xFF ? 0 : nil
    }
  }

  /// Appends the character that begins at a place; the index behind it.
  private func appendPair(
    _ bytes: Span<UInt8>,
    _ index: Int,
    to output: inout ScalarWriter
  ) -> Int {
    guard index + 1 < bytes.count else {
      output.appendReplacement()
      return index + 1
    }
    let trail = bytes[index + 1]
    if kind == .gb18030, trail.isASCIIDigit { return appendQuad(bytes, index, to: &output) }
    let place = PairIndex.place(bytes[index], trail)
    if let place, pairs[place] != 0 {
      output.append(pairs[place])
      if kind == .big5, let mark = PairIndex.mark(of: bytes[index], trail) { output.append(mark) }
      return index + 2
    }
    output.appendReplacement()
    return trail < 0x80 ? index + 1 : index + 2
  }

  /// Four bytes of GB18030; where they are none, the first byte alone is the error.
  private func appendQuad(
    _ bytes: Span<UInt8>,
    _ index: Int,
    to output: inout ScalarWriter
  ) -> Int {
    guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
      bytes[index + 3].isASCIIDigit
    else {
      // What the end cuts off is one error, but for digits that the page may show.
      output.appendReplacement()
      return index + 1
    }
    let high = (Int(bytes[index]) - 0x81) * 10 + Int(bytes[index + 1]) - 0x30
    let low = (Int(bytes[index + 2]) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
    let pointer = high * 1260 + low
    if pointer >= 189_000 {
      output.append(pointer <= 1_237_575 ? UInt32(pointer - 189_000 + 0x10000) : 0)
    } else {
      let quads = PairIndex.gb18030Quads
      output.append(pointer < quads.count ? quads[pointer] : 0)
    }
    return index + 4
  }
}
