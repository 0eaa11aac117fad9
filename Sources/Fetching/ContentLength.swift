/// How long a head says that its body is (RFC 9112, section 6.3).
struct ContentLength {
  /// The length; a number that is too large to be one counts as the largest.
  private(set) var value: Int?
  /// Whether the body comes in chunks, which then say the length.
  private(set) var isChunked = false
  private var isWrong = false

  /// Why the body cannot be told from what follows it; nil where it can.
  var objection: String? {
    isWrong && !isChunked ? "its answer says two lengths, or one that is none" : nil
  }

  /// Notes what a line of the head says of the length.
  mutating func note(_ line: UnsafeRawBufferPointer) {
    if let value = Self.value(of: "content-length:", in: line) {
      noteLength(value)
    } else if Self.value(of: "transfer-encoding:", in: line) != nil {
      isChunked = true
    }
  }

  private mutating func noteLength(_ text: Slice<UnsafeRawBufferPointer>) {
    for part in text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let length = Self.number(part)
      if length == nil || value != nil && value != length { isWrong = true }
      value = value ?? length
    }
  }

  private static func value(
    of name: StaticString,
    in line: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer>? {
    let count = name.utf8CodeUnitCount
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: count)
    guard line.count >= count, zip(line, bytes).allSatisfy({ $0.asciiLowercased == $1 }) else {
      return nil
    }
    return line[count...]
  }

  /// The value of digits between blanks; nil for anything else.
  private static func number(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    let isBlank = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    let text = text.drop(while: isBlank)
    guard text.first?.isASCIIDigit == true else { return nil }
    var value = 0
    var rest = text
    while let digit = rest.first, digit.isASCIIDigit {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      value = isTooLarge || product > .max - 9 ? .max : product + Int(digit - 48)
      rest = rest.dropFirst()
    }
    return rest.allSatisfy(isBlank) ? value : nil
  }
}
