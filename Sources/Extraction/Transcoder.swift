/// Turns bytes of any encoding into UTF-8 as the WHATWG's decoders do; what cannot be read becomes U+FFFD.
///
/// Every byte is passed once, however full of errors the bytes are.
enum Transcoder {
  /// The text in UTF-8, or nil when the encoding is UTF-8 itself or this system's iconv lacks its table.
  static func utf8(from bytes: ArraySlice<UInt8>, _ encoding: EncodingLabels.Encoding) -> [UInt8]? {
    switch encoding.name {
    case "utf-8": nil
    case "utf-16le": UTF16Decoder.decode(bytes, isBigEndian: false)
    case "utf-16be": UTF16Decoder.decode(bytes, isBigEndian: true)
    case "replacement": bytes.isEmpty ? [] : Array("\u{FFFD}".utf8)
    case "gbk", "gb18030": PairDecoder(.gb18030)?.decode(bytes)
    case "big5": PairDecoder(.big5)?.decode(bytes)
    case "euc-kr": PairDecoder(.eucKR)?.decode(bytes)
    case "shift_jis": PairDecoder(.shiftJIS)?.decode(bytes)
    case "euc-jp": PairIndex.shiftJIS == nil ? nil : JapaneseDecoder.decodeEUC(bytes)
    case "iso-2022-jp": PairIndex.shiftJIS == nil ? nil : JapaneseDecoder.decodeEscaped(bytes)
    default: SingleByteDecoder(encoding)?.decode(bytes)
    }
  }
}
