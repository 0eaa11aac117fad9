/// A page after the first pass: what the parser needs, and the linked data kept aside.
struct ScannedPage: Sendable {
  /// Markup without scripts, styles, drawings, comments and the attributes that nobody reads.
  var markup: [UInt8] = []
  /// The contents of the JSON-LD scripts, in the order of the page.
  var linkedData: [ArraySlice<UInt8>] = []
  /// The contents of other scripts of JSON.
  var dataScripts: [ArraySlice<UInt8>] = []
  /// Start tags and attributes seen, dropped ones included.
  var items = 0
}

/// One linear pass over the bytes of a page that makes it small and harmless before libxml2 sees it.
///
/// libxml2 2.9 is quadratic in the attributes of a tag and in unmatched end tags, ends at a NUL, loses the rest after
/// an unterminated comment, and knows neither HTML5's references nor a depth limit that keeps the text. So all that is
/// settled here: at most 256 attributes a tag are looked at, depth is capped by leaving out tags (never text), end tags
/// without a start are dropped, and references are decoded. Every byte is passed a bounded number of times. What a page
/// never closes, a quotation mark, a comment, a title, a list to choose from, costs it that mark or tag and not its text.
struct HTMLScan {
  /// The most attributes of one tag that are looked at.
  static let maxAttributes = 256

  /// The name of a tag as the page writes it.
  private struct Name {
    let tag: Tag
    let hash: UInt64
    let range: Range<Int>
    /// At most forty small letters, digits and hyphens: what the parser takes.
    let isPlain: Bool
  }

  var page = ScannedPage()
  var index = 0
  private var nesting: TagNesting
  private var filter = AttributeFilter()
  var endless: Set<Tag> = []
  /// Whether scripts are still looked at for comments that hold scripts.
  var hasEscapes = true
  /// The next end tag of elements that were looked for; the length of the page where there is none.
  var nextEnds: [Tag: Int] = [:]
  var hasCommentEnd = true
  var hasSectionEnd = true
  /// How many `<pre>` are open.
  private var codeDepth = 0
  private let isXML: Bool
  let prefix: [UInt8]
  private let tags = Tag.names
  private let attributeNames = AttributeName.names

  private init(_ source: [UInt8], maxDepth: Int, isFlat: Bool, isXML: Bool) {
    nesting = TagNesting(maxDepth: maxDepth, countsAll: isFlat)
    self.isXML = isXML
    prefix = isXML ? XHTMLPrefix.prefix(in: source) : []
    // Room that is not written to costs nothing; growing would copy, and hold both.
    page.markup.reserveCapacity(source.count + 64)
  }

  /// Scans a page of valid UTF-8; `isFlat` also leaves out the tags that close themselves, for pages that nest them against
  /// all rules; `isXML` takes tags such as `<script/>` for empty elements, knows sections of CDATA and prefixes.
  static func scan(
    _ source: [UInt8],
    maxDepth: Int,
    isFlat: Bool = false,
    isXML: Bool = false
  ) -> ScannedPage {
    var scan = HTMLScan(source, maxDepth: maxDepth, isFlat: isFlat, isXML: isXML)
    scan.run(source)
    return scan.page
  }

  // The page is passed along and not kept: a property would be retained for each tag.
  private mutating func run(_ source: [UInt8]) {
    while index < source.count {
      copyText(source, upTo: source.place(of: 0x3C, in: index..<source.count))
      guard index + 1 < source.count else {
        if index < source.count { copyLessThan() }
        return
      }
      switch source[index + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration(source)
      case UInt8(ascii: "/"): endTag(source)
      case let byte where byte.isASCIILetter: startTag(source)
      default: copyLessThan()
      }
    }
  }

  /// A `<` that begins no tag is text.
  mutating func copyLessThan() {
    page.markup.append(text: "&lt;")
    index += 1
  }

  /// Copies text; white space becomes one space, since the parser takes its time for every byte and readers fold it anyway.
  ///
  /// In code it says something, and stays.
  mutating func copyText(_ source: [UInt8], upTo end: Int) {
    var start = index
    defer { index = end }
    guard codeDepth == 0 else {
      return ReferenceDecoder.append(source, start..<end, to: &page.markup)
    }
    var place = index
    while place < end {
      guard source[place] <= 0x20, source[place].isHTMLBlank else {
        place += 1
        continue
      }
      var next = place + 1
      while next < end && source[next].isHTMLBlank { next += 1 }
      if next > place + 1 {
        ReferenceDecoder.append(source, start..<place, to: &page.markup)
        page.markup.append(0x20)
        start = next
      }
      place = next
    }
    ReferenceDecoder.append(source, start..<end, to: &page.markup)
  }

  private mutating func skipDeclaration(_ source: [UInt8]) {
    if source.starts(withFolded: "<!--", at: index) {
      skipComment(source)
    } else if isXML && source.starts(withFolded: "<![cdata[", at: index) {
      keepSection(source)
    } else {
      index = afterTag(source, from: index)
    }
  }

  func afterTag(_ source: [UInt8], from start: Int) -> Int {
    guard start < source.count else { return source.count }
    return min(source.place(of: 0x3E, in: start..<source.count) + 1, source.count)
  }

