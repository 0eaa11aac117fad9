/// The head of an answer as its lines come: bounded, and made into fields only at the end.
struct ResponseHead {
  /// In bytes and in lines: more is not a page's head but an attack on memory.
  static let maxSize = 256 << 10
  static let maxLines = 1_000

  /// How many answers have begun, those of redirects included, provisional ones (1xx) not.
  private(set) var answers = 0
  private(set) var contentLength: Int?
  private var bytes: [UInt8] = []
  private var lines = 0
  private var isComplete = true

  /// Adds one line; returns false where the head has grown too large.
  mutating func add(_ line: UnsafeRawBufferPointer) -> Bool {
    if isComplete {
      // After the empty line comes another answer, or the trailer of a body, which nobody needs.
      guard line.starts(with: "HTTP/".utf8) else { return true }
      begin(isProvisional: line.split(separator: UInt8(ascii: " ")).dropFirst().first?.first == 49)
      return true
    }
    if line.allSatisfy({ $0 == 13 || $0 == 10 }) {
      isComplete = true
      return true
    }
    lines += 1
    bytes.append(contentsOf: line)
    noteContentLength(line)
    return lines <= Self.maxLines && bytes.count <= Self.maxSize
  }

  /// Forgets everything, keeping the memory for the next transfer.
  mutating func removeAll() {
    begin(isProvisional: true)
    answers = 0
    isComplete = true
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

  private mutating func begin(isProvisional: Bool) {
    bytes.removeAll(keepingCapacity: true)
    lines = 0
    contentLength = nil
    isComplete = false
    if !isProvisional { answers += 1 }
  }

  private mutating func noteContentLength(_ line: UnsafeRawBufferPointer) {
    let name = "content-length:".utf8
    guard line.count > name.count, zip(line, name).allSatisfy({ $0.asciiLowercased == $1 }) else {
      return
    }
    let digits = line.dropFirst(name.count).drop { $0 == 32 || $0 == 9 }.prefix { $0.isASCIIDigit }
    contentLength = Int(String(decoding: digits, as: UTF8.self))
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
