/// Paths and the patterns of rules in the one form in which they are compared (RFC 9309, sections
/// 2.2.2 and 2.2.3).
///
/// Letters, digits and "-._~" stand for themselves, and so do the separators "/", "?", "&", "=" and
/// "+", which mean something else when they are encoded; but in a query an encoded "/" or "?" is the
/// same as a plain one. All other octets are percent-encoded, so that a plain "*" is always the
/// wildcard and a plain "$" always the end.
enum RobotsPath {
  /// The path and query of an address in the form for comparing.
  static func normalised(path: some Sequence<UInt8>) -> [UInt8] {
    normalised(Array(path)[...], isPattern: false)
  }

  /// A rule's pattern in the form for comparing; several wildcards in a row become one.
  static func normalised(pattern: ArraySlice<UInt8>) -> [UInt8] {
    normalised(pattern, isPattern: true)
  }

  /// Whether the pattern covers the path or its beginning; both are in the form for comparing.
  ///
  /// A mismatch goes back to the last wildcard alone. Each comparison takes one of `steps`; where
  /// there are none left the answer is no, and means nothing.
  static func covers(_ pattern: Span<UInt8>, _ path: Span<UInt8>, steps: inout Int) -> Bool {
    let isWhole = pattern.count > 0 && pattern[pattern.count - 1] == end
    let length = isWhole ? pattern.count - 1 : pattern.count
    var (place, at, left) = (0, 0, steps)
    // Where the pattern goes on after the last wildcard, and how much of the path that covers.
    var (next, covered) = (-1, 0)
    defer { steps = left }
    while left > 0 {
      left -= 1
      if place == length {
        if !isWhole || at == path.count { return true }
      } else if pattern[place] == any {
        place += 1
        if place == length { return true }
        (next, covered) = (place, at)
        continue
      } else if at == path.count {
        return false
      } else if pattern[place] == path[at] {
        place += 1
        at += 1
        continue
      }
      guard next >= 0 else { return false }
      covered += 1
      (place, at) = (next, covered)
    }
    return false
  }

  private static let any = UInt8(ascii: "*")
  private static let end = UInt8(ascii: "$")

  private static func normalised(_ text: ArraySlice<UInt8>, isPattern: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isQuery = false
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let octet = octet(rest) else {
          append(byte, to: &result)
          continue
        }
        rest = rest.dropFirst(2)
        let isPlain = octet.isUnreserved || isQuery && (octet == 47 || octet == 63)
        if isPlain { result.append(octet) } else { append(octet, to: &result) }
      case any where isPattern:
        if result.last != any { result.append(any) }
      case end where isPattern && rest.isEmpty:
        result.append(end)
      default:
        isQuery = isQuery || byte == UInt8(ascii: "?")
        let isPlain = byte.isUnreserved || "/?&=+".utf8.contains(byte)
        if isPlain { result.append(byte) } else { append(byte, to: &result) }
      }
    }
    return result
  }

  /// The octet that two hexadecimal digits stand for; nil where there are none.
  private static func octet(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard let high = digits.first?.hexadecimalValue,
      let low = digits.dropFirst().first?.hexadecimalValue
    else { return nil }
    return high << 4 | low
  }

  /// Appends an octet percent-encoded.
  private static func append(_ octet: UInt8, to result: inout [UInt8]) {
    result.append(UInt8(ascii: "%"))
    for half in [octet >> 4, octet & 15] { result.append(half < 10 ? 48 + half : 55 + half) }
  }
}

extension UInt8 {
  /// Whether it never needs to be encoded in an address (RFC 3986, section 2.3).
  fileprivate var isUnreserved: Bool {
    isASCIILetter || isASCIIDigit || [45, 46, 95, 126].contains(self)
  }

  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 48...57: self - 48
    case 65...70: self - 55
    case 97...102: self - 87
    default: nil
    }
  }
}
