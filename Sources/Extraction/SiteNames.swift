/// The names of the site, to tell them from the title and from authors.
struct SiteNames: Sendable {
  /// The most names that are known: each candidate for title and author is held against all.
  private static let most = 64

  /// The name to show: what the page itself gives, in its own letters.
  let name: [UInt8]?
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
    if !key.isEmpty { squashed.insert(key) }
  }

  /// Whether a text is the site's name rather than a title or a person.
  func contain(_ text: ArraySlice<UInt8>) -> Bool {
    let key = WordFolder.squashed(text)
    guard !key.isEmpty else { return true }
    if squashed.contains(key) || labels.contains(key) { return true }
    if matchesHost(key) || matchesHost(withoutArticle(key)) { return true }
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
