import Summarisation

/// A stretch of a source as an agent reads it: passages, and the links in them.
struct SourceReading {
  /// What is read.
  let result: AgentResult

  /// How much of a stretch's tokens its links may take.
  private static let shareOfLinks = 3

  /// Reads on in a record's text, in at most about so many tokens but at least a passage.
  ///
  /// `from` is an offset of the text, and what is said begins with `lead`. The work is in proportion
  /// to the text, and so for workers.
  init(_ record: Record, from: Int = 0, tokens: Int, lead: String = "") {
    guard record.outcome == .used, let text = record.text else {
      result = .failure("Source \(record.index) has no text that could be read.")
      return
    }
    let all = Self.passages(of: record)
    let rest = all.drop { $0.end <= from }
    let most = Self.first(of: rest, tokens: tokens)
    let stretch = (most.first?.start ?? 0)..<(most.last?.end ?? 0)
    let links = Links(of: record, in: text, stretch, tokens: tokens / Self.shareOfLinks)
    let passages = Self.first(of: rest, tokens: tokens - links.tokens)
    guard let last = passages.last else {
      result = AgentResult("\(lead)There is nothing behind that place of source \(record.index).")
      return
    }
    let next = rest.dropFirst(passages.count).first
    let place = next.map { "It goes on: read source \(record.index) from \($0.start)." }
    result = AgentResult(
      lead + (place ?? "That is the end of source \(record.index)."),
      [
        AgentResult.Block(
          source: record.index,
          title: record.title,
          passages: Array(passages),
          links: links.before(last.end)
        )
      ]
    )
  }

  /// All passages of a record's text.
  static func passages(of record: Record) -> [Passage] {
    Passages.passages(of: record.text ?? "", language: record.language, source: record.index)
  }

  /// As many as fit, and one at least.
  static func first(of passages: ArraySlice<Passage>, tokens: Int) -> ArraySlice<Passage> {
    var sum = 0
    let more = passages.dropFirst().prefix { passage in
      sum += TokenEstimate.tokens(in: passage.text) + 4
      return sum + TokenEstimate.tokens(in: passages.first?.text ?? "") <= tokens
    }
    return passages.prefix(1 + more.count)
  }
}

/// The links of a stretch of a text.
private struct Links {
  /// About how many tokens they take.
  private(set) var tokens = 0
  private var links: [(start: Int, link: AgentResult.Link)] = []

  /// In one stretch.
  private static let most = 20
  /// In scalars, of the words that lead to an address.
  private static let longestLabel = 100
  /// In scalars, of an address: a longer one is left out.
  private static let longestAddress = 300

  /// The first links of a stretch that fit and one at least, each address once, with the words that
  /// lead there.
  init(of record: Record, in text: String, _ stretch: Range<Int>, tokens most: Int) {
    var seen = Set<String>()
    let places = (record.links ?? []).filter {
      stretch.contains($0.start) && $0.url.utf8.count <= 4 * Self.longestAddress
        && $0.url.unicodeScalars.count <= Self.longestAddress && seen.insert($0.url).inserted
    }
    guard !places.isEmpty else { return }
    let scalars = Array(text.unicodeScalars)
    for place in places.prefix(Self.most) {
      let end = min(scalars.count, place.end, place.start + Self.longestLabel)
      let label = place.start >= 0 && place.start < end ? scalars[place.start..<end] : []
      let link = AgentResult.Link(url: place.url, label: String(String.UnicodeScalarView(label)))
      let cost = TokenEstimate.tokens(in: link.url + link.label) + 4
      guard tokens + cost <= most || links.isEmpty else { break }
      tokens += cost
      links.append((place.start, link))
    }
  }

  /// Those that stand before a place.
  func before(_ end: Int) -> [AgentResult.Link] { links.filter { $0.start < end }.map(\.link) }
}
