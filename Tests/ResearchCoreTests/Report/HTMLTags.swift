/// The tags of a page, read by rules stricter than HTML's, and what is wrong with it.
struct HTMLTags {
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String] = [:]
  }

  private(set) var tags: [Tag] = []
  private(set) var faults: [String] = []
  private var open: [String] = []

  private static let void = ["meta", "br", "hr"]
  /// What each tag of a report may have.
  private static let allowed: [String: [String]] = [
    "html": ["lang"], "meta": ["charset", "http-equiv", "content", "name"],
    "a": [
      "href", "id", "role", "aria-label",
    ], "div": ["class", "role", "aria-label", "tabindex"],
    "section": ["class", "role", "aria-labelledby"], "li": ["id"], "th": ["align"],
    "td": ["align"], "h1": ["id"], "h2": ["id"], "h3": ["id"], "ol": ["start"],
  ]
  private static let plain = [
    "head", "title", "style", "body", "main", "p", "em", "strong", "sup", "ul", "table", "thead",
    "tbody", "tr",
  ]

  /// Reads a page.
  init(_ page: String) {
    var rest = page.replacing("<!DOCTYPE html>\n", with: "", maxReplacements: 1)[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("an open tag")
        break
      }
      read(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
    let ids = tags.compactMap { $0.attributes["id"] }
    if Set(ids).count != ids.count { faults.append("an id twice") }
    for link in links where link.hasPrefix("#") {
      if !ids.contains(String(link.dropFirst())) { faults.append("a link to nothing: \(link)") }
    }
  }

  /// Where the links lead.
  var links: [String] { tags.compactMap { $0.attributes["href"] } }

  /// The ids of all tags with a name.
  func ids(of name: String) -> [String] {
    tags.filter { $0.name == name }.compactMap { $0.attributes["id"] }
  }

  private mutating func read(_ text: Substring) {
    if text.hasPrefix("/") {
      if open.popLast() != String(text.dropFirst()) { faults.append("closed: \(text)") }
      return
    }
    var tag = Tag(name: String(text.prefix { $0 != " " }))
    var rest = text.dropFirst(tag.name.count)
    while rest.first == " ", let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals].dropFirst())
      rest = rest[equals...].dropFirst()
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { break }
      tag.attributes[name] = String(rest[..<end].dropFirst())
      rest = rest[end...].dropFirst()
    }
    if !rest.isEmpty { faults.append("in <\(text)>: \(rest)") }
    judge(tag)
    tags.append(tag)
    if !Self.void.contains(tag.name) { open.append(tag.name) }
  }

  private mutating func judge(_ tag: Tag) {
    let allowed = Self.allowed[tag.name] ?? (Self.plain.contains(tag.name) ? [] : nil)
    guard let allowed else { return faults.append("a tag of others: \(tag.name)") }
    for name in tag.attributes.keys where !allowed.contains(name) {
      faults.append("\(tag.name) with \(name)")
    }
    guard let link = tag.attributes["href"] else { return }
    if !["#", "https://", "http://"].contains(where: link.hasPrefix) {
      faults.append("a link to \(link)")
    }
  }
}
