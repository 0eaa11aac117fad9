/// A pass over the tags of a page that gathers what walls are made of.
///
/// It is made for the few pages whose main text is short. It reads the page as it was sent, for the pass that serves the parser
/// drops scripts, frames and fields. Linear: every byte is passed a bounded number of times.
struct ChallengeScan {
  /// The bytes of scripts within the page that are looked at; checks are short, other pages' scripts are not.
  private static let scriptBudget = 48 * 1024

  private enum Attribute: Sendable {
    case other, id, `class`, name, src, action, type, value, content, httpEquiv
  }

  private static let attributes = NameTable<Attribute>(
    [
      ("id", .id), ("class", .class), ("name", .name), ("src", .src), ("action", .action),
      ("type", .type), ("value", .value), ("content", .content), ("http-equiv", .httpEquiv),
    ],
    missing: .other
  )

  /// What has been read of one tag.
  private struct Element {
    var tag: Tag
    var name: Range<Int>?
    var type: Range<Int>?
    var value: Range<Int>?
    var content: Range<Int>?
    var httpEquiv: Range<Int>?
  }

  private let source: [UInt8]
  private var index = 0
  private var rest = ChallengeScan.scriptBudget
  private var hasEscapes = true
  private var signs = ChallengeSigns()
  /// How many headers, menus, asides and footers are open.
  private var chromeDepth = 0
  private let tags = Tag.names
  private let attributes = ChallengeScan.attributes

  private init(_ source: [UInt8]) {
    self.source = source
  }

  /// The signs of a page in valid UTF-8.
  static func signs(of source: [UInt8]) -> ChallengeSigns {
    var scan = ChallengeScan(source)
    scan.run()
    return scan.signs
  }

  private mutating func run() {
    while true {
      index = source.place(of: 0x3C, in: index..<source.count)
      guard index + 1 < source.count else { return }
      if source[index + 1].isASCIILetter {
        guard startTag() else { return }
      } else if source.starts(withFolded: "<!--", at: index) {
        guard let end = source.firstIndex(ofFolded: "-->", from: index + 2) else { return }
        index = end + 3
      } else {
        if source[index + 1] == 0x2F { endTag() }
        index += 1
      }
    }
  }

  private mutating func endTag() {
    var hash = NameHash()
    for byte in source[(index + 2)...].prefix(8) {
      if byte.endsName { break }
      hash.add(byte)
    }
    if tags[hash.value].isChrome { chromeDepth = max(0, chromeDepth - 1) }
  }

  /// Reads a tag, and a script with what it holds; false where the page ends in one.
  private mutating func startTag() -> Bool {
    var hash = NameHash()
    index += 1
    while index < source.count, !source[index].endsName {
      hash.add(source[index])
      index += 1
    }
    var element = Element(tag: tags[hash.value])
    while index < source.count, source[index] != 0x3E {
      guard source[index].isHTMLSpace || source[index] == 0x2F else {
        guard let (name, value) = attribute() else { return false }
        note(attributes[name], value, of: &element)
        continue
      }
      index += 1
    }
    guard index < source.count else { return false }
    index += 1
    finish(element)
    return skipRawText(of: element.tag)
  }

  /// The hash of an attribute's name, and its value; nil where the page ends in it.
  private mutating func attribute() -> (name: UInt64, value: Range<Int>)? {
    var hash = NameHash()
    repeat {
      hash.add(source[index])
      index += 1
    } while index < source.count && !source[index].endsName && source[index] != 0x3D
    var next = index
    while next < source.count, source[next].isHTMLSpace { next += 1 }
    guard next < source.count, source[next] == 0x3D else { return (hash.value, index..<index) }
    next += 1
    while next < source.count, source[next].isHTMLSpace { next += 1 }
    guard next < source.count else { return nil }
    let quote = source[next]
    let start = quote == 0x22 || quote == 0x27 ? next + 1 : next
    var end = start
    if start > next {
      end = source.place(of: quote, in: start..<source.count)
      index = end + 1
    } else {
      while end < source.count, !source[end].isHTMLSpace, source[end] != 0x3E { end += 1 }
      index = end
    }
    return end < source.count ? (hash.value, start..<end) : nil
  }

  private mutating func note(_ name: Attribute, _ range: Range<Int>, of element: inout Element) {
    let value = range.prefix(512)
    switch name {
    case .other: break
    case .type: element.type = value
    case .value: element.value = value
    case .content: element.content = value
    case .httpEquiv: element.httpEquiv = value
    case .name:
      element.name = value
      if element.tag == .input || element.tag == .form { noteNames(value, element.tag) }
    case .id, .class: noteNames(value, element.tag)
    case .src where element.tag == .script || element.tag == .iframe:
      signs.marks.formUnion(marks(ChallengeMarkers.sources, value))
      if element.tag == .iframe { signs.marks.formUnion(marks(ChallengeMarkers.frames, value)) }
    case .action where element.tag == .form:
      signs.marks.formUnion(marks(ChallengeMarkers.targets, value))
      noteNames(value, element.tag)
    case .src, .action: break
    }
  }

