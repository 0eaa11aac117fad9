/// What is wrong in a report, and where.
package struct VerificationFlaw: Sendable, Hashable, CustomStringConvertible {
  /// The line of the report, from 1; nil where the flaw is the records'.
  package var line: Int?
  package var message: String

  package var description: String { (line.map { "line \($0): " } ?? "") + message }
}

/// What a check of a report came to.
package struct Verification: Sendable {
  /// How many sentences, citations and references hold.
  package internal(set) var sentences = 0
  package internal(set) var citations = 0
  package internal(set) var references = 0
  /// How many sentences a model wrote, which stand word for word in no source.
  package internal(set) var written = 0
  /// What is wrong, the first of it.
  package internal(set) var flaws: [VerificationFlaw] = []
  /// How much is wrong.
  package internal(set) var flawCount = 0

  private static let mostFlaws = 100

  /// Whether everything holds.
  package var holds: Bool { flawCount == 0 }

  /// Notes a flaw.
  mutating func add(_ message: String, line: Int? = nil) {
    flawCount += 1
    if flaws.count < Self.mostFlaws { flaws.append(VerificationFlaw(line: line, message: message)) }
  }
}
