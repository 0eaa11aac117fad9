/// Compares what two texts deny: each "not" with the words around it.
///
/// A denial holds for the content word that follows it in its clause, else for the one before it.
/// Where the other text only says that word plainly, the two differ.
struct DenialCheck {
  /// The words beside one denial.
  private struct Denial {
    var before: [UInt8]?
    var after: [UInt8]?
  }

  private var denials: [Denial] = []
  private var denied = (before: Set<[UInt8]>(), after: Set<[UInt8]>())
  /// Words that stand somewhere without a denial.
  private var plain: Set<[UInt8]> = []
  /// Words that stand beside each other somewhere without a denial between them.
  private var joined: Set<[[UInt8]]> = []

  init(_ words: [SupportWord]) {
    var targets = Set<Int>()
    for (index, word) in words.enumerated() where word.kind == .negation {
      let before = Self.nearest(words, stride(from: index - 1, through: 0, by: -1), to: word)
      let after = Self.nearest(words, stride(from: index + 1, to: words.count, by: 1), to: word)
      let denial = Denial(
        before: before.map { words[$0].stem },
        after: after.map { words[$0].stem }
      )
      denials.append(denial)
      if let stem = denial.before { denied.before.insert(stem) }
      if let stem = denial.after { denied.after.insert(stem) }
      if let target = after ?? before { targets.insert(target) }
    }
    for (index, word) in words.enumerated() where word.carriesMeaning && !targets.contains(index) {
      plain.insert(word.stem)
    }
    readPairs(words)
  }

  private mutating func readPairs(_ words: [SupportWord]) {
    var last: SupportWord?
    for word in words where word.kind != .function {
      if let last, word.kind != .negation, last.kind != .negation, last.clause == word.clause {
        joined.insert([last.stem, word.stem])
      }
      last = word
    }
  }

  /// Words that one of two texts denies, and the other one says.
  func differences(to other: DenialCheck) -> [[UInt8]] {
    missing(from: other) + other.missing(from: self)
  }

  private func missing(from other: DenialCheck) -> [[UInt8]] {
    denials.compactMap { denial in
      if let before = denial.before, let after = denial.after,
        other.joined.contains([before, after]), !joined.contains([before, after])
      {
        return after
      }
      if let after = denial.after, other.denied.after.contains(after) { return nil }
      if let before = denial.before, other.denied.before.contains(before) { return nil }
      guard let target = denial.after ?? denial.before, other.plain.contains(target),
        !plain.contains(target)
      else { return nil }
      return target
    }
  }

  /// The nearest word with a meaning in the negation's clause, some words away at most.
  private static func nearest(
    _ words: [SupportWord],
    _ places: some Sequence<Int>,
    to negation: SupportWord
  ) -> Int? {
    for place in places.prefix(6) {
      guard words[place].clause == negation.clause else { return nil }
      if words[place].carriesMeaning { return place }
    }
    return nil
  }
}
