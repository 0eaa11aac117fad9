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
  /// What independent sources give different values for.
  package var differences: [Difference] = []
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
