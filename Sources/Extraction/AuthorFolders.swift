/// The folders in which sites keep the pages of their authors.
enum AuthorFolders {
  /// Whether an address leads to an author's page, such as "/author/jane-doe".
  static func hold(_ address: Span<UInt8>) -> Bool {
    guard address.count < 300 else { return false }
    var part = NameHash()
    var isEmpty = true
    var isWithin = false
    for index in address.indices {
      let byte = address[index]
      if byte != 0x2F {
        part.add(byte)
        isEmpty = false
      } else if !isEmpty {
        if isWithin { return true }
        isWithin = names[part.value]
        part = NameHash()
        isEmpty = true
      }
    }
    return isWithin && !isEmpty
  }

  private static let names = NameTable(
    """
    author authors autor autoren autore auteur auteurs people profile profiles contributor
    contributors staff journalist journalists writer writers columnist reporter team expert
    redaktion by
    """
    .split(whereSeparator: \.isWhitespace).map { (String($0), true) },
    missing: false
  )
}
