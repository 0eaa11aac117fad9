/// Decodes the character references that libxml2 does not, and mends NUL.
///
/// References to `< > & "` stay as they are, for the parser to decode; what it would leave in the text becomes UTF-8 here.
enum ReferenceDecoder {
  /// Appends a part of the source; in a quoted value quotation marks become references.
  static func append(
    _ source: [UInt8],
    _ range: Range<Int>,
    to output: inout [UInt8],
    isQuoted: Bool = false
  ) {
    var start = range.lowerBound
    while let index = special(source, start..<range.upperBound, isQuoted) {
      output.append(source, start..<index)
      switch source[index] {
      case 0: output.append(text: "\u{FFFD}")
      case 0x22: output.append(text: "&quot;")
      default:
        start = appendReference(source, index..<range.upperBound, to: &output)
        continue
      }
      start = index + 1
    }
    output.append(source, start..<range.upperBound)
  }

  /// The next byte that does not stand for itself.
  @inline(__always)
  private static func special(_ source: [UInt8], _ range: Range<Int>, _ isQuoted: Bool) -> Int? {
    let bytes = source.span
    for index in range {
      let byte = bytes[index]
      if byte == 0x26 || byte == 0 || (byte == 0x22 && isQuoted) { return index }
    }
    return nil
  }

  /// Appends what a reference stands for; the index behind what was read.
  private static func appendReference(
    _ source: [UInt8],
    _ range: Range<Int>,
    to output: inout [UInt8]
  ) -> Int {
    let start = range.lowerBound + 1
    // In a run of them none but the last can begin a reference, and each would grow to five bytes.
    if start + 1 < range.upperBound, source[start] == 0x26, source[start + 1] == 0x26 {
      output.append(0x26)
      return start
    }
    guard start < range.upperBound else {
      output.append(text: "&amp;")
      return start
    }
    if source[start] == 0x23 { return appendNumber(source, start..<range.upperBound, to: &output) }
    var end = start
    while end < range.upperBound && end - start < 32
      && (source[end].isASCIILetter || source[end].isASCIIDigit)
    {
      end += 1
    }
    let isTerminated = end < range.upperBound && source[end] == 0x3B
    let name = source[start..<end]
    let scalar = CharacterReferences.scalars[CharacterReferences.hash(name)]
    if scalar != 0 && isTerminated {
      append(scalar, to: &output)
      return end + 1
    }
    if let plain = plainReference(name) {
      output.append(text: plain)
      return isTerminated ? end + 1 : end
    }
    let bare = CharacterReferences.bare[CharacterReferences.hash(name)]
    if bare != 0 && !(end < range.upperBound && source[end] == 0x3D) {
      append(bare, to: &output)
      return end
    }
    output.append(text: "&amp;")
    return start
  }

  /// The references that must stay references.
  private static func plainReference(_ name: ArraySlice<UInt8>) -> StaticString? {
    switch name.count {
    case 2 where name.elementsEqual("lt".utf8) || name.elementsEqual("LT".utf8): "&lt;"
    case 2 where name.elementsEqual("gt".utf8) || name.elementsEqual("GT".utf8): "&gt;"
    case 3 where name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8): "&amp;"
    case 4 where name.elementsEqual("quot".utf8) || name.elementsEqual("QUOT".utf8): "&quot;"
    default: nil
    }
  }

  private static func appendNumber(
    _ source: [UInt8],
    _ range: Range<Int>,
    to output: inout [UInt8]
  ) -> Int {
    var index = range.lowerBound + 1
    let isHexadecimal = index < range.upperBound && source[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < range.upperBound, let digit = digit(source[index], isHexadecimal) {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      index += 1
    }
    guard index > digits else {
      output.append(text: "&amp;")
      return range.lowerBound
    }
    append(value, to: &output)
    return index < range.upperBound && source[index] == 0x3B ? index + 1 : index
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte - 0x30) }
    guard isHexadecimal, byte.isASCIILetter, byte | 0x20 <= 0x66 else { return nil }
    return UInt32(byte | 0x20) - 0x61 + 10
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    switch value {
    case 0x26: output.append(text: "&amp;")
    case 0x3C: output.append(text: "&lt;")
    case 0x3E: output.append(text: "&gt;")
    case 0x22: output.append(text: "&quot;")
    case 0x80...0x9F: appendScalar(CharacterReferences.windows1252[Int(value - 0x80)], to: &output)
    default: appendScalar(value, to: &output)
    }
  }

  private static func appendScalar(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
