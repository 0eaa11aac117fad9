import Fetching
import Summarisation

/// What an agent keeps in mind of a source that has ended, without its text.
struct SourceDigest: Sendable {
  /// An address that stands in the source, and the key that tells it from others.
  struct Link: Sendable {
    let key: String
    let url: String
  }

  let index: Int
  let title: String?
  let address: String?
  /// Why it is not used, in our own words; nil where it is.
  private(set) var failure: String?
  /// The same in words that may quote strangers; nil where there are none.
  let message: String?
  let words: Int
  let language: String?
  /// The source that it repeats.
  private(set) var original: Int?
  /// Where it ended, as the report tells sources from one another; nil where it is not used.
  let end: String?
  /// What its address, as named and as it answered, is known by.
  let keys: [String]
  let links: [Link]
  /// Whether strangers may have written it: what it links to is then for public addresses only.
  let isPublic: Bool
  /// The sentences that sum it up, as passages of its text.
  let summary: [Passage]

  /// The most links of one source that are kept.
  private static let mostLinks = 5_000

  /// Takes what is of use from a record; reads its links, which workers should do.
  init(_ record: Record) {
    index = record.index
    title = record.title?.oneLine()
    let named = SourceAddress(record.finalURL ?? record.source)
    address = named.link ?? SourceAddress(record.source).link ?? named.name
    original = record.outcome == .duplicate ? record.duplicateOf : nil
    end =
      record.outcome == .used ? record.finalURL.map { SourceAddress.withoutFragment($0) } : nil
    failure =
      record.outcome == .used
      ? nil
      : record.error.map { $0.kind.rawValue + ($0.status.map { ", status \($0)" } ?? "") }
        ?? "no text"
    message = record.outcome == .used ? nil : record.error?.message.oneLine(limit: 300)
    words = record.text.map(WordCount.words) ?? 0
    language = record.language.flatMap(Self.subtag)
    keys = Set([record.source, record.finalURL].compactMap { $0.flatMap(Self.key) }).sorted()
    var seen = Set<String>()
    links = (record.outcome == .used ? record.links ?? [] : []).prefix(Self.mostLinks)
      .compactMap { Self.link($0.url) }.filter { seen.insert($0.key).inserted }
    isPublic = Self.isPublic(record.finalURL ?? record.source)
    summary = (record.summary ?? []).compactMap { sentence in
      guard let start = sentence.start, let end = sentence.end else { return nil }
      return Passage(
        number: 0,
        source: record.index,
        start: start,
        end: end,
        text: sentence.text
      )
    }
  }

  /// The same as a copy of another source, which ended at the same address.
  func copying(_ original: Int) -> SourceDigest {
    var copy = self
    (copy.original, copy.failure) = (original, "the same as source \(original)")
    return copy
  }

  /// What a tool says of a source that is not used; nil where it is.
  var failed: AgentResult? {
    failure.map { reason in
      .failure(
        "Source \(index) could not be used: \(reason).",
        quoted: message.map { [$0] } ?? []
      )
    }
  }

  /// The letters with which a language's tag begins: a page tells it itself, in any words.
  private static func subtag(_ tag: String) -> String? {
    let letters = tag.prefix { $0.isASCII && $0.isLetter }
    return (2...3).contains(letters.utf8.count) ? letters.lowercased() : nil
  }

  /// What an address is known by; nil for what is none.
  static func key(_ text: String) -> String? {
    // What is no address names no page.
    (try? WebAddress(text))?.deduplicationKey
  }

  private static func link(_ url: String) -> Link? {
    // Neither a name and password nor a fragment: what a page says is sent nobody.
    guard let address = try? WebAddress(url) else { return nil }
    return Link(key: address.deduplicationKey, url: address.description)
  }

  /// A page counts as public unless it was asked for at an address that is private by itself: a
  /// saved document may come from anywhere, and a name may belong to anybody.
  private static func isPublic(_ address: String) -> Bool {
    guard let address = try? WebAddress(address) else { return true }
    return !AddressPolicy().isPrivate(host: address.host)
  }
}
