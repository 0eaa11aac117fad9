/// The content stems of sentences as sets, to be compared with one another.
struct SentenceStems {
  /// By sentence, the rarest stem first.
  private var stems: [Int32] = []
  private var starts: [Int] = [0]
  private let isNumber: [Bool]
  private let counts: [Int32]

  /// Two sets are alike from this overlap on (Jaccard).
  private static let alike = 0.6

  init(_ index: ConceptIndex) {
    isNumber = index.isNumber
    counts = index.sentenceCounts
    for sentence in index.entries.indices {
      for at in index.range(of: sentence) where !index.isPair[Int(index.concepts[at])] {
        stems.append(index.concepts[at])
      }
      let counts = index.sentenceCounts
      stems[starts[sentence]...].sort { (counts[Int($0)], $0) < (counts[Int($1)], $1) }
      starts.append(stems.count)
    }
  }

  /// How many stems a sentence has.
  func count(of sentence: Int) -> Int { starts[sentence + 1] - starts[sentence] }

  /// The stems of which every alike sentence has at least one.
  func rarest(of sentence: Int) -> ArraySlice<Int32> {
    let count = count(of: sentence)
    let common = Int((Self.alike * Double(count)).rounded(.up))
    return stems[starts[sentence]..<starts[sentence + 1]].prefix(count - common + 1)
  }

  /// Whether two sentences share most of their stems, and all of their numbers.
  func areAlike(_ one: Int, _ other: Int) -> Bool {
    let total = count(of: one) + count(of: other)
    // The overlap of sets of m and n is at most min(m, n) / max(m, n).
    let smaller = min(count(of: one), count(of: other))
    guard Double(smaller) >= Self.alike * Double(total - smaller) else { return false }
    guard let common = common(one, other) else { return false }
    return total > common && Double(common) >= Self.alike * Double(total - common)
  }

  /// How many stems two sentences share; nil when a number is only in one of them.
  private func common(_ one: Int, _ other: Int) -> Int? {
    var left = starts[one]
    var right = starts[other]
    var common = 0
    while left < starts[one + 1] || right < starts[other + 1] {
      let isLeft = left < starts[one + 1]
      if isLeft, right < starts[other + 1], stems[left] == stems[right] {
        common += 1
        left += 1
        right += 1
      } else if isLeft, right == starts[other + 1] || precedes(stems[left], stems[right]) {
        if isNumber[Int(stems[left])] { return nil }
        left += 1
      } else {
        if isNumber[Int(stems[right])] { return nil }
        right += 1
      }
    }
    return common
  }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    (counts[Int(one)], one) < (counts[Int(other)], other)
  }
}
