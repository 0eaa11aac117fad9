package import Extraction
import Fetching

extension Record {
  /// Keeps what the body was, after content decoding.
  package mutating func note(_ body: [UInt8]) {
    bytes = body.count
    sha256 = Fetching.sha256(body)
  }

  /// Keeps what a page says and who says it; all but the text is short, whatever the page gives.
  package mutating func note(_ article: Article) {
    charset = article.charset
    title = article.title?.oneLine(limit: 1_000).unlessEmpty
    let names = article.authors.prefix(100).compactMap { $0.oneLine(limit: 200).unlessEmpty }
    authors = names.isEmpty ? nil : names
    published = article.published
    modified = article.modified
    language = article.language?.oneLine(limit: 40).unlessEmpty
    site = article.site?.oneLine(limit: 200).unlessEmpty
    // Part of an address would be another.
    canonical = article.canonical.flatMap { $0.utf8.count <= 8_192 ? $0 : nil }
    guard !article.text.isEmpty else { return }
    text = article.text
    textSHA256 = Fetching.sha256(Array(article.text.utf8))
    headings = article.headings.map {
      Heading(text: $0.text, level: $0.level, start: $0.start)
    }
    let links = article.links.map { Link(start: $0.start, end: $0.end, url: $0.address) }
    self.links = links.isEmpty ? nil : links
    let parts = article.parts.map(Part.init)
    self.parts = parts.isEmpty ? nil : parts
  }
}

extension Record.Part {
  /// A part of an article's text; what is said of its kind alone is left out of others.
  fileprivate init(_ part: TextPart) {
    self.init(kind: Kind(part.kind), start: part.start, end: part.end)
    depth = part.depth > 0 ? part.depth : nil
    first = part.first > 0 ? part.first : nil
    items = part.items.isEmpty ? nil : part.items
    rows = part.rows.isEmpty ? nil : part.rows
  }
}

extension Record.Part.Kind {
  fileprivate init(_ kind: TextPart.Kind) {
    self =
      switch kind {
      case .code: .code
      case .list: .list
      case .quotation: .quotation
      case .table: .table
      }
  }
}
