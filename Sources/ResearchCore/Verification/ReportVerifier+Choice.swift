import Summarisation

extension ReportVerifier {
  /// The bounds that the report was chosen within, as far as it shows them.
  func bound(_ options: inout ReportOptions) {
    options.length =
      ReportOptions.Length.allCases.first { $0.keyPoints >= claims.keyPoints.count } ?? .long
    if !claims.isWritten, !claims.summary.isEmpty { options.sentences = claims.summary.count }
  }

  /// Puts what is chosen anew into `report` where it is the report's own choice of sentences: then
  /// all that is said of them must be the same, too.
  ///
  /// Otherwise, as with other bounds or another version, each sentence is left to itself.
  func choose(
    _ report: inout Report,
    _ found: Findings.Result,
    _ survey: ReportSurvey,
    _ scratch: BriefStore
  ) async throws {
    let points = claims.isWritten ? found.pointsAlone ?? [] : found.keyPoints
    guard claims.isWritten || Self.areSame(claims.summary, found.summary),
      Self.areSame(claims.keyPoints, points)
    else {
      if report.answered == false, !report.summary.isEmpty || !report.keyPoints.isEmpty {
        report.answered = true
      }
      return
    }
    var links = PassageLinks(scratch: scratch, records: records)
    report.summary = try await links.linked(claims.isWritten ? report.summary : found.summary)
    report.keyPoints = try await links.linked(points)
    report.differences = try await links.linked(found.differences)
    report.answered = found.answered(
      report.question,
      survey,
      by: claims.isWritten ? report.summary : nil
    )
  }

  private static func areSame(_ claims: [ReportClaims.Sentence], _ findings: [Finding]) -> Bool {
    claims.count == findings.count
      && zip(claims, findings).allSatisfy { claim, finding in
        claim.text.unicodeScalars.filter { !$0.isSpaceOrControl }
          .elementsEqual(finding.text.unicodeScalars.filter { !$0.isSpaceOrControl })
      }
  }
}

extension String {
  /// Whether a value stands here as a whole: no letter, digit or mark of a number beside it.
  func says(_ value: String) -> Bool {
    let (text, wanted) = (Array(unicodeScalars), Array(value.unicodeScalars))
    guard !wanted.isEmpty, wanted.count <= text.count else { return false }
    return (0...(text.count - wanted.count)).contains { start in
      guard text[start] == wanted[0], text[start...].starts(with: wanted) else { return false }
      return Self.isBorder(text[..<start].reversed().prefix(2))
        && Self.isBorder(text[(start + wanted.count)...].prefix(2))
    }
  }

  /// Whether a number or a word may end before these scalars.
  private static func isBorder(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    let next = Array(scalars)
    guard let first = next.first else { return true }
    if first.properties.isAlphabetic || first.properties.numericType != nil {
      // Scripts without spaces have no borders to look for.
      return first.value >= 0x2E80
    }
    guard first == "," || first == ".", next.count > 1 else { return true }
    return next[1].properties.numericType == nil
  }
}
