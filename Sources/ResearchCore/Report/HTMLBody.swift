/// A report's HTML between head and foot, made of Markdown that comes in pieces.
struct HTMLBody {
  private var stretches: MarkdownStretches
  private var anchors = HTMLAnchors()
  private let footnotes: Int

  private static let parts: [CommonMark.Part] = [.table, .strikethrough, .footnotes]

  /// Begins a report whose footnotes have the labels 1 to `footnotes`, rendered in stretches of
  /// about `size` bytes.
  init(footnotes: Int, size: Int = 64 << 10) {
    self.footnotes = footnotes
    stretches = MarkdownStretches(footnotes: footnotes, size: size)
  }

  /// Takes the next piece, and gives back what can be rendered by now.
  mutating func add(_ markdown: String) throws(Failure) -> [UInt8] {
    var html: [UInt8] = []
    for stretch in stretches.add(markdown) { html += try rendered(stretch) }
    return html
  }

  /// Renders what is left, and the footnotes.
  mutating func finish() throws(Failure) -> [UInt8] {
    var html: [UInt8] = []
    for stretch in stretches.finish() { html += try rendered(stretch) }
    return html + (try renderedFootnotes())
  }

  private mutating func rendered(_ stretch: MarkdownStretches.Stretch) throws(Failure) -> [UInt8] {
    let text = stretch.text + stubs(for: stretch.text)
    return anchors.added(to: try CommonMark.html(of: text[...], with: Self.parts), of: stretch)
  }

  /// Footnotes of no text, without which cmark would take the marks for text.
  private func stubs(for text: [UInt8]) -> [UInt8] {
    guard footnotes > 0 else { return [] }
    let labels = Set(FootnoteLabel.marks(in: text)).filter { $0 <= footnotes }
    return labels.sorted().reduce(into: []) { stubs, label in
      stubs += Array("\n\n[^\(label)]: \(label)\n".utf8)
    }
  }

  /// The footnotes that have marks, in the order of these; as GitHub shows them.
  private mutating func renderedFootnotes() throws(Failure) -> [UInt8] {
    var items: [UInt8] = []
    for label in anchors.marked {
      guard let text = stretches.footnotes[label] else { continue }
      let html = try CommonMark.html(of: text[...], with: [.strikethrough])
      items += anchors.footnote(label, html: html)
    }
    guard !items.isEmpty else { return [] }
    let title = "References"
    let id = anchors.id(ofHeading: title)
    return Array(
      "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"\(id)\">\n".utf8
    )
      + Array("<h2 id=\"\(id)\">\(title)</h2>\n<ol>\n".utf8) + items
      + Array("</ol>\n</section>\n".utf8)
  }
}
