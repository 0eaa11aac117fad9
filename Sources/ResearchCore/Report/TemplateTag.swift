/// A tag of a template, as far as it must be known to cut the template into pieces.
struct TemplateTag {
  enum Kind { case section, inverted, end, value }

  var kind: Kind
  var name: String
  /// The bytes of the tag with its braces.
  var range: Range<Int>

  /// The tags of a template; nil where it uses what only Mustache itself understands: changed
  /// delimiters, inheritance, partials, settings, functions.
  static func all(in bytes: [UInt8]) -> [TemplateTag]? {
    var tags: [TemplateTag] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == Self.open, bytes[index + 1] == Self.open else {
        index += 1
        continue
      }
      guard let end = end(of: index, in: bytes) else { return nil }
      let content = bytes[(index + 2)..<(end - 2)]
      if content.first != UInt8(ascii: "!") {
        guard let tag = TemplateTag(content, range: index..<end) else { return nil }
        tags.append(tag)
      }
      index = end
    }
    return tags
  }

  /// The whole line of the tag with its line end; nil where something else stands on it.
  func line(in bytes: [UInt8]) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      guard bytes[start] == 0x20 || bytes[start] == 0x09 else { return nil }
    }
    var end = range.upperBound
    while end < bytes.count {
      end += 1
      if bytes[end - 1] == 0x0A { break }
      guard [0x20, 0x09, 0x0D].contains(bytes[end - 1]) else { return nil }
    }
    return start..<end
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var index = start + 2
    let isTriple = index < bytes.count && bytes[index] == open
    while index + 1 < bytes.count {
      if bytes[index] == close, bytes[index + 1] == close {
        guard isTriple else { return index + 2 }
        return index + 2 < bytes.count && bytes[index + 2] == close ? index + 3 : nil
      }
      index += 1
    }
    return nil
  }

  private init?(_ content: ArraySlice<UInt8>, range: Range<Int>) {
    let sigils: [UInt8: Kind] = [
      UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
      UInt8(ascii: "&"): .value, UInt8(ascii: "{"): .value,
    ]
    kind = content.first.flatMap { sigils[$0] } ?? .value
    let isNamed = content.first.map { sigils[$0] != nil } ?? false
    let rest = String(decoding: isNamed ? content.dropFirst() : content, as: UTF8.self)
    name = rest.filter { !$0.isWhitespace && $0 != "}" }
    self.range = range
    let isPlain = name.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "._-?*".utf8.contains(byte)
    }
    guard isPlain else { return nil }
  }
}
