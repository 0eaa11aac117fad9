import Summarisation

/// Holds single sentences of a report against the sources that they cite.
struct SentenceVerifier {
  private var shelf: PassageShelf
  private let copies: SourceCopies
  private let isJSON: Bool
  var result = Verification()

  init(_ shelf: PassageShelf, copies: SourceCopies, isJSON: Bool) {
    (self.shelf, self.copies, self.isJSON) = (shelf, copies, isJSON)
  }

  /// The finding that a sentence claims to be, with the passages that it was found at.
  ///
  /// `sources` gives the source of a reference's number.
  mutating func finding(
    _ claim: ReportClaims.Sentence,
    sources: [Int: Int]
  ) async throws -> Finding {
    result.sentences += 1
    var places = try await cited(claim, sources)
    let exact = try await first(places) { $0.holds(claim.text, at: $1) }
    if places.isEmpty {
      result.add("the sentence cites nothing: \(claim.text.shortened)", line: claim.line)
    } else if exact == nil {
      result.add(
        "the sentence is not quoted as it stands: \(claim.text.shortened)",
        line: claim.line
      )
    }
    let linked =
      try await first(places) { $0.link(to: $1) == claim.link && $0.holds(claim.text, at: $1) }
    if !isJSON, linked == nil, let link = claim.link {
      result.add("the link does not open on the sentence: \(link.shortened)", line: claim.line)
    }
    if let quoted = linked ?? exact {
      places = [quoted] + places.filter { $0.source != quoted.source }
    }
    var seen = Set<Int>()
    places = places.filter { seen.insert($0.source).inserted }
    var finding = Finding(text: claim.text, citations: places.map(\.citation))
    if let quoted = places.first {
      finding.link = try await shelf.passages(of: quoted.source)?.link(to: quoted.range)
    }
    finding.sources = claim.agreement ?? finding.sources
    return finding
  }

  /// A passage that is cited.
  private struct Place {
    var source: Int
    var range: Range<Int>

    var citation: Citation {
      Citation(source: source, start: range.lowerBound, end: range.upperBound)
    }
  }

  /// All places of the sentence in the sources that it cites; notes where there is none.
  private mutating func cited(
    _ claim: ReportClaims.Sentence,
    _ sources: [Int: Int]
  ) async throws -> [Place] {
    if let citations = claim.citations { return try await cited(claim, at: citations) }
    var places: [Place] = []
    for mark in claim.marks {
      guard let source = sources[mark] else {
        result.add("[^\(mark)] names no source", line: claim.line)
        continue
      }
      let passages = try await shelf.passages(of: source)
      let found = passages?.places(of: claim.text) ?? []
      if found.isEmpty {
        result.add("source \(mark) does not say: \(claim.text.shortened)", line: claim.line)
      } else {
        result.citations += 1
      }
      places += found.map { Place(source: source, range: $0) }
    }
    return places
  }

  private mutating func cited(
    _ claim: ReportClaims.Sentence,
    at citations: [Citation]
  ) async throws -> [Place] {
    var places: [Place] = []
    for citation in citations {
      guard let start = citation.start, let end = citation.end, start >= 0, start < end,
        let passages = try await shelf.passages(of: citation.source),
        passages.nearlyHolds(claim.text, at: start..<end)
      else {
        result.add(
          "record \(citation.source) does not hold there: \(claim.text.shortened)",
          line: claim.line
        )
        continue
      }
      result.citations += 1
      places.append(Place(source: citation.source, range: start..<end))
    }
    return places
  }

  private mutating func first(
    _ places: [Place],
    where fits: (SourcePassages, Range<Int>) -> Bool
  ) async throws -> Place? {
    for place in places {
      if let passages = try await shelf.passages(of: place.source), fits(passages, place.range) {
        return place
      }
    }
    return nil
  }
}

extension SentenceVerifier {
  /// Holds the number of sources against those that are named.
  mutating func checkAgreement(of finding: Finding, _ claim: ReportClaims.Sentence) {
    guard let agreement = claim.agreement else { return }
    let named = finding.citations.map(\.source) + finding.agreeing.map(\.citation.source)
    let isCapped =
      !isJSON
      && (claim.marks.count >= CitationNumbers.marksAtMost
        || claim.agreeing.count >= PassageLinks.mostShown)
    let independent = copies.independent(named)
    // Documents of one name are not told apart, so that copies may count.
    let isVague = !isJSON && claim.agreeing.contains { $0.link == nil }
    let most = isCapped ? Int.max : isVague ? Set(named).count : independent
    if agreement > most || agreement < (isVague ? 1 : independent) {
      result.add("\(independent) independent sources say it, not \(agreement)", line: claim.line)
    }
  }

  /// The sentences of a source's own section, with what they should open on.
  mutating func detail(
    _ claims: [ReportClaims.Sentence],
    of source: Int
  ) async throws -> [(text: String, fragment: String?)] {
    guard let passages = try await shelf.passages(of: source) else { return [] }
    var sentences: [(text: String, fragment: String?)] = []
    for claim in claims {
      // Without links nothing stands between two sentences.
      let texts =
        claim.link == nil && !isJSON ? passages.split(claim.text) ?? [claim.text] : [claim.text]
      for text in texts {
        result.sentences += 1
        let place = place(of: text, claim, passages)
        if place == nil {
          result.add("the source does not say: \(text.shortened)", line: claim.line)
        } else {
          result.citations += 1
        }
        sentences.append((text, place.flatMap(passages.fragment)))
      }
    }
    return sentences
  }

  private func place(
    of text: String,
    _ claim: ReportClaims.Sentence,
    _ passages: SourcePassages
  ) -> Range<Int>? {
    if isJSON, let first = claim.citations?.first, let start = first.start, let end = first.end {
      guard start >= 0, start < end else { return nil }
      return passages.holds(text, at: start..<end) ? start..<end : nil
    }
    let places = passages.places(of: text).filter { passages.holds(text, at: $0) }
    return places.first { passages.link(to: $0) == claim.link } ?? places.first
  }
}

extension String {
  /// The beginning, for a message.
  fileprivate var shortened: String { oneLine(limit: 120) }
}
