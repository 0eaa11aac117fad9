extension SourceBrief {
  /// The brief as bytes: each text with its length before it, each number as a text of digits.
  ///
  /// JSON would cost more than all else that a report does with a source.
  var bytes: [UInt8] {
    var writer = BriefWriter()
    writer.write(String(index))
    writer.write(outcome.rawValue)
    writer.write(source)
    writer.write(duplicateOf.map(String.init))
    for text in [finalURL, step, reason, title, published, site, day, hash] { writer.write(text) }
    writer.write(String(words))
    writer.write(hasModel ? "1" : "0")
    writer.write(authors)
    writer.write(fragments.map { $0 ?? "" })
    writer.write(marks.map { $0?.rawValue ?? "" })
    writer.write(sentences)
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where they were not written by it.
  init?(bytes: [UInt8]) {
    var reader = BriefReader(bytes: bytes)
    guard let index = reader.text().flatMap({ Int($0) }),
      let outcome = reader.text().flatMap(Outcome.init), let source = reader.text()
    else { return nil }
    self.init(index: index, outcome: outcome, source: source)
    duplicateOf = reader.text().flatMap { Int($0) }
    finalURL = reader.text()
    step = reader.text()
    reason = reader.text()
    title = reader.text()
    published = reader.text()
    site = reader.text()
    day = reader.text()
    hash = reader.text()
    words = reader.text().flatMap { Int($0) } ?? 0
    hasModel = reader.text() == "1"
    authors = reader.texts()
    fragments = reader.texts().map(\.unlessEmpty)
    marks = reader.texts().map(SupportMark.init)
    sentences = reader.texts()
  }
}

private struct BriefWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String?) {
    guard var text else { return write(length: 0) }
    text.withUTF8 { utf8 in
      write(length: utf8.count + 1)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ texts: [String]) {
    write(length: texts.count)
    for text in texts { write(text) }
  }

  private mutating func write(length: Int) {
    var rest = UInt(length)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

private struct BriefReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func text() -> String? {
    let length = length()
    guard length > 0, length - 1 <= bytes.count - position else { return nil }
    defer { position += length - 1 }
    return String(decoding: bytes[position..<(position + length - 1)], as: UTF8.self)
  }

  mutating func texts() -> [String] {
    let count = min(length(), bytes.count)
    return (0..<count).compactMap { _ in text() }
  }

  private mutating func length() -> Int {
    var value = 0
    var shift = 0
    while position < bytes.count, shift < 63 {
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return value
  }
}
