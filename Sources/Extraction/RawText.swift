/// Finds the ends of elements whose contents are not markup, or are skipped whole.
enum RawText {
  /// The place of the end tag of a script, style, title or the like; nil when there is none.
  ///
  /// A script that holds `<!--` and then `<script` goes on behind its next end tag (WHATWG HTML, 13.2.5.17 and after). Where
  /// that leads to the end of the page, `hasEscapes` becomes false, and from then on each first end tag is the end: else
  /// scripts that never leave it would be looked at to the end again and again.
  static func end(
    of tag: Tag,
    in source: [UInt8],
    from start: Int,
    _ prefix: [UInt8] = [],
    hasEscapes: inout Bool
  ) -> Int? {
    var place = start
    var first: Int?
    var isEscaped = false
    var isDoublyEscaped = false
    while place < source.count {
      if !isEscaped { place = source.place(of: 0x3C, in: place..<source.count) }
      guard place < source.count else { break }
      let byte = source[place]
      if byte == 0x2D && isEscaped && source.starts(withFolded: "-->", at: place) {
        isEscaped = false
        isDoublyEscaped = false
      }
      guard byte == 0x3C else {
        place += 1
        continue
      }
      if isEndTag(of: tag, in: source, at: place, prefix) {
        if !isDoublyEscaped { return place }
        if first == nil { first = place }
        isDoublyEscaped = false
      } else if tag == .script, hasEscapes {
        if source.starts(withFolded: "<!--", at: place) { isEscaped = true }
        if isEscaped && source.starts(withFolded: "<script", at: place) { isDoublyEscaped = true }
      }
      place += 1
    }
    if first != nil { hasEscapes = false }
    return first
  }

  /// The place of the end tag that closes an element which may hold others of its name; nil when there is none.
  static func nestedEnd(
    of tag: Tag,
    in source: [UInt8],
    from start: Int,
    _ prefix: [UInt8] = []
  ) -> Int? {
    var place = start
    var depth = 1
    while true {
      place = source.place(of: 0x3C, in: place..<source.count)
      guard place < source.count else { return nil }
      if isEndTag(of: tag, in: source, at: place, prefix) {
        depth -= 1
        if depth == 0 { return place }
      } else if isName(of: tag, in: source, at: place + 1, prefix) {
        let end = endOfTag(source, at: place)
        if source[max(end - 1, 0)] != 0x2F { depth += 1 }
        place = max(end - 1, place)
      }
      place += 1
    }
  }

  /// The place of the next end tag of an element, whatever stands before it; nil when there is none.
  static func nextEnd(
    of tag: Tag,
    in source: [UInt8],
    from start: Int,
    _ prefix: [UInt8] = []
  ) -> Int? {
    var place = source.place(of: 0x3C, in: start..<source.count)
    while place < source.count {
      if isEndTag(of: tag, in: source, at: place, prefix) { return place }
      place = source.place(of: 0x3C, in: (place + 1)..<source.count)
    }
    return nil
  }

  private static func isEndTag(
    of tag: Tag,
    in source: [UInt8],
    at place: Int,
    _ prefix: [UInt8]
  ) -> Bool {
    place + 1 < source.count && source[place + 1] == 0x2F
      && isName(of: tag, in: source, at: place + 2, prefix)
  }

  private static func isName(
    of tag: Tag,
    in source: [UInt8],
    at start: Int,
    _ prefix: [UInt8]
  ) -> Bool {
    var place = start
    if !prefix.isEmpty, start < source.count, source[start...].starts(with: prefix) {
      place += prefix.count
    }
    for byte in tag.rawValue.utf8 {
      guard place < source.count, source[place].asciiLowered == byte else { return false }
      place += 1
    }
    guard place < source.count else { return true }
    return source[place].isHTMLSpace || source[place] == 0x2F || source[place] == 0x3E
  }

  /// The end of a tag such as `<svg ... />`, looked for in its first thousand bytes, which are passed once.
  private static func endOfTag(_ source: [UInt8], at place: Int) -> Int {
    let limit = min(place + 1000, source.count)
    return source[place..<limit].firstIndex { $0 == 0x3E } ?? limit
  }
}
