/// IPv4 addresses as a URL may write them: decimal, octal or hexadecimal, in one to four parts.
///
/// By the host parser of the WHATWG's URL standard, sections 3.5 and 3.6, so that one address has one
/// text here, and what a program behind a proxy could take for an address is none that we overlooked.
enum IPv4Notation {
  /// Whether a host can be nothing but an IPv4 address, because its last part is a number.
  static func isUsed(in host: String) -> Bool {
    guard let last = parts(of: host).last, !last.isEmpty else { return false }
    return number(last) != nil || last.allSatisfy(\.isASCIIDigit)
  }

  /// Returns the 4 bytes of the address that a host is; `nil` if it is none.
  static func address(_ host: String) -> [UInt8]? {
    let parts = parts(of: host)
    guard (1...4).contains(parts.count) else { return nil }
    var value: UInt64 = 0
    for (index, part) in parts.enumerated() {
      let bits = index == parts.count - 1 ? 8 * (4 - index) : 8
      guard let number = number(part), number < 1 << UInt64(bits) else { return nil }
      value = value << UInt64(bits) | number
    }
    return (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt64($0))) }
  }

  /// The parts between the dots; a dot at the end ends nothing.
  private static func parts(of host: String) -> [Substring.UTF8View] {
    var parts = Substring(host).utf8.split(
      separator: UInt8(ascii: "."),
      omittingEmptySubsequences: false
    )
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }

  /// Reads a number; what is too large for any part is `UInt64.max`.
  private static func number(_ text: Substring.UTF8View) -> UInt64? {
    guard let first = text.first else { return nil }
    var (digits, radix) = (text, UInt64(10))
    if first == UInt8(ascii: "0"), text.count > 1 {
      digits = text.dropFirst()
      radix = 8
      if digits.first.map({ $0 | 32 }) == UInt8(ascii: "x") {
        digits = digits.dropFirst()
        radix = 16
      }
    }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = digit(byte), digit < radix else { return nil }
      value = value > UInt64(UInt32.max) ? .max : value * radix + digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    if byte.isASCIIDigit { return UInt64(byte - 48) }
    let letter = byte.asciiLowercased
    return (97...102).contains(letter) ? UInt64(letter - 87) : nil
  }
}