  private mutating func endTag(_ source: [UInt8]) {
    guard index + 2 < source.count, source[index + 2].isASCIILetter else {
      index = afterTag(source, from: index)
      return
    }
    var place = index + 2
    let name = readName(source, &place)
    index = afterTag(source, from: place)
    switch nesting.close(name.tag, hash: name.hash) {
    case .kept:
      appendEnd(name, source)
      if name.tag == .pre, codeDepth > 0 { codeDepth -= 1 }
    case .flattened: if !name.tag.isInline { appendBreak() }
    case .unmatched: break
    }
  }

  /// A void block: it ends a paragraph where a tag was left out.
  private mutating func appendBreak() {
    page.markup.append(text: "<hr>")
  }

  private mutating func startTag(_ source: [UInt8]) {
    var place = index + 1
    let name = readName(source, &place)
    page.items += 1
    let mark = page.markup.count
    page.markup.append(0x3C)
    append(name, source)
    var attributes = AttributeScan(name.tag, place: place)
    let isClosed = attributes.run(source, attributeNames, &filter, into: &page.markup)
    page.items += attributes.count
    index = attributes.place
    guard isClosed else {
      // The page ends within a tag: as in browsers the tag does not exist.
      forget(from: mark)
      index = source.count
      return
    }
    page.markup.append(0x3E)
    if attributes.isSelfClosing, isXML || name.tag == .svg || name.tag == .math {
      finishEmpty(name, source, mark: mark)
    } else {
      finish(name, source, mark: mark, attributes.scriptKind)
    }
  }

  /// An element without contents, such as `<svg/>`, and in XML `<div/>`.
  private mutating func finishEmpty(_ name: Name, _ source: [UInt8], mark: Int) {
    switch name.tag {
    case let tag where tag.isVoid: finish(name, source, mark: mark, .program)
    case .script, .style, .iframe, .noembed, .noframes, .xmp, .svg, .template, .math, .title,
      .textarea, .plaintext:
      forget(from: mark)
    default:
      guard nesting.open(name.tag, hash: name.hash) else {
        forget(from: mark)
        if !name.tag.isInline { appendBreak() }
        _ = nesting.close(name.tag, hash: name.hash)
        return
      }
      appendEnd(name, source)
      _ = nesting.close(name.tag, hash: name.hash)
    }
  }

  private mutating func appendEnd(_ name: Name, _ source: [UInt8]) {
    page.markup.append(0x3C)
    page.markup.append(0x2F)
    append(name, source)
    page.markup.append(0x3E)
  }

  /// Takes back a tag that was written from a place on.
  mutating func forget(from mark: Int) {
    page.markup.removeLast(page.markup.count - mark)
  }

  private mutating func finish(
    _ name: Name,
    _ source: [UInt8],
    mark: Int,
    _ kind: AttributeScan.ScriptKind
  ) {
    let tag = name.tag
    switch tag {
    case .script, .style, .iframe, .noembed, .noframes:
      forget(from: mark)
      let contents = skipRawText(source, tag)
      if tag == .script && kind == .linkedData { page.linkedData.append(source[contents]) }
      if tag == .script && kind == .data { page.dataScripts.append(source[contents]) }
    case .xmp, .plaintext: keepPlainText(source, tag, mark: mark)
    case .svg, .template, .math:
      forget(from: mark)
      skipNested(source, tag)
    case .title, .textarea: keepRawText(source, tag, mark: mark)
    case .source, .track, .wbr, .param, .area, .col, .embed: forget(from: mark)
    case _ where tag.isVoid: break
    case _
    where (tag == .option || tag == .optgroup) && !hasEnd(of: .select, source)
      && !hasEnd(of: .datalist, source):
      forget(from: mark)
    case _ where tag.isNeverText && !tag.closesItself && !hasEnd(of: tag, source):
      forget(from: mark)
    default:
      if !nesting.open(tag, hash: name.hash) {
        forget(from: mark)
        if !tag.isInline { appendBreak() }
      } else if tag == .pre {
        codeDepth += 1
      }
    }
  }

  private func readName(_ source: [UInt8], _ place: inout Int) -> Name {
    if !prefix.isEmpty, source[place...].starts(with: prefix) { place += prefix.count }
    let start = place
    var end = place
    var hash = NameHash()
    var isPlain = true
    while end < source.count {
      let byte = source[end]
      if byte.isHTMLSpace || byte == 0x2F || byte == 0x3E { break }
      if !(byte &- 0x61 < 26 || byte.isASCIIDigit || byte == 0x2D) { isPlain = false }
      hash.add(byte)
      end += 1
    }
    place = end
    return Name(
      tag: tags[hash.value],
      hash: hash.value,
      range: start..<end,
      isPlain: isPlain && end - start <= 40
    )
  }

  /// The name in the letters that the parser takes, at most 40 of them.
  private mutating func append(_ name: Name, _ source: [UInt8]) {
    guard !name.isPlain else { return page.markup.append(source, name.range) }
    for index in name.range.prefix(40) {
      let byte = source[index]
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D
      page.markup.append(isPlain ? byte.asciiLowered : 0x2D)
    }
  }
}
