/// The passages that are said to agree with sentences, looked up by their links.
struct AgreeingLinks {
  private var briefs: [String: SourceBrief] = [:]
  /// The sources that have no link, saved documents, by the names of their sites.
  private var documents: [String: [SourceBrief]] = [:]
  private let isJSON: Bool

  /// More documents of one name are not told apart.
  private static let mostDocuments = 256

  /// Looks for the sources whose pages the links of a report open.
  init(
    _ claims: ReportClaims,
    _ scratch: BriefStore,
    _ sources: [Int],
    isJSON: Bool
  ) async throws {
    self.isJSON = isJSON
    let statements = claims.differences.flatMap(\.statements).map(\.sentence)
    let agreeing = (claims.summary + claims.keyPoints + statements).flatMap(\.agreeing)
    let pages = Set(agreeing.compactMap(\.link).map(Self.page))
    let sites = Set(agreeing.filter { $0.link == nil }.map(\.site))
    for start in stride(from: 0, to: agreeing.isEmpty ? 0 : sources.count, by: 256) {
      let batch = sources[start..<min(start + 256, sources.count)]
      for brief in try await scratch.briefs(batch) {
        if let link = brief.address.link(to: "") {
          if pages.contains(link), briefs[link] == nil { briefs[link] = brief }
        } else {
          let site = Self.shown(brief)
          guard sites.contains(site), documents[site, default: []].count < Self.mostDocuments
          else { continue }
          documents[site, default: []].append(brief)
        }
      }
    }
  }

  /// The passages of a sentence; notes those whose source is not among the records.
  func passages(
    of claim: ReportClaims.Sentence,
    _ result: inout Verification
  ) -> [AgreeingPassage] {
    guard !isJSON else {
      return claim.agreeingCitations.map { AgreeingPassage(citation: $0, text: "") }
    }
    var met: [String: Int] = [:]
    return claim.agreeing.map { agreeing in
      let brief =
        if let link = agreeing.link {
          briefs[Self.page(link)]
        } else {
          document(agreeing.site, at: met[agreeing.site, default: 0])
        }
      if agreeing.link == nil { met[agreeing.site, default: 0] += 1 }
      if brief == nil {
        result.add(
          "no record has the page of \(agreeing.site.oneLine(limit: 80))",
          line: claim.line
        )
      }
      var passage = AgreeingPassage(citation: Citation(source: brief?.index ?? 0), text: "")
      passage.site = brief?.siteName ?? agreeing.site
      passage.link = agreeing.link
      return passage
    }
  }

  /// The document of a site's name; each place of a list stands for another one.
  private func document(_ site: String, at place: Int) -> SourceBrief? {
    guard let known = documents[site], place < known.count else { return nil }
    return known[place]
  }

  /// The name of a site as a report's text gives it back.
  private static func shown(_ brief: SourceBrief) -> String {
    MarkdownEscape.undo(MarkdownEscape.label(brief.siteName))
  }

  /// A link without the passage.
  private static func page(_ link: String) -> String {
    // An address may have the mark in it; in a fragment it is encoded.
    let mark = Array(":~:text=".utf8)
    let bytes = Array(link.utf8)
    let end = bytes.indices.last { bytes[$0...].starts(with: mark) } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
