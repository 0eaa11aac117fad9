/// The passages that are said to agree with sentences, looked up by their links.
struct AgreeingLinks {
  private let briefs: [String: SourceBrief]
  private let isJSON: Bool

  /// Looks for the sources whose pages the links of a report open.
  init(
    _ claims: ReportClaims,
    _ scratch: BriefStore,
    _ sources: [Int],
    isJSON: Bool
  ) async throws {
    self.isJSON = isJSON
    let statements = claims.differences.flatMap(\.statements).map(\.sentence)
    let links = (claims.summary + claims.keyPoints + statements).flatMap(\.agreeing)
      .compactMap(\.link)
    let wanted = Set(links.map(Self.page))
    var briefs: [String: SourceBrief] = [:]
    for start in stride(from: 0, to: wanted.isEmpty ? 0 : sources.count, by: 256) {
      let batch = sources[start..<min(start + 256, sources.count)]
      for brief in try await scratch.briefs(batch) {
        guard let link = brief.address.link(to: "") else { continue }
        if wanted.contains(link), briefs[link] == nil { briefs[link] = brief }
      }
    }
    self.briefs = briefs
  }

  /// The passages of a sentence; notes those whose source is not among the records.
  func passages(
    of claim: ReportClaims.Sentence,
    _ result: inout Verification
  ) -> [AgreeingPassage] {
    guard !isJSON else {
      return claim.agreeingCitations.map { AgreeingPassage(citation: $0, text: "") }
    }
    return claim.agreeing.map { agreeing in
      let brief = agreeing.link.flatMap { briefs[Self.page($0)] }
      if agreeing.link != nil, brief == nil {
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

  /// A link without the passage.
  private static func page(_ link: String) -> String {
    let mark = Array(":~:".utf8)
    let bytes = Array(link.utf8)
    let end = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
