/// Looks up where the passages of findings stand: the sites and the links that a report shows.
struct PassageLinks {
  let scratch: BriefStore

  /// How many agreeing passages of one finding are shown; more would hide it.
  static let mostShown = 5

  /// The findings with the sites of what agrees with them.
  func linked(_ findings: [Finding]) async throws -> [Finding] {
    var findings = findings
    for place in findings.indices {
      for at in findings[place].agreeing.indices.prefix(Self.mostShown) {
        let passage = findings[place].agreeing[at]
        guard let brief = try await scratch.brief(passage.citation.source) else { continue }
        findings[place].agreeing[at].site =
          (brief.site.flatMap(\.unlessEmpty) ?? brief.address.host) ?? brief.address.name
        findings[place].agreeing[at].link = brief.address.link(to: passage.text)
      }
    }
    return findings
  }

  /// The differences with the links of their sentences.
  func linked(_ differences: [Difference]) async throws -> [Difference] {
    var differences = differences
    for place in differences.indices {
      for at in differences[place].statements.indices {
        let finding = try await linked([differences[place].statements[at].finding])[0]
        differences[place].statements[at].finding = finding
        let brief = try await scratch.brief(finding.citations[0].source)
        differences[place].statements[at].link = brief?.address.link(to: finding.text)
      }
    }
    return differences
  }
}
