/// The head of an answer as its lines come: bounded, and made into fields only at the end.
struct ResponseHead {
  /// In bytes and in lines, provisional answers before it and trailers behind it included: more is
  /// not a page's head but an attack on memory or time.
  static let maxSize = 256 << 10
  static let maxLines = 1_000

  /// How many answers have begun, those of redirects included, provisional ones (1xx) not.
  private(set) var answers = 0
  /// The status of the last of them; nil where there was none, or none that can be read.
  private(set) var status: Int?
  /// Whether the last head, a provisional one too, has come to its end.
  private(set) var isComplete = true
  private var length = ContentLength()
  private var bytes: [UInt8] = []
  private var size = 0
  private var lines = 0

  /// The length that the body is said to have; nil where nothing is said, or its chunks say it.
  var contentLength: Int? { length.isChunked ? nil : length.value }

  /// Adds one line; returns what is wrong with it, or nil.
  mutating func add(_ line: UnsafeRawBufferPointer, isBehindBody: Bool = false) -> String? {
    if isComplete, !isBehindBody, Self.isStatusLine(line) { begin(with: line) }
    lines += 1
    size += line.count
    guard lines <= Self.maxLines, size <= Self.maxSize else {
      return "its answer's headers are too large"
    }
    // After the empty line come the trailers of a body, which nobody needs.
    guard !isComplete else { return nil }
    guard !line.allSatisfy({ $0 == 13 || $0 == 10 }) else {
      isComplete = true
      return length.objection
    }
    guard !Self.isStatusLine(line) else { return nil }
    bytes.append(contentsOf: line)
    length.note(line)
    return nil
  }

  /// Forgets everything, keeping the memory for the next transfer.
  mutating func removeAll() {
    removeFields()
    (answers, status, size, lines, isComplete) = (0, nil, 0, 0, true)
  }

  /// The fields of the last answer; folded lines are unfolded.
  var fields: [HeaderField] {
    var fields: [HeaderField] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let first = line.first, first == 32 || first == 9, !fields.isEmpty {
        fields[fields.count - 1].value += " " + text(line)
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields.append(HeaderField(name: text(line[..<colon]), value: text(line[(colon + 1)...])))
    }
    return fields
  }

  /// Where the answer redirects, as it was sent; bytes that are no text are percent-encoded.
  var location: String? {
    let name = "location:".utf8
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let line = lines.first {
      $0.count > name.count && zip($0, name).allSatisfy { $0.asciiLowercased == $1 }
    }
    guard let value = line?.dropFirst(name.count) else { return nil }
    let text = String(validating: value, as: UTF8.self) ?? value.percentEncoded
    let location = text.trimmingBlanks()
    return location.isEmpty ? nil : location
  }

  /// Reads "HTTP/1.1 200 OK"; libcurl has checked it, or will end the transfer.
  private mutating func begin(with line: UnsafeRawBufferPointer) {
    removeFields()
    isComplete = false
    let digits = line.drop { $0 != 32 }.drop { $0 == 32 }.prefix { $0.isASCIIDigit }
    let status = Int(String(decoding: digits.prefix(3), as: UTF8.self))
    // Unasked, and followed by another protocol, it is as final as any other (section 15.2.2).
    if let status, (100...199).contains(status), status != 101 { return }
    answers += 1
    self.status = status
    (size, lines) = (0, 0)
  }

  private mutating func removeFields() {
    bytes.removeAll(keepingCapacity: true)
    length = ContentLength()
  }

  private static func isStatusLine(_ line: UnsafeRawBufferPointer) -> Bool {
    line.count > 5 && zip(line, "http/".utf8).allSatisfy { $0.asciiLowercased == $1 }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 13 }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// As text in which all that is not ASCII is percent-encoded.
  fileprivate var percentEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = flatMap { byte -> [UInt8] in
      byte < 128 ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
