import FoundationEssentials
import Summarisation

/// What a model wrote for a whole report, or why it wrote nothing: a line among the records.
///
/// It has no index, so that readers of records pass it over.
package struct ReportNote: Sendable, Hashable, Codable {
  /// A sentence with the numbers of the sources that it cites.
  package struct Sentence: Sendable, Hashable, Codable {
    package var text: String
    package var sources: [Int]
    /// The passages that it cites; nil in old notes, which cite sources alone.
    package var passages: [Citation]?
  }

  /// The model that was asked.
  package var model: String
  /// SHA-256 of what it was asked; a report of other sources or options is none of its business.
  package var requestSHA256: String
  /// What it wrote; nil where it wrote nothing.
  package var summary: [Sentence]?
  /// What it counted.
  package var usage: TokenUsage?
  /// Why it wrote nothing.
  package var error: Failure?
  /// How an agent came to it; nil where none was asked.
  package var agent: Agent?

  /// A note of a question that has not been answered yet.
  init(model: String, request: ReportRequest) {
    self.model = model
    requestSHA256 = request.sha256
  }

  private enum CodingKeys: String, CodingKey {
    case model, summary, usage, error, agent
    case requestSHA256 = "request_sha256"
  }
}

extension ReportNote {
  /// Takes what the model wrote within `length`: each sentence on one line, of bounded length.
  ///
  /// So a report for which it is made has all of it.
  mutating func take(_ answer: AuthoredSummary, within length: SummaryLength) {
    usage = answer.usage.map(TokenUsage.init)
    var bounds = Bounds(length)
    let sentences = answer.sentences.compactMap { sentence -> Sentence? in
      let text = Record.Sentence(written: sentence.text).text
      guard !text.isEmpty, bounds.take(text) else { return nil }
      let passages = sentence.passages.map(Citation.init)
      return Sentence(
        text: text,
        sources: sentence.sources,
        passages: passages.isEmpty ? nil : passages
      )
    }
    if sentences.isEmpty {
      error = Failure(.model, "it wrote no sentence")
    } else {
      summary = sentences
    }
  }

  /// The sentences that fit `length`, each citing those passages of `sources` that it names; nil
  /// where nothing was written.
  ///
  /// Whether there are such passages, and whether they support it, is ``FindingSupport``'s to say.
  func findings(within length: SummaryLength, citing sources: Set<Int>) -> [Finding]? {
    guard let summary else { return nil }
    var bounds = Bounds(length)
    var findings: [Finding] = []
    for sentence in summary where !bounds.areReached {
      let text = Record.Sentence(written: sentence.text).text
      guard bounds.take(text) else { continue }
      let citations = sentence.citations(of: sources)
      findings.append(Finding(text: text, citations: citations, isWritten: true))
    }
    return findings
  }

  /// What a length leaves, and the most that is judged.
  private struct Bounds {
    private var sentences: Int
    private var words: Int

    init(_ length: SummaryLength) {
      sentences = min(length.sentences, SupportCheck.mostSentences)
      words = length.words ?? .max
    }

    var areReached: Bool { sentences <= 0 }

    /// Whether a sentence still fits; it counts then.
    mutating func take(_ text: String) -> Bool {
      let count = areReached ? 0 : WordCount.words(in: text)
      guard !areReached, count <= words else { return false }
      sentences -= 1
      words -= count
      return true
    }
  }
}

extension ReportNote.Sentence {
  /// What it cites of `sources`, each passage once, or each source where it tells no passages.
  ///
  /// One more than may be counts as too many, so that no more are looked at.
  fileprivate func citations(of known: Set<Int>) -> [Citation] {
    let cited = passages ?? sources.map { Citation(source: $0) }
    var (citations, seen): ([Citation], Set<Citation>) = ([], [])
    for citation in cited where known.contains(citation.source) && seen.insert(citation).inserted {
      citations.append(citation)
      if citations.count > SupportCheck.mostPassages { break }
    }
    return citations
  }
}

extension Citation {
  /// The place of a passage that a model was given.
  fileprivate init(_ passage: Passage) {
    self.init(source: passage.source, start: passage.start, end: passage.end)
  }
}

extension ReportNote {
  private struct Line: Codable {
    var version = 1
    var report: ReportNote
  }

  /// One line of JSON with its line end.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(Line(report: self))) + [UInt8(ascii: "\n")]
  }

  /// Reads a line; nil where it holds no note of this version.
  init?(line: [UInt8]) {
    // What is no note is passed over, like every object without an index.
    guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)), read.version == 1
    else { return nil }
    self = read.report
  }
}
