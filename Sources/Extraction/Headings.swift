/// The headings of a page, among which its title may be.
struct Headings: Sendable {
  /// A first-level heading.
  struct Main: Sendable {
    let text: [UInt8]
    /// What follows the element that the heading begins with, which may be a kicker above the title.
    let rest: [UInt8]?
    /// A sign of punctuation stands between that element and the rest.
    let isPunctuated: Bool
    /// Within a part of the page that is not about its matter.
    let isAside: Bool
    /// Within a banner or a menu, or named after a logo: it may be the site's or the manual's name.
    let isBanner: Bool
  }

  private(set) var main: [Main] = []
  /// The first headings of the levels one to three, as folded words.
  private(set) var words: Set<[UInt64]> = []
  /// What microdata names the headline.
  private(set) var properties: [[UInt8]] = []

  private static let most = 50
  private static let longest = 600

  init(_ document: HTMLDocument, properties nodes: [Int]) {
    var count = 0
    for (index, node) in document.nodes.enumerated() where count < Self.most {
      guard node.tag == .h1 || node.tag == .h2 || node.tag == .h3 else { continue }
      let line = document.line(of: index, limit: Self.longest)
      guard !line.isEmpty else { continue }
      count += 1
      words.insert(WordFolder.words(line[...]))
      if node.tag == .h1 { main.append(Self.main(index, line, document)) }
    }
    properties = nodes.map { document.line(of: $0, limit: Self.longest) }.filter { !$0.isEmpty }
  }

  /// The texts of the first-level headings.
  var texts: [[UInt8]] { main.map(\.text) }

  private static func main(_ node: Int, _ line: [UInt8], _ document: HTMLDocument) -> Main {
    let parts = rest(node, line, document)
    return Main(
      text: line,
      rest: parts?.rest,
      isPunctuated: parts?.isPunctuated ?? false,
      isAside: isAside(node, document),
      isBanner: isBanner(node, document)
    )
  }

  private static func rest(
    _ node: Int,
    _ line: [UInt8],
    _ document: HTMLDocument
  ) -> (rest: [UInt8], isPunctuated: Bool)? {
    let first = document.contents(of: node).first { inner in
      document.nodes[inner].tag != .text
        || document.bytes(of: inner).contains { !$0.isHTMLSpace }
    }
    guard let first, kickers.contains(document.nodes[first].tag) else { return nil }
    let kicker = document.line(of: first, limit: longest)
    guard !kicker.isEmpty, line.count > kicker.count, line.starts(with: kicker) else { return nil }
    var rest = line[kicker.count...]
    var isPunctuated = marks.contains(kicker[kicker.count - 1])
    while let byte = rest.first, byte == 0x20 || marks.contains(byte) {
      isPunctuated = isPunctuated || byte != 0x20
      rest = rest.dropFirst()
    }
    // A sign of several bytes, such as a wide colon or a dash.
    let begins = WordFolder.words(rest.prefix(3), limit: 1).isEmpty
    guard !rest.isEmpty, !begins || rest[rest.startIndex] < 0x80 else { return nil }
    return (Array(rest), isPunctuated)
  }

  private static let kickers: Set<Tag> = [.span, .small, .div, .p, .strong, .h2, .h3, .h4, .time]
  private static let marks: Set<UInt8> = [0x3A, 0x7C, 0x2D]

  private static func isBanner(_ node: Int, _ document: HTMLDocument) -> Bool {
    for name in [AttributeName.class, .id] {
      let names = (document.value(name, of: node) ?? []).split(whereSeparator: \.isHTMLSpace)
      if names.contains(where: { logos.contains(NameHash($0).value) }) { return true }
    }
    var place = Int(document.nodes[node].parent)
    for _ in 0..<6 where place >= 0 {
      switch document.nodes[place].tag {
      case .header, .nav: return true
      case .article, .main, .body: return false
      default: place = Int(document.nodes[place].parent)
      }
    }
    return false
  }

  private static let logos = Set(
    PageHead.hashes("logo brand site-title site-name sitename menu-title masthead navbar-brand")
  )

  /// Whether a heading belongs to a banner, a menu, a comment form or another page's teaser.
  private static func isAside(_ node: Int, _ document: HTMLDocument) -> Bool {
    var reader = NameReader()
    var place = node
    for _ in 0..<3 where place >= 0 {
      for name in [AttributeName.class, .id] where document.nodes[place].tag != .body {
        guard let value = document.value(name, of: place) else { continue }
        let signs = reader.signs(of: value.span)
        if !signs.isDisjoint(with: [.appendix, .advertisement, .comment, .sidebar, .hidden]) {
          return true
        }
      }
      if document.nodes[place].tag == .footer || document.nodes[place].tag == .nav { return true }
      place = Int(document.nodes[place].parent)
    }
    return false
  }
}
