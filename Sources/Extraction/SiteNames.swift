/// The names of the site, to tell them from the title and from authors.
struct SiteNames: Sendable {
  /// The most names that are known: each candidate for title and author is held against all.
  private static let most = 64

  /// The name to show: what the page itself gives, in its own letters.
  private(set) var name: [UInt8]?
  private var squashed: Set<[UInt8]> = []
  /// The label of the host that the site registered, such as "example" of "www.example.co.uk".
  private let core: [UInt8]
  private var labels: Set<[UInt8]> = []

  init(_ head: PageHead, _ data: LinkedData, host: String) {
    let published = data.siteNames
    name = head.first("og:site_name application-name") ?? published.first
    var names = published
    for key in [
      "og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name",
      "al:android:app_name", "twitter:app:name:iphone", "dc.publisher", "citation_publisher",
      "copyright", "publisher", "cre",
    ] {
      names += head.all(NameHash(key.utf8).value)
    }
    for name in names.prefix(Self.most) where name.count < 80 {
      let key = WordFolder.squashed(name[...])
      if !key.isEmpty { squashed.insert(key) }
    }
    var parts = host.lowercased().split(separator: ".")
    if let first = parts.first, ["www", "m", "amp"].contains(first) { parts.removeFirst() }
    core = Self.core(of: parts)
    for part in parts.dropLast() where part.utf8.count > 2 { labels.insert(Array(part.utf8)) }
    labels.insert(WordFolder.squashed(Array(parts.joined().utf8)[...]))
  }

  private static func core(of parts: [Substring]) -> [UInt8] {
    guard parts.count >= 2 else { return [] }
    let second = parts[parts.count - 2]
    let isShared = ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"].contains(
      second
    )
    let index = isShared && parts.count >= 3 ? parts.count - 3 : parts.count - 2
    return Array(parts[index].utf8).filter { $0 != 0x2D }
  }

  /// Learns the part of a title that another source leaves out.
  mutating func learn(_ text: ArraySlice<UInt8>) {
    let key = WordFolder.squashed(text)
    guard !key.isEmpty else { return }
    // A part that is the host's name too is no section's.
    if name == nil, matchesHost(key) || matchesInitials(text) { name = Array(text) }
    squashed.insert(key)
  }

  /// A title without the parts that are the site's name, three at most.
  func removed(from text: [UInt8]) -> [UInt8] {
    var title = text
    for _ in 0..<3 {
      let parts = TitleParts(title)
      guard parts.count >= 2 else { break }
      if contain(parts.last) {
        title = Array(parts.withoutLast)
      } else if contain(parts.first) {
        title = Array(parts.withoutFirst)
      } else if parts.count > 2, contain(parts.ending(2)) {
        title = Array(parts.beginning(parts.count - 2))
      } else {
        break
      }
    }
    return withoutBrackets(title)
  }

  /// A title without the site's name in brackets at its end.
  private func withoutBrackets(_ title: [UInt8]) -> [UInt8] {
    guard let last = title.last, last == 0x29 || last == 0x5D,
      let open = title.lastIndex(of: last == 0x29 ? 0x28 : 0x5B), open >= 8,
      (3...32).contains(title.count - open), contain(title[(open + 1)..<(title.count - 1)])
    else { return title }
    return Array(title[..<open].trimmedHTMLSpace())
  }

  /// Whether a text is the host's name, such as "example.com".
  func isHost(_ text: ArraySlice<UInt8>) -> Bool {
    labels.contains(WordFolder.squashed(text))
  }

  /// Whether a text is the site's name rather than a title or a person.
  func contain(_ text: ArraySlice<UInt8>) -> Bool {
    let key = WordFolder.squashed(text)
    guard !key.isEmpty else { return true }
    if squashed.contains(key) || labels.contains(key) { return true }
    if matchesHost(key) || matchesHost(withoutArticle(key)) || matchesInitials(text) {
      return true
    }
    if let plain = withoutStatus(key), squashed.contains(plain) || plain == core { return true }
    return squashed.contains { name in
      let contains = key.starts(with: name) || key.reversed().starts(with: name.reversed())
      if name.count >= 4 && key.count >= 4 && contains {
        return key.count * 10 <= name.count * 22 + 60
      }
      let isPart = name.starts(with: key) || name.reversed().starts(with: key.reversed())
      return key.count >= 4 && isPart && key.count * 10 >= name.count * 4
    }
  }

  /// Whether a text is one of the names or the host, and no more.
  func equal(_ text: ArraySlice<UInt8>) -> Bool {
    let key = WordFolder.squashed(text)
    return squashed.contains(key) || labels.contains(key)
  }

  /// Whether a text is the host's own label: a person's where the site bears his name.
  func isCore(_ text: ArraySlice<UInt8>) -> Bool { WordFolder.squashed(text) == core }

  /// Whether an address leads to a host without the site's label; unknown hosts lead nowhere else.
  func isElsewhere(_ address: ArraySlice<UInt8>) -> Bool {
    guard !core.isEmpty, let place = address.firstIndex(ofFolded: "//", from: address.startIndex)
    else { return false }
    let host = address[(place + 2)...].prefix { $0 != 0x2F && $0 != 0x3F }.filter { $0 != 0x2D }
    return !host.indices.contains { host[$0...].starts(with: core) }
  }

  private func matchesHost(_ key: [UInt8]) -> Bool {
    guard !core.isEmpty else { return false }
    if key == core { return true }
    let begins = key.starts(with: core) || key.reversed().starts(with: core.reversed())
    if core.count >= 4 && begins && key.count * 10 <= core.count * 22 + 40 { return true }
    let isPart = core.starts(with: key) || core.reversed().starts(with: key.reversed())
    return key.count >= 4 && isPart && key.count * 2 >= core.count
  }

  /// "British Broadcasting Corporation" is the name of bbc.example.
  private func matchesInitials(_ text: ArraySlice<UInt8>) -> Bool {
    guard core.count >= 2 else { return false }
    var all: [UInt8] = []
    var important: [UInt8] = []
    let words = text.split { !$0.isASCIILetter && !$0.isASCIIDigit && $0 < 0x80 }
    for word in words.prefix(16) {
      guard let first = WordFolder.squashed(word).first else { continue }
      all.append(first)
      if !Self.small.contains(NameHash(word).value) { important.append(first) }
    }
    guard all.count >= 2 else { return false }
    if all == core || important == core { return true }
    return core.count >= 3 && (all.starts(with: core) || important.starts(with: core))
  }

  /// The name before "Official Site" and the like.
  private func withoutStatus(_ key: [UInt8]) -> [UInt8]? {
    for status in Self.statuses where key.count > status.count + 1 {
      if key.suffix(status.count).elementsEqual(status) { return Array(key.dropLast(status.count)) }
    }
    return nil
  }

  private static let small = Set(
    "and of the for in on und der die das für de la le les du des et y e del di i"
      .split(separator: " ").map { NameHash($0.utf8).value }
  )
  private static let statuses = [
    "officialsite", "officialwebsite", "officialblog", "offiziellewebsite", "offizielleseite",
    "siteofficiel", "sitiooficial", "siteoficial", "sitoufficiale", "homepage", "website", "blog",
    "online",
  ].map { Array($0.utf8) }

  private func withoutArticle(_ key: [UInt8]) -> [UInt8] {
    for article in ["the", "der", "die", "das", "le", "la", "el", "il"] {
      let bytes = Array(article.utf8)
      if key.count > bytes.count + 2 && key.starts(with: bytes) {
        return Array(key.dropFirst(bytes.count))
      }
    }
    return key
  }
}
