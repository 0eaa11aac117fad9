/// Makes plain text of strings that may hold references and tags, as JSON-LD and attributes do.
enum MarkupText {
  /// One cleaned line.
  static func line(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var line = TextCollector()
    line.append(plain(text)[...])
    return line.bytes
  }

  /// Cleaned text with its line breaks, tags of paragraphs among them.
  static func lines(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for part in plain(text).split(separator: 0x0A) {
      let line = line(part)
      guard !line.isEmpty else { continue }
      if !result.isEmpty { result.append(0x0A) }
      result.append(contentsOf: line)
    }
    return result
  }

  /// Without references and tags.
  ///
  /// References to tags ("&lt;p&gt;") are tags here, for so they are written in JSON.
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return Array(text) }
    var decoded: [UInt8] = []
    ReferenceDecoder.append(Array(text), 0..<text.count, to: &decoded)
    return withoutTags(withoutReferences(decoded))
  }

  private static func withoutReferences(_ text: [UInt8]) -> [UInt8] {
    let pairs: [(StaticString, UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22),
    ]
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0x26,
        let (name, byte) = pairs.first(where: { text.starts(withFolded: $0.0, at: index) })
      {
        result.append(byte)
        index += name.utf8CodeUnitCount
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func withoutTags(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x3C) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    var close = 0
    while index < text.count {
      let next = index + 1
      let isTag =
        text[index] == 0x3C && next < text.count
        && (text[next].isASCIILetter || text[next] == 0x2F || text[next] == 0x21)
      if isTag && close < next { close = text.place(of: 0x3E, in: next..<text.count) }
      guard isTag, close < text.count, close - next < 2000 else {
        result.append(text[index])
        index += 1
        continue
      }
      let isBlock =
        text.starts(withFolded: "p", at: next) || text.starts(withFolded: "/p", at: next)
        || text.starts(withFolded: "br", at: next) || text.starts(withFolded: "/h", at: next)
      result.append(isBlock ? 0x0A : 0x20)
      index = close + 1
    }
    return result
  }
}
