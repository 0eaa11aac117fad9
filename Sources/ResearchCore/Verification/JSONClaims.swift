import FoundationEssentials

/// Reads a report in JSON.
enum JSONClaims {
  /// The claims; throws where it is no such report.
  static func read(_ report: [UInt8]) throws(VerificationError) -> ReportClaims {
    // Why it is none does not matter: it was not written by this program.
    guard let file = try? JSONDecoder().decode(File.self, from: Data(report)) else {
      throw .noReport
    }
    var claims = ReportClaims()
    (claims.title, claims.question, claims.answered) = (file.title, file.question, file.answered)
    claims.isWritten = file.authorship?.summary_model != nil
    claims.hasFailedModel = file.authorship?.error != nil
    claims.hasTimings = file.statistics.timings != nil
    claims.summary = file.summary.map(\.claim)
    claims.keyPoints = file.key_points.map(\.claim)
    claims.differences = file.differences.map { difference in
      ReportClaims.ClaimedDifference(
        subject: difference.subject,
        statements: difference.statements.map { ($0.value ?? "", $0.claim) }
      )
    }
    for source in file.sources + file.not_included {
      if source.attempts != nil || source.timings != nil { claims.hasTimings = true }
      if source.text != nil { claims.hasTexts = true }
      let day = source.retrieved.flatMap { Day($0)?.text }
      if let day {
        claims.day = max(claims.day ?? day, day)
        claims.firstDay = min(claims.firstDay ?? day, day)
      }
      guard let summary = source.summary else { continue }
      claims.details.append(
        ReportClaims.Detail(line: 0, number: source.index, sentences: summary.map(\.claim))
      )
    }
    return claims
  }

  private struct File: Decodable {
    var title: String
    var question: String?
    var answered: Bool?
    var summary, key_points: [Entry]
    var differences: [DifferenceEntry]
    var authorship: Authors?
    var sources, not_included: [Source]
    var statistics: Statistics
  }

  private struct Entry: Decodable {
    var text: String
    var value: String?
    var citations: [Citation]
    var agreeing: [Citation]?
    var sources: Int?

    var claim: ReportClaims.Sentence {
      var claim = ReportClaims.Sentence(line: 0, text: text)
      (claim.citations, claim.agreement) = (citations, sources)
      claim.agreeingCitations = agreeing ?? []
      return claim
    }
  }

  private struct DifferenceEntry: Decodable {
    var subject: String
    var statements: [Entry]
  }

  private struct Authors: Decodable {
    var summary_model: String?
    var error: Failure?
  }

  private struct Source: Decodable {
    var index: Int
    var text: String?
    var retrieved: String?
    var attempts: Int?
    var timings: Statistics.Timing?
    var summary: [Record.Sentence]?
  }

  private struct Statistics: Decodable {
    struct Timing: Decodable {}
    var timings: [String: Timing]?
  }
}

extension Record.Sentence {
  fileprivate var claim: ReportClaims.Sentence {
    var claim = ReportClaims.Sentence(line: 0, text: text)
    claim.score = score
    if let start, let end { claim.citations = [Citation(source: 0, start: start, end: end)] }
    return claim
  }

  /// The sentence as a report in JSON has it.
  init(_ claim: ReportClaims.Sentence) {
    let place = claim.citations?.first
    self.init(text: claim.text, start: place?.start, end: place?.end, score: claim.score)
  }
}
