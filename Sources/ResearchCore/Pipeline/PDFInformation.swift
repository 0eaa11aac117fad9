import Extraction

/// What a PDF says about itself, as far as it makes sense: many say what program made them.
struct PDFInformation: Equatable {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?

  /// Reads the lines of `pdfinfo -isodates`, of which the first of a name counts.
  init(_ output: [UInt8]) {
    var values: [String: String] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      guard Self.names.contains(name), values[name] == nil else { continue }
      values[name] = String(decoding: line[(colon + 1)...], as: UTF8.self).oneLine(limit: 500)
    }
    title = values["Title"].flatMap(Self.title)
    authors = values["Author"].map(Self.authors) ?? []
    published = Day(values["CreationDate"])?.text
    modified = Day(values["ModDate"])?.text
    if let published, let modified, modified <= published { self.modified = nil }
  }

  /// The article with what is known about its document.
  func describing(_ article: Article) -> Article {
    var article = article
    article.title = title
    article.authors = authors
    article.published = published
    article.modified = modified
    return article
  }

  private static let names: Set = ["Title", "Author", "CreationDate", "ModDate"]

  /// A title that is no file's name, no template's and no program's.
  private static func title(_ text: String) -> String? {
    let folded = text.lowercased()
    let isFile = [
      ".doc", ".docx", ".dvi", ".fm", ".htm", ".html", ".indd", ".odt", ".pdf", ".ppt", ".pptx",
      ".ps", ".qxd", ".rtf", ".tex", ".txt", ".xls", ".xlsx",
    ].contains { folded.hasSuffix($0) }
    let isDefault = [
      "untitled", "microsoft word", "microsoft powerpoint", "powerpoint pres", "slide 1",
    ]
    .contains { folded.hasPrefix($0) }
    guard !isFile, !isDefault, folded.unicodeScalars.count(where: \.properties.isAlphabetic) > 2
    else { return nil }
    return text
  }

  /// Names between semicolons, or between commas where each part has two words or more: one word
  /// may be half of "Family, Given".
  private static func authors(_ text: String) -> [String] {
    var parts = split(text, at: ";")
    if parts.count == 1 {
      let names = split(text, at: ",").flatMap { $0.split(separator: " and ").map(trimmed) }
      if names.allSatisfy({ $0.contains(" ") }) { parts = names }
    }
    return Array(parts.filter(isName).prefix(20))
  }

  private static func split(_ text: String, at mark: Character) -> [String] {
    text.split(separator: mark).map { trimmed($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text).oneLine(limit: 100)
  }

  private static func isName(_ text: String) -> Bool {
    let isPerson = text.unicodeScalars.count(where: \.properties.isAlphabetic) > 2
    let folded = text.lowercased()
    return isPerson && !text.contains { "@/\\:".contains($0) }
      && ![
        "admin", "administrator", "anonymous", "author", "default", "microsoft",
        "microsoft office user",
        "owner", "root", "unknown", "user", "utente", "utilisateur", "windows user",
      ].contains(folded)
  }
}
