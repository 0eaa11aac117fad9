/// What a body is by its first bytes, where its label is wrong or missing.
enum CompressedSignature {
  private static let gzip: [UInt8] = [0x1f, 0x8b, 8]
  private static let zstandard: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]

  /// The encoding that the first bytes tell; deflate and brotli have no signature.
  static func encoding(of body: [UInt8]) -> ContentDecoder.Encoding? {
    if body.starts(with: gzip) { return .gzip }
    return body.starts(with: zstandard) ? .zstandard : nil
  }

  /// Whether a member of gzip begins here, or what may be the cut beginning of one.
  static func beginsMember(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && gzip.starts(with: bytes.prefix(gzip.count))
  }

  /// Whether a frame of Zstandard begins here, or what may be the cut beginning of one
  /// (RFC 8878, sections 3.1.1 and 3.1.2).
  static func beginsFrame(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let magic = first & 0xf0 == 0x50 ? [first, 0x2a, 0x4d, 0x18] : zstandard
    return magic.starts(with: bytes.prefix(magic.count))
  }

  /// Whether a body that the label's decoder refuses is text: in Unicode or marked up, and without
  /// control characters but blanks, of which compressed bytes soon have one.
  static func isPlain(_ body: [UInt8], despite encoding: ContentDecoder.Encoding?) -> Bool {
    if encoding == .zstandard, beginsFrame(body) { return false }
    if encoding == .deflate, body.first == 0x78, body.count < 3 { return false }
    if body.starts(with: [255, 254]) || body.starts(with: [254, 255]) { return true }
    let start = body.prefix(512)
    guard start.allSatisfy({ $0 >= 32 && $0 != 127 || (9...13).contains($0) || $0 == 27 }) else {
      return false
    }
    // Compressed bytes may lack control characters by chance, or on purpose; text in an old encoding
    // is taken where it is marked up.
    let afterBlanks = start.drop { $0 == 32 || (9...13).contains($0) }
    return afterBlanks.first == UInt8(ascii: "<")
      || isUnicode(start, isCut: body.count > start.count)
  }

  /// Whether bytes are UTF-8, but for a last character that is cut.
  private static func isUnicode(_ bytes: ArraySlice<UInt8>, isCut: Bool) -> Bool {
    (0...(isCut ? min(3, bytes.count) : 0)).contains {
      String(validating: bytes.dropLast($0), as: UTF8.self) != nil
    }
  }
}
