/// Finds the ends of elements whose contents are not markup, or are skipped whole.
enum RawText {
  /// The place of the end tag of a script, style, title or the like; nil when there is none.
  ///
  /// A script that holds `<!--` and then `<script` goes on behind its next end tag (WHATWG HTML, 13.2.5.17 and after).
  static func end(of tag: Tag, in source: [UInt8], from start: Int) -> Int? {
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
      if isEndTag(of: tag, in: source, at: place) {
        if !isDoublyEscaped { return place }
        if first == nil { first = place }
        isDoublyEscaped = false
      } else if tag == .script {
        if source.starts(withFolded: "<!--", at: place) { isEscaped = true }
        if isEscaped && source.starts(withFolded: "<script", at: place) { isDoublyEscaped = true }
      }
      place += 1
    }
    return first
  }

  /// The place of the end tag that closes an element which may hold others of its name; nil when there is none.
  static func nestedEnd(of tag: Tag, in source: [UInt8], from start: Int) -> Int? {
    var place = start
    var depth = 1
    while true {
      place = source.place(of: 0x3C, in: place..<source.count)
      guard place < source.count else { return nil }
      if isEndTag(of: tag, in: source, at: place) {
        depth -= 1
        if depth == 0 { return place }
      } else if isName(of: tag, in: source, at: place + 1) && !isEmptyElement(source, at: place) {
        depth += 1
      }
      place += 1
    }
  }

  private static func isEndTag(of tag: Tag, in source: [UInt8], at place: Int) -> Bool {
    place + 1 < source.count && source[place + 1] == 0x2F
      && isName(of: tag, in: source, at: place + 2)
  }

  private static func isName(of tag: Tag, in source: [UInt8], at start: Int) -> Bool {
    var place = start
    for byte in tag.rawValue.utf8 {
      guard place < source.count, source[place].asciiLowered == byte else { return false }
      place += 1
    }
    guard place < source.count else { return true }
    return source[place].isHTMLSpace || source[place] == 0x2F || source[place] == 0x3E
  }

  /// A tag such as `<svg ... />`, looked at for its first thousand bytes only.
  private static func isEmptyElement(_ source: [UInt8], at place: Int) -> Bool {
    let limit = min(place + 1000, source.count)
    guard let close = source[place..<limit].firstIndex(of: 0x3E) else { return false }
    return source[close - 1] == 0x2F
  }
}
