import CUchardet

/// Finds the encoding of a document and turns it into valid UTF-8.
///
/// The order of trust is that of WHATWG HTML, section 13.2.3: byte-order mark, Content-Type, `<meta>`; then, what browsers
/// do by tables of countries: UTF-8 where the bytes are mostly valid, else a guess from the letters' frequencies. A label
/// that the bytes plainly contradict is not believed.
struct CharacterEncoding: Sendable {
  /// The document in valid UTF-8, without a byte-order mark.
  let bytes: [UInt8]
  /// The encoding's WHATWG name in lower case.
  let name: String

  /// Decodes a document; `label` is the charset of its Content-Type header.
  static func decode(_ bytes: [UInt8], label: String?, isMarkup: Bool) -> CharacterEncoding {
    if let (encoding, length) = byteOrderMark(bytes) {
      return decode(bytes[length...], as: encoding)
    }
    if let encoding = wideEncoding(bytes) { return decode(bytes[...], as: encoding) }
    let named = label.flatMap { EncodingLabels.encoding(for: $0.utf8) }
    let declared = named ?? (isMarkup ? EncodingDeclaration.encoding(in: bytes) : nil)
    if declared == nil, let encoding = escapedEncoding(bytes) {
      return decode(bytes[...], as: encoding)
    }
    // Only the verdict is wanted; the error would name the first bad byte.
    if (try? UTF8Span(validating: bytes.span)) != nil {
      guard let declared, declared != .utf8, !contradicts(declared, validUTF8: bytes) else {
        return CharacterEncoding(bytes: bytes, name: EncodingLabels.Encoding.utf8.name)
      }
      return decode(bytes[...], as: declared)
    }
    if let declared, declared != .utf8 { return decode(bytes[...], as: declared) }
    let isUTF8 = isMostlyUTF8(UTF8Check(bytes), isDeclared: declared == .utf8)
    return decode(bytes[...], as: isUTF8 ? .utf8 : guess(bytes))
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, as encoding: EncodingLabels.Encoding)
    -> CharacterEncoding
  {
    if let text = Transcoder.utf8(from: bytes, encoding) {
      return CharacterEncoding(bytes: text, name: encoding.name)
    }
    return CharacterEncoding(
      bytes: UTF8Check.repaired(bytes),
      name: EncodingLabels.Encoding.utf8.name
    )
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (EncodingLabels.Encoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark, told by its zeros: a tag at the beginning, or a zero in a third of the units on one side alone.
  private static func wideEncoding(_ bytes: [UInt8]) -> EncodingLabels.Encoding? {
    if bytes.starts(with: [0x3C, 0x00]) { return .utf16LittleEndian }
    if bytes.starts(with: [0x00, 0x3C]) { return .utf16BigEndian }
    let units = min(bytes.count, 2048) / 2
    guard units >= 4 else { return nil }
    var (even, odd) = (0, 0)
    for unit in 0..<units {
      if bytes[2 * unit] == 0 { even += 1 }
      if bytes[2 * unit + 1] == 0 { odd += 1 }
    }
    if odd * 3 > units && even * 20 < odd { return .utf16LittleEndian }
    if even * 3 > units && odd * 20 < even { return .utf16BigEndian }
    return nil
  }

  /// ISO-2022-JP where an escape sequence to a set of two bytes says so (RFC 1468): all its bytes
  /// are ASCII, and no frequency of letters tells it.
  private static func escapedEncoding(_ bytes: [UInt8]) -> EncodingLabels.Encoding? {
    var escape = -1
    while true {
      escape = bytes.place(of: 0x1B, in: (escape + 1)..<bytes.count)
      guard escape + 2 < bytes.count else { return nil }
      if bytes[escape + 1] == 0x24, [0x40, 0x42].contains(bytes[escape + 2]) {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return EncodingLabels.encoding(for: "iso-2022-jp".utf8)
      }
    }
  }

  /// Whether bytes that are valid UTF-8 cannot be what a label says.
  ///
  /// Text in single bytes is hardly ever valid by chance, text in pairs of bytes only where it is short, and text of
  /// sixteen bits has zeros.
  private static func contradicts(
    _ encoding: EncodingLabels.Encoding,
    validUTF8 bytes: [UInt8]
  ) -> Bool {
    if encoding.isUTF16 { return !bytes.contains(0) }
    let wanted = encoding.isSingleByte ? 1 : 24
    var foreign = 0
    for byte in bytes where byte >= 0x80 {
      foreign += 1
      if foreign >= wanted { return true }
    }
    return false
  }

  /// Whether the errors in bytes are slips of a text in UTF-8.
  ///
  /// Letters of other encodings hardly ever look like UTF-8. One or two errors do not refute the word of the page itself.
  private static func isMostlyUTF8(_ check: UTF8Check, isDeclared: Bool) -> Bool {
    if isDeclared { return check.errors < 3 || check.letters * 2 >= check.errors }
    return check.letters > 0 && check.letters >= check.errors
  }

  /// A guess by uchardet from the first text outside ASCII; windows-1252 where it has none.
  private static func guess(_ bytes: [UInt8]) -> EncodingLabels.Encoding {
    let sample = foreignText(bytes, limit: 16 * 1024)
    guard let detector = uchardet_new() else { return .western }
    defer { uchardet_delete(detector) }
    let status = sample.withUnsafeBytes { buffer in
      uchardet_handle_data(
        detector,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
    guard status == 0 else { return .western }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return .western }
    let found = EncodingLabels.encoding(for: String(cString: name).utf8) ?? .western
    // The bytes were found not to be UTF-8 before anybody was asked.
    return found == .utf8 ? .western : found
  }

  /// The lines and texts between tags that hold bytes outside ASCII.
  private static func foreignText(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    var isForeign = false
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x80 { isForeign = true }
      guard byte == 0x3C || byte == 0x3E || byte == 0x0A || index - start >= limit else { continue }
      if isForeign { result.append(contentsOf: bytes[start...index].prefix(limit)) }
      if result.count >= limit { return result }
      start = index + 1
      isForeign = false
    }
    if isForeign { result.append(contentsOf: bytes[start...].prefix(limit)) }
    return result
  }
}
