/// A page after the first pass: what the parser needs, and the linked data kept aside.
struct ScannedPage: Sendable {
  /// Markup without scripts, styles, drawings, comments and the attributes that nobody reads.
  var markup: [UInt8] = []
  /// The contents of the JSON-LD scripts, in the order of the page.
  var linkedData: [ArraySlice<UInt8>] = []
  /// Start tags and attributes seen, dropped ones included.
  var items = 0
}

/// One linear pass over the bytes of a page that makes it small and harmless before libxml2 sees it.
///
/// libxml2 2.9 is quadratic in the attributes of a tag and in unmatched end tags, ends at a NUL, loses the rest after
/// an unterminated comment, and knows neither HTML5's references nor a depth limit that keeps the text. So all that is
/// settled here: at most 256 attributes a tag are looked at, depth is capped by leaving out tags (never text), end tags
/// without a start are dropped, and references are decoded. Every byte is passed a bounded number of times.
struct HTMLScan {
  /// The most attributes of one tag that are looked at.
  static let maxAttributes = 256

  let source: [UInt8]
  let maxDepth: Int
  /// Also leaves out the tags that close themselves: for pages that nest them against all rules.
  let isFlat: Bool
  var page = ScannedPage()
  var index = 0
  private var nesting: TagNesting
  private var endless: Set<Tag> = []
  private var hasCommentEnd = true
  private let tags = Tag.names

  init(_ source: [UInt8], maxDepth: Int, isFlat: Bool = false) {
    self.source = source
    self.maxDepth = maxDepth
    self.isFlat = isFlat
    nesting = TagNesting(maxDepth: maxDepth, countsAll: isFlat)
    page.markup.reserveCapacity(source.count / 2 + 64)
  }

  /// Scans a page of valid UTF-8.
  static func scan(_ source: [UInt8], maxDepth: Int, isFlat: Bool = false) -> ScannedPage {
    var scan = HTMLScan(source, maxDepth: maxDepth, isFlat: isFlat)
    scan.run()
    return scan.page
  }

  private mutating func run() {
    while index < source.count {
      copyText(upTo: nextMarkup(from: index))
      guard index + 1 < source.count else {
        copyLessThan()
        return
      }
      switch source[index + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/"): endTag()
      case let byte where byte.isASCIILetter: startTag()
      default: copyLessThan()
      }
    }
  }

  private func nextMarkup(from start: Int) -> Int {
    var place = start
    while place < source.count && source[place] != 0x3C { place += 1 }
    return place
  }

  /// A `<` that begins no tag is text.
  private mutating func copyLessThan() {
    guard index < source.count else { return }
    page.markup.append(contentsOf: Array("&lt;".utf8))
    index += 1
  }

  private mutating func copyText(upTo end: Int) {
    ReferenceDecoder.append(source, index..<end, to: &page.markup)
    index = end
  }

  private mutating func skipDeclaration() {
    if source.starts(withFolded: "<!--", at: index) {
      skipComment()
    } else {
      index = after(0x3E, from: index)
    }
  }

  /// Comments end at `-->` or `--!>`; an unterminated one ends at the next `>`, so that the rest is kept.
  private mutating func skipComment() {
    let start = index + 4
    if source.starts(withFolded: ">", at: start) || source.starts(withFolded: "->", at: start) {
      index = after(0x3E, from: start)
      return
    }
    if hasCommentEnd {
      var place = start
      while let dashes = source.firstIndex(ofFolded: "--", from: place) {
        if source.starts(withFolded: ">", at: dashes + 2) {
          index = dashes + 3
          return
        }
        if source.starts(withFolded: "!>", at: dashes + 2) {
          index = dashes + 4
          return
        }
        place = dashes + 1
      }
      hasCommentEnd = false
    }
    index = after(0x3E, from: start)
  }

  private func after(_ byte: UInt8, from start: Int) -> Int {
    var place = start
    while place < source.count && source[place] != byte { place += 1 }
    return min(place + 1, source.count)
  }