  private func marks(_ table: MarkerTable, _ value: Range<Int>) -> ChallengeMarks {
    table.marks(in: source.span.extracting(value))
  }

  /// Names of the page as a whole, of its links and pictures and of its keywords tell its matter, not its parts.
  private mutating func noteNames(_ value: Range<Int>, _ tag: Tag) {
    switch tag {
    case .html, .body, .article, .main, .a, .img, .meta, .link, .li, .style: return
    default: break
    }
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound, !source[end].isHTMLSpace { end += 1 }
      if end > start, !isKeyword(start) {
        let found = marks(ChallengeMarkers.names, start..<end)
        signs.marks.formUnion(tag == .script ? found.intersection(.interstitial) : found)
      }
      start = end + 1
    }
  }

  private func isKeyword(_ start: Int) -> Bool {
    for prefix in ["tag-", "category-", "post-", "topic-", "page-", "cat-", "title-"]
      as [StaticString] where source.starts(withFolded: prefix, at: start)
    {
      return true
    }
    return false
  }

  private mutating func finish(_ element: Element) {
    switch element.tag {
    case .a: signs.links += 1
    case .input: finishInput(element)
    case .textarea: signs.fields += 2
    case .meta: finishMeta(element)
    case .script: signs.marks.insert(.script)
    case let tag where tag.isChrome: chromeDepth += 1
    default: break
    }
  }

  private mutating func finishInput(_ element: Element) {
    if let name = element.name { signs.marks.formUnion(marks(ChallengeMarkers.fields, name)) }
    switch NameHash(source[element.type ?? 0..<0]).value {
    case Types.password: if chromeDepth == 0 { signs.passwords += 1 }
    case Types.submit, Types.button:
      if let value = element.value, signs.buttons.count < 40 {
        signs.buttons.append(Array(source[value]))
      }
    case Types.none, Types.text, Types.email, Types.tel:
      if !isAnswerOrSearch(element) { signs.fields += 1 }
    default: break
    }
  }

  /// A field for the answer of a captcha, or for a search.
  private func isAnswerOrSearch(_ element: Element) -> Bool {
    guard let name = element.name else { return false }
    return Types.searches[NameHash(source[name]).value]
      || !marks(ChallengeMarkers.answers, name).isEmpty
  }

  private mutating func finishMeta(_ element: Element) {
    guard let content = element.content else { return }
    if let name = element.name, NameHash(source[name]).value == Types.robots,
      source[content].containsFolded("noindex")
    {
      signs.marks.insert(.noIndex)
    }
    if let name = element.httpEquiv, NameHash(source[name]).value == Types.refresh {
      signs.marks.insert(.refresh)
    }
  }

  /// Goes behind what holds no tags; false where it has no end.
  private mutating func skipRawText(of tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .textarea, .title, .xmp, .iframe, .noembed, .noframes: break
    default: return true
    }
    let start = index
    guard let end = RawText.end(of: tag, in: source, from: start, hasEscapes: &hasEscapes) else {
      if tag == .script { noteScript(start..<source.count) }
      return false
    }
    if tag == .script { noteScript(start..<end) }
    index = end
    return true
  }

  private mutating func noteScript(_ range: Range<Int>) {
    let part = range.prefix(rest)
    rest -= part.count
    signs.marks.formUnion(marks(ChallengeMarkers.scripts, part))
  }

  private enum Types {
    static let none = NameHash("".utf8).value
    static let password = NameHash("password".utf8).value
    static let submit = NameHash("submit".utf8).value
    static let button = NameHash("button".utf8).value
    static let text = NameHash("text".utf8).value
    static let email = NameHash("email".utf8).value
    static let tel = NameHash("tel".utf8).value
    static let robots = NameHash("robots".utf8).value
    static let refresh = NameHash("refresh".utf8).value
    static let searches = NameTable(
      "q s query search keyword keywords suche recherche buscar cerca szukaj".split(separator: " ")
        .map { (String($0), true) },
      missing: false
    )
  }
}

extension UInt8 {
  /// White space, a slash or the end of the tag.
  @inline(__always)
  fileprivate var endsName: Bool { isHTMLSpace || self == 0x2F || self == 0x3E }
}

extension Tag {
  /// Parts of a page that stand beside its matter.
  fileprivate var isChrome: Bool {
    switch self {
    case .header, .nav, .aside, .footer: true
    default: false
    }
  }
}
