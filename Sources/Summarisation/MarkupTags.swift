/// Finds tags of HTML in a model's answer: elements that HTML knows, comments, and all that a
/// browser would take for a tag because of its attributes.
///
/// `Array<Int>`, `a < b` and `<you>` are text.
enum MarkupTags {
  private static let names = Set(
    """
    a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body \
    br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog \
    dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 \
    h6 head header hgroup hr html i iframe img image input ins isindex kbd keygen label legend li \
    link listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes \
    noscript object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s \
    samp script search section select slot small source span strike strong style sub summary sup \
    svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    """.utf8.split(separator: 0x20).map(Array.init)
  )

  /// In bytes: what is longer is no tag to take out.
  private static let longest = 1_000

  /// The length of the tag that begins at a `<`; 0 where there is none.
  ///
  /// Where one has no end it is its `<` alone, so that nothing is a tag any more.
  static func length(in line: [UInt8], at start: Int) -> Int {
    let rest = line[(start + 1)...].prefix(longest)
    guard let first = rest.first else { return 0 }
    let isOdd = first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    let isEnd = first == UInt8(ascii: "/")
    let afterSlash = rest.dropFirst(isEnd ? 1 : 0)
    let name = afterSlash.prefix { $0.isLetterOrDigit }
    guard isOdd || name.first.map({ !$0.isDigit }) == true else { return 0 }
    // What stands in these brackets is an address.
    guard afterSlash.dropFirst(name.count).first != UInt8(ascii: ":") else { return 0 }
    let end = rest.firstIndex(of: UInt8(ascii: ">"))
    let isKnown = names.contains(name.map { $0 | 0x20 })
    let hasAttributes = rest[..<(end ?? rest.endIndex)].contains(UInt8(ascii: "="))
    guard isOdd || isEnd || isKnown || hasAttributes else { return 0 }
    return end.map { $0 + 1 - start } ?? 1
  }
}
