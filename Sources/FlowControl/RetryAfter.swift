/// The wait that a server asks for in the header Retry-After (RFC 9110, section 10.2.3).
package struct RetryAfter {
  /// The longest wait that is told: a year.
  private static var longest: Int { 365 * 86_400 }

  /// How long to wait from `now` (seconds since 1970) as the header says: seconds or a date.
  ///
  /// Zero for a date in the past, at most a year, nil for what is neither.
  package static func delay(_ header: String, now: Double) -> Duration? {
    let bytes = trimmed(Array(header.utf8))
    if let seconds = digits(bytes, most: longest) { return .seconds(seconds) }
    let now = now.isFinite ? min(max(now, 0), 253_402_300_799) : 0
    let currentYear = 1970 + Int(now / 31_556_952)
    guard let date = HTTPDate(bytes, currentYear: currentYear) else { return nil }
    return .seconds(min(max(Double(date.secondsSince1970) - now, 0), Double(longest)))
  }

  /// How long to wait as the header `retry-after-ms` of model endpoints says, at most a year.
  ///
  /// Its fraction does not count; nil for what is no number of milliseconds.
  package static func milliseconds(_ header: String) -> Duration? {
    let parts = trimmed(Array(header.utf8)).split(
      separator: UInt8(ascii: "."),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let whole = parts.first.flatMap({ digits($0, most: longest * 1_000) }),
      parts.dropFirst().allSatisfy({ digits($0, most: 9) != nil })
    else { return nil }
    return .milliseconds(whole)
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    return bytes[..<end].drop(while: isBlank)
  }

  /// The value of digits, however many, up to a bound; nil where there is anything else.
  private static func digits(_ bytes: ArraySlice<UInt8>, most: Int) -> Int? {
    guard !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes {
      guard let digit = Int(decimalDigit: byte) else { return nil }
      value = min(value * 10 + digit, most)
    }
    return value
  }
}
