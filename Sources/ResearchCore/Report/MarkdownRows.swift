/// The entries of a report's long sections, all escaped for Markdown.
struct MarkdownRows {
  let scratch: BriefStore
  let numbers: CitationNumbers
  /// Near copies of other sources, with the first source of their kind.
  let copies: [Int: Int]

  /// An entry for each source, in the order given.
  func rows(of section: LongSection, _ sources: ArraySlice<Int>) async throws -> [[String: Any]] {
    try await scratch.briefs(sources).map { row(of: section, $0) }
  }

  /// The reference of each source, without its number.
  func references(of sources: ArraySlice<Int>) async throws -> [String] {
    try await scratch.briefs(sources).map { brief in
      let row = reference(brief)
      return ["linkedTitle", "origin"].compactMap { row[$0] as? String }.joined()
    }
  }

  private func row(of section: LongSection, _ brief: SourceBrief) -> [String: Any] {
    switch section {
    case .details: detail(brief)
    case .sources: source(brief)
    case .notIncluded: excluded(brief)
    case .references: reference(brief)
    }
  }

  private func common(_ brief: SourceBrief, _ address: SourceAddress) -> [String: Any] {
    let title = MarkdownEscape.label(brief.title.flatMap(\.unlessEmpty) ?? address.name)
    return [
      "number": String(numbers.number(of: brief.index) ?? 0),
      "title": title,
      "linkedTitle": address.link.map { "[\(title)](\($0))" } ?? title,
      "url": address.link.orNothing,
      "address": linked(address),
      "site": site(brief, address).orNothing,
      "published": brief.published.orNothing,
      "day": brief.day.orNothing,
      "words": brief.words.grouped,
      "cited": String(numbers.count(of: brief.index)),
    ]
  }

  private func source(_ brief: SourceBrief) -> [String: Any] {
    common(brief, brief.address)
  }

  private func detail(_ brief: SourceBrief) -> [String: Any] {
    let address = brief.address
    var row = common(brief, address)
    let authors = brief.authors.filter { !$0.isEmpty }.map { MarkdownEscape.label($0) }
    let published = Day(brief.published)?.long ?? "no date"
    let about = [linked(address)] + authors + [published, brief.words.counting("word")]
    row["about"] = about.joined(separator: ", ")
    row["authors"] = authors.joined(separator: ", ")
    row["copyOf"] = copies[brief.index].flatMap(numbers.number).map(String.init).orNothing
    row["hasSentences"] = !brief.sentences.isEmpty
    row["sentences"] = brief.sentences.enumerated().map { place, sentence in
      [
        "gap": place == 0 ? "" : " ",
        "text": MarkdownEscape.passage(sentence),
        "link": address.link(to: brief.fragment(of: place)).orNothing,
        "mark": brief.mark(of: place)?.markdown ?? "",
      ] as [String: Any]
    }
    return row
  }

  private func reference(_ brief: SourceBrief) -> [String: Any] {
    let address = brief.address
    var row = common(brief, address)
    let hash = brief.hash.map { MarkdownEscape.label($0) }
    let path = address.link == nil ? MarkdownEscape.label(address.label) : nil
    row["hash"] = hash.orNothing
    row["origin"] = [path, site(brief, address), brief.day, hash].compactMap(\.self)
      .map { ", " + $0 }.joined()
    return row
  }

  private func excluded(_ brief: SourceBrief) -> [String: Any] {
    let address = SourceAddress(brief.source)
    return [
      "address": address.link.map { "<\($0)>" } ?? MarkdownEscape.label(address.label),
      "step": MarkdownEscape.label(brief.step ?? ""),
      "reason": MarkdownEscape.label(reason(brief), limit: 300),
      "outcome": brief.outcome.rawValue,
    ]
  }

  private func reason(_ brief: SourceBrief) -> String {
    switch brief.outcome {
    case .duplicate:
      let first = brief.duplicateOf.flatMap(numbers.number)
      return first.map { "duplicate of source \($0)" } ?? "duplicate of another source"
    case .skipped:
      return "skipped" + (brief.reason.map { ": \($0)" } ?? "")
    case .unfinished:
      return brief.reason ?? "the run ended before this source"
    case .failed, .used:
      return brief.reason ?? "no reason is known"
    }
  }

  private func site(_ brief: SourceBrief, _ address: SourceAddress) -> String? {
    (brief.site.flatMap(\.unlessEmpty) ?? address.host).map { MarkdownEscape.label($0) }
  }

  private func linked(_ address: SourceAddress) -> String {
    let label = MarkdownEscape.label(address.label)
    return address.link.map { "[\(label)](\($0))" } ?? label
  }
}

extension String {
  /// The text itself, or nil where it says nothing.
  var unlessEmpty: String? { isEmpty ? nil : self }
}
