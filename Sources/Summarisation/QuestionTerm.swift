/// What a question asks for: a stem, or a pair of characters in scripts without spaces.
struct QuestionTerm {
  let first: UInt32
  /// The second character of a pair.
  let second: UInt32?

  /// Reads a key: the number of a stem, or two numbers of which the first is one more.
  init(key: UInt64) {
    let upper = UInt32(key >> 32)
    let lower = UInt32(truncatingIfNeeded: key)
    first = upper == 0 ? lower : upper - 1
    second = upper == 0 ? nil : lower
  }
}

/// A word of the question in a sentence.
struct QuestionHit {
  var sentence: Int
  /// The place of the word in the question.
  var term: Int
  /// How often the sentence has it.
  var count: Int
}
