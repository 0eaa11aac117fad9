import CUchardet

/// Finds the encoding of a document and turns it into valid UTF-8.
///
/// The order of trust is that of WHATWG HTML, section 13.2.3: byte-order mark, Content-Type, `<meta>`; then, what browsers
/// do by tables of countries: UTF-8 where the bytes are valid, else a guess from the letters' frequencies. A label that
/// the bytes plainly contradict is not believed.
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
    let isValid = isValidUTF8(bytes)
    let named = label.flatMap { EncodingLabels.encoding(for: $0.utf8) }
    let declared = named ?? (isMarkup ? declaredEncoding(bytes) : nil)
    let isBelieved = declared.map { !contradicts($0, bytes, isValid: isValid) } ?? false
    if isValid && !(isBelieved && declared != .utf8) {
      return CharacterEncoding(bytes: bytes, name: EncodingLabels.Encoding.utf8.name)
    }
    if let declared, isBelieved { return decode(bytes[...], as: declared) }
    return decode(bytes[...], as: guess(bytes))
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, as encoding: EncodingLabels.Encoding)
    -> CharacterEncoding
  {
    if encoding != .utf8,
      let text = Transcoder.utf8(from: bytes, encoding: encoding.iconvName)
    {
      return CharacterEncoding(bytes: text, name: encoding.name)
    }
    return CharacterEncoding(bytes: repaired(bytes), name: EncodingLabels.Encoding.utf8.name)
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let array = Array(bytes)
    if isValidUTF8(array) { return array }
    // The standard library's repair is the WHATWG one: a U+FFFD for each maximal invalid part.
    return Array(String(decoding: array, as: UTF8.self).utf8)
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    // Only the verdict is wanted; the error would name the first bad byte.
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (EncodingLabels.Encoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0x3C, 0x00]) { return (.utf16LittleEndian, 0) }
    if bytes.starts(with: [0x00, 0x3C]) { return (.utf16BigEndian, 0) }
    return nil
  }

  /// A label of single bytes over valid UTF-8 with foreign letters, or "utf-8" over bytes of which many are not.
  private static func contradicts(
    _ encoding: EncodingLabels.Encoding,
    _ bytes: [UInt8],
    isValid: Bool
  ) -> Bool {
    if isValid { return encoding.isSingleByte && bytes.contains { $0 >= 0x80 } }
    guard encoding == .utf8 else { return false }
    var foreign = 0
    for byte in bytes where byte >= 0x80 { foreign += 1 }
    let errors = String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy
      .filter { $0 == "\u{FFFD}" }.count
    return errors * 4 > foreign
  }

  /// The encoding that a `<meta>` or an XML declaration in the first kilobytes names.
  private static func declaredEncoding(_ bytes: [UInt8]) -> EncodingLabels.Encoding? {
    let head = Array(bytes.prefix(8192))
    var index = 0
    while let open = head[index...].firstIndex(of: 0x3C) {
      index = open + 1
      if head.starts(withFolded: "!--", at: index) {
        index = head.firstIndex(ofFolded: "-->", from: index) ?? index
        continue
      }
      let isMeta = head.starts(withFolded: "meta", at: index)
      guard isMeta || head.starts(withFolded: "?xml", at: index) else { continue }
      let close = head[index...].firstIndex(of: 0x3E) ?? head.endIndex
      let tag = Array(head[index..<close])
      index = close
      guard let label = value(of: isMeta ? "charset" : "encoding", in: tag) else { continue }
      guard let encoding = EncodingLabels.encoding(for: label) else { continue }
      // A page whose meta could be read as ASCII is not in UTF-16, whatever it says.
      return encoding.name.hasPrefix("utf-16") ? .utf8 : encoding
    }
    return nil
  }

  private static func value(of key: StaticString, in tag: [UInt8]) -> ArraySlice<UInt8>? {
    guard let place = tag.firstIndex(ofFolded: key, from: 0) else { return nil }
    var index = place + key.utf8CodeUnitCount
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while index < tag.count && isSkipped(tag[index]) { index += 1 }
    }
    skip(\.isHTMLSpace)
    guard index < tag.count, tag[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip { $0.isHTMLSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let start = index
    skip { !$0.isHTMLSpace && !"\"';/>".utf8.contains($0) }
    return tag[start..<index]
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
