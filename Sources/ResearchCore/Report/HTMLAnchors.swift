/// Adds to cmark's HTML what it lacks: ids of headings, tables that scroll, and footnotes that are
/// numbered through several stretches.
///
/// cmark escapes all text, so that a tag in its HTML is one of its own.
struct HTMLAnchors {
  private var slugs = HeadingSlugs()
  private var numbers: [Int: Int] = [:]
  private var times: [Int: Int] = [:]
  /// The labels that have marks, in the order of the first ones.
  private(set) var marked: [Int] = []

  private static let reference = Array("<sup class=\"footnote-ref\">".utf8)
  private static let referenceEnd = Array("</sup>".utf8)
  private static let notes = Array("<section class=\"footnotes\"".utf8)
  private static let table = Array("<table>".utf8)
  private static let tableEnd = Array("</table>".utf8)
  private static let rows = Array("<tbody>\n".utf8)
  private static let rowsEnd = Array("</tbody>\n".utf8)
  // A table that scrolls must be in reach of the keyboard.
  private static let frame = Array(
    "<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">".utf8
  )
  private static let frameEnd = Array("</div>".utf8)

  /// The HTML of a stretch with all that it lacks.
  mutating func added(to html: [UInt8], of stretch: MarkdownStretches.Stretch) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(html.count + html.count / 8)
    var index = 0
    if stretch.continuesTable { index = html.end(of: Self.rows, from: 0) ?? 0 }
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), let end = takeTag(html, at: index, into: &output) {
        index = end
      } else {
        output.append(byte)
        index += 1
      }
    }
    let close = Self.rowsEnd + Self.tableEnd + Self.frameEnd + [0x0A]
    if stretch.endsInTable, output.suffix(close.count).elementsEqual(close) {
      output.removeLast(close.count)
    }
    return output
  }

  /// The id of a heading of ours.
  mutating func id(ofHeading text: String) -> String { slugs.id(for: text) }

  /// An entry of the list of footnotes: its text, and links back to its marks.
  func footnote(_ label: Int, html: [UInt8]) -> [UInt8] {
    let number = numbers[label] ?? label
    let links = (1...max(1, times[label] ?? 1)).map { time in
      " <a href=\"#\(Self.id(number, time))\" role=\"doc-backlink\" "
        + "aria-label=\"Back to reference \(number)\(time > 1 ? "-\(time)" : "")\">↩"
        + (time > 1 ? "<sup>\(time)</sup>" : "") + "</a>"
    }
    let end = Array("</p>\n".utf8)
    let hasEnd = html.suffix(end.count).elementsEqual(end)
    let text = hasEnd ? html.dropLast(end.count) : html[...]
    return Array("<li id=\"fn:\(number)\">\n".utf8) + text + Array(links.joined().utf8)
      + (hasEnd ? end : []) + Array("</li>\n".utf8)
  }

  /// Copies a tag that needs something; nil where it is like any other.
  private mutating func takeTag(
    _ html: [UInt8],
    at index: Int,
    into output: inout [UInt8]
  ) -> Int? {
    if html.holds(Self.reference, at: index) { return takeMark(html, at: index, into: &output) }
    if html.holds(Self.table, at: index) {
      output += Self.frame + Self.table
      return index + Self.table.count
    }
    if html.holds(Self.tableEnd, at: index) {
      output += Self.tableEnd + Self.frameEnd
      return index + Self.tableEnd.count
    }
    // What stands in it are stubs.
    if html.holds(Self.notes, at: index) { return html.count }
    return takeHeading(html, at: index, into: &output)
  }

  private mutating func takeHeading(
    _ html: [UInt8],
    at index: Int,
    into output: inout [UInt8]
  ) -> Int? {
    guard index + 4 <= html.count, html[index + 1] == UInt8(ascii: "h"),
      html[index + 2] &- 0x31 < 6, html[index + 3] == UInt8(ascii: ">"),
      let end = html.start(of: Array("</h".utf8), from: index)
    else { return nil }
    let id = slugs.id(for: HTMLText.plain(html[(index + 4)..<end]))
    output += html[index..<(index + 3)] + Array(" id=\"\(id)\">".utf8)
    return index + 4
  }

  private mutating func takeMark(
    _ html: [UInt8],
    at index: Int,
    into output: inout [UInt8]
  ) -> Int? {
    let opening = Array("href=\"#fn-".utf8)
    guard let end = html.end(of: Self.referenceEnd, from: index),
      let start = html.end(of: opening, from: index), start < end
    else { return nil }
    var label = 0
    for byte in html[start..<end].prefix(9) {
      guard byte &- 0x30 < 10 else { break }
      label = label * 10 + Int(byte - 0x30)
    }
    if numbers[label] == nil {
      marked.append(label)
      numbers[label] = marked.count
    }
    let (number, time) = (numbers[label] ?? label, (times[label] ?? 0) + 1)
    times[label] = time
    output += Array(
      "<sup><a href=\"#fn:\(number)\" id=\"\(Self.id(number, time))\" role=\"doc-noteref\">\(number)</a></sup>"
        .utf8
    )
    return end
  }

  /// A colon is in no id of a heading.
  private static func id(_ number: Int, _ time: Int) -> String {
    "fnref:\(number)" + (time > 1 ? ":\(time)" : "")
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8], at index: Int) -> Bool {
    index + part.count <= count && self[index..<(index + part.count)].elementsEqual(part)
  }

  fileprivate func start(of part: [UInt8], from index: Int) -> Int? {
    var place = index
    while place + part.count <= count {
      if self[place] == part[0], holds(part, at: place) { return place }
      place += 1
    }
    return nil
  }

  fileprivate func end(of part: [UInt8], from index: Int) -> Int? {
    start(of: part, from: index).map { $0 + part.count }
  }
}
