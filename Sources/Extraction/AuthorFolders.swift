/// The folders in which sites keep the pages of their authors.
enum AuthorFolders {
  /// Whether an address leads to an author's page, such as "/author/jane-doe", "/@jane" or "?author=3".
  static func hold(_ address: Span<UInt8>) -> Bool {
    guard address.count < 300 else { return false }
    var part = NameHash()
    var isEmpty = true
    var isWithin = false
    var isQuery = false
    for index in address.indices {
      let byte = address[index]
      switch byte {
      case 0x2F:
        guard !isEmpty && !isQuery else { continue }
        if isWithin { return true }
        isWithin = names[part.value]
        part = NameHash()
        isEmpty = true
      case 0x40
      where isEmpty && !isQuery && index + 1 < address.count && address[index + 1].isASCIILetter:
        isWithin = index > 0
      case 0x3D where part.value == author: return index + 1 < address.count
      case 0x3F, 0x26, 0x23:
        if isWithin && !isEmpty { return true }
        part = NameHash()
        isWithin = false
        isQuery = true
      default:
        part.add(byte)
        isEmpty = false
      }
    }
    return isWithin && !isEmpty
  }

  /// Whether an address leads to a place to sign in or to buy, where a folder of users would be found as well.
  static func isService(_ address: ArraySlice<UInt8>) -> Bool {
    let words: [StaticString] = [
      "regist", "login", "signup", "signin", "sign-in", "password", "subscri", "logout",
    ]
    return words.contains { address.containsFolded($0) }
  }

  private static let author = NameHash("author".utf8).value

  private static let names = NameTable(
    """
    author authors autor autoren autorin autores autore autori auteur auteurs people profile
    profiles profil profils contributor contributors staff journalist journalists journaliste
    journalistes writer writers columnist columnists reporter reporters expert experts
    redaktion redakteur redakteure redaktoren redacteur redacteurs by user users member members
    kolumnisten correspondent correspondents bio byline bylines person personen verfasser
    forfatter skribent periodista firmas avtor blogger bloggers creator creators u
    """
    .split(whereSeparator: \.isWhitespace).map { (String($0), true) },
    missing: false
  )
}
