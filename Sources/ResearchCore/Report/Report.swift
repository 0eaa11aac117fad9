/// What a report says, apart from its sources one by one.
package struct Report: Sendable, Hashable {
  /// The program that made the report, as its front matter names it.
  package static let generator = "research 0.1.0"

  /// One line of plain text.
  package var title: String
  /// What the reader wanted to know.
  package var question: String?
  /// Whether the sources answer the question; nil without a question.
  package var answered: Bool?
  /// Sentences that sum all sources up, in reading order.
  package var summary: [Finding]
  /// Single statements, those that most sources share first.
  package var keyPoints: [Finding]
  /// How the sources ended.
  package var counts: OutcomeCounts
  /// The days on which the sources were retrieved; nil where no record says.
  package var firstDay: String?
  package var lastDay: String?
  /// The words of all texts that were used.
  package var words: Int

  /// What models wrote.
  package var authorship = Authorship()

  /// Whether the list was not read to its end.
  package var isCutShort = false

  /// Whether the run ended before all sources did.
  package var isIncomplete: Bool { isCutShort || counts.unfinished > 0 }
}

/// A sentence quoted from a source, with every place that supports it; or one that a model wrote.
package struct Finding: Sendable, Hashable {
  /// The sentence, as it stands in the first citation.
  package var text: String
  /// The quoted place first, then one place for each other source that says nearly the same.
  package var citations: [Citation]
  /// Whether a model wrote it, so that it stands in none of the sources it cites.
  package var isWritten = false
  /// The number of sources that say it.
  package var sources: Int { citations.count }
}
