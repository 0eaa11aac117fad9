import Summarisation

/// A stretch of a source as an agent reads it: passages, and the links in them.
struct SourceReading {
  /// What is read.
  let result: AgentResult

  /// In one stretch.
  private static let mostLinks = 20
  /// In scalars, of the words that lead to an address.
  private static let longestLabel = 100
  private static let tokensPerLink = 40

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
    let passages = Self.first(of: rest, tokens: tokens)
    guard let first = passages.first, let last = passages.last else {
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
          links: Self.links(of: record, in: text, first.start..<last.end, tokens: tokens)
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

  /// The links of a stretch, each address once, with the words that lead there.
  private static func links(
    of record: Record,
    in text: String,
    _ stretch: Range<Int>,
    tokens: Int
  ) -> [AgentResult.Link] {
    var seen = Set<String>()
    let links = (record.links ?? []).filter {
      stretch.contains($0.start) && seen.insert($0.url).inserted
    }
    guard !links.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    return links.prefix(max(2, min(mostLinks, tokens / tokensPerLink))).map { link in
      let end = min(scalars.count, link.end, link.start + longestLabel)
      let label = link.start >= 0 && link.start < end ? scalars[link.start..<end] : []
      return AgentResult.Link(url: link.url, label: String(String.UnicodeScalarView(label)))
    }
  }
}