  private mutating func endTag() {
    guard index + 2 < source.count, source[index + 2].isASCIILetter else {
      index = after(0x3E, from: index)
      return
    }
    var place = index + 2
    let name = readName(&place)
    index = after(0x3E, from: place)
    switch nesting.close(name.tag, hash: name.hash) {
    case .kept:
      page.markup.append(contentsOf: [0x3C, 0x2F])
      appendName(name.range)
      page.markup.append(0x3E)
    case .flattened: if !name.tag.isInline { appendBreak() }
    case .unmatched: break
    }
  }

  /// A void block: it ends a paragraph where a tag was left out.
  private mutating func appendBreak() {
    page.markup.append(contentsOf: Array("<hr>".utf8))
  }

  private mutating func startTag() {
    var place = index + 1
    let name = readName(&place)
    page.items += 1
    let mark = page.markup.count
    page.markup.append(0x3C)
    appendName(name.range)
    var attributes = AttributeScan(source: source, place: place)
    let isClosed = attributes.run(into: &page.markup)
    page.items += attributes.count
    index = attributes.place
    guard isClosed else {
      // The page ends within a tag: as in browsers the tag does not exist.
      page.markup.removeSubrange(mark...)
      index = source.count
      return
    }
    page.markup.append(0x3E)
    finish(name.tag, hash: name.hash, mark: mark, isLinkedData: attributes.isLinkedData)
  }

  private mutating func finish(_ tag: Tag, hash: UInt64, mark: Int, isLinkedData: Bool) {
    switch tag {
    case .script, .style, .iframe, .noembed, .noframes, .xmp:
      page.markup.removeSubrange(mark...)
      let contents = skipRawText(tag)
      if isLinkedData && tag == .script { page.linkedData.append(source[contents]) }
    case .svg, .template, .math:
      page.markup.removeSubrange(mark...)
      skipNested(tag)
    case .title, .textarea: keepRawText(tag, mark: mark)
    case .source, .track, .wbr, .param, .area, .col, .embed: page.markup.removeSubrange(mark...)
    case _ where tag.isVoid: break
    default:
      if !nesting.open(tag, hash: hash) {
        page.markup.removeSubrange(mark...)
        if !tag.isInline { appendBreak() }
      }
    }
  }

  /// The contents of an element without markup; the scan goes on behind its end tag.
  private mutating func skipRawText(_ tag: Tag) -> Range<Int> {
    let start = index
    let end = RawText.end(of: tag, in: source, from: start) ?? source.count
    index = end == source.count ? end : after(0x3E, from: end)
    return start..<end
  }

  /// Title and textarea hold text in which `<` is no markup; without an end tag only the tag goes.
  private mutating func keepRawText(_ tag: Tag, mark: Int) {
    guard !endless.contains(tag), let end = RawText.end(of: tag, in: source, from: index) else {
      endless.insert(tag)
      page.markup.removeSubrange(mark...)
      return
    }
    while index < end {
      let next = min(nextMarkup(from: index), end)
      copyText(upTo: next)
      if index < end { copyLessThan() }
    }
    index = after(0x3E, from: end)
    page.markup.append(contentsOf: Array("</\(tag.rawValue)>".utf8))
  }

  /// Drawings and templates go with all that is in them; without an end tag only the tag goes.
  private mutating func skipNested(_ tag: Tag) {
    guard !endless.contains(tag) else { return }
    guard let end = RawText.nestedEnd(of: tag, in: source, from: index) else {
      endless.insert(tag)
      return
    }
    index = after(0x3E, from: end)
  }

  private func readName(_ place: inout Int) -> (tag: Tag, hash: UInt64, range: Range<Int>) {
    let start = place
    var hash = NameHash()
    while place < source.count {
      let byte = source[place]
      if byte.isHTMLSpace || byte == 0x2F || byte == 0x3E { break }
      hash.add(byte)
      place += 1
    }
    return (tags[hash.value], hash.value, start..<place)
  }

  /// The name in the letters that the parser takes, at most 40 of them.
  private mutating func appendName(_ range: Range<Int>) {
    for byte in source[range.prefix(40)] {
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D
      page.markup.append(isPlain ? byte.asciiLowered : 0x2D)
    }
  }
}
