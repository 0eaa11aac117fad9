/// JSON as it is written: what a terminal or a reader's eye would obey stands there as an escape.
enum JSONText {
  /// The same JSON without control characters, marks of direction and other hidden scalars, which
  /// only strings can hold.
  ///
  /// The encoder escapes no more than the controls below the space.
  static func safe(_ json: [UInt8]) -> [UInt8] {
    guard var start = firstUnsafe(in: json[...]) else { return json }
    var safe = Array(json[..<start])
    while let place = firstUnsafe(in: json[start...]) {
      safe += json[start..<place]
      let (value, length) = first(of: json[place...])
      let units = Unicode.Scalar(value).flatMap(UTF16.encode)
      for unit in units ?? UTF16.encodedReplacementCharacter {
        safe += Array(("\\u" + String(Int(unit) + 0x10000, radix: 16).dropFirst()).utf8)
      }
      start = place + length
    }
    return safe + json[start...]
  }

  private static func firstUnsafe(in json: ArraySlice<UInt8>) -> Int? {
    var index = json.startIndex
    while index < json.endIndex {
      let byte = json[index]
      if byte == 0x7F { return index }
      guard byte >= 0xC2 else {
        index += 1
        continue
      }
      let (value, length) = first(of: json[index...])
      if isUnsafe(value) { return index }
      index += length
    }
    return nil
  }

  private static func isUnsafe(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F...0x9F, 0x200C, 0x200D, 0x2028, 0x2029: true
    default: Unicode.Scalar(value)?.isInvisible ?? true
    }
  }

  /// The scalar that begins here, in valid UTF-8, and its length in bytes.
  private static func first(of json: ArraySlice<UInt8>) -> (value: UInt32, length: Int) {
    let lead = json[json.startIndex]
    guard lead >= 0xC2 else { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in json.dropFirst().prefix(length - 1) { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, min(length, json.count))
  }
}
