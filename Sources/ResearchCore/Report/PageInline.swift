/// Pieces of a page's text as Markdown: escaped, with their links.
struct PageInline {
  private let text: [Unicode.Scalar]
  private let links: [Link]

  /// A link that is written.
  private struct Link {
    let start: Int
    let end: Int
    let target: String
  }

  /// Links that stand within the text, in order, and lead to the web; others are passed over, so that what they stand in is
  /// escaped in one piece.
  init(_ text: [Unicode.Scalar], _ links: [Record.Link]) {
    self.text = text
    var end = 0
    self.links = links.compactMap { link in
      guard end <= link.start, link.start < link.end, link.end <= text.count,
        let target = SourceAddress(link.url).link
      else { return nil }
      end = link.end
      return Link(start: link.start, end: link.end, target: target)
    }
  }

  /// A piece within one paragraph.
  func markdown(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return "" }
    var result = ""
    var place = range.lowerBound
    var index = firstLink(from: range.lowerBound)
    while index < links.count, links[index].end <= range.upperBound {
      let link = links[index]
      result += escaped(place..<link.start)
      let label = escaped(link.start..<link.end)
      result += "[\(label)](\(link.target))"
      place = link.end
      index += 1
    }
    return result + escaped(place..<range.upperBound)
  }

  private func firstLink(from place: Int) -> Int {
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Escapes a piece; the blanks around it, which part it from what comes before and behind, stay as they are.
  private func escaped(_ range: Range<Int>) -> String {
    let piece = text[range]
    let start = piece.firstIndex { $0 != " " } ?? piece.endIndex
    guard start < piece.endIndex else { return String(repeating: " ", count: piece.count) }
    let end = (piece.lastIndex { $0 != " " } ?? start) + 1
    var view = String.UnicodeScalarView()
    view.append(contentsOf: piece[start..<end])
    return String(repeating: " ", count: start - range.lowerBound)
      + MarkdownEscape.passage(String(view))
      + String(repeating: " ", count: range.upperBound - end)
  }
}
