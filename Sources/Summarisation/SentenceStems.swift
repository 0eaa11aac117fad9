/// The content stems of sentences as sets, to be compared with one another.
struct SentenceStems {
  /// By sentence, the rarest stem first: stems are numbered anew by how rare they are.
  private var stems: [Int32] = []
  private var starts: [Int] = [0]
  private var isNumber: [Bool] = []

  /// Two sets are alike from this overlap on (Jaccard).
  private static let alike = 0.6

  init(_ index: ConceptIndex) {
    let ranks = rank(index)
    for sentence in index.entries.indices {
      for at in index.range(of: sentence) where index.isSubject(Int(index.concepts[at])) {
        stems.append(ranks[Int(index.concepts[at])])
      }
      stems[starts[sentence]...].sort()
      starts.append(stems.count)
    }
  }

  /// The ranks of all stems by concept, the rarest first; keeps which of them are numbers.
  private mutating func rank(_ index: ConceptIndex) -> [Int32] {
    var order: [UInt64] = []
    for concept in index.isPair.indices where index.isSubject(concept) {
      order.append(UInt64(index.sentenceCounts[concept]) << 32 | UInt64(concept))
    }
    order.sort()
    var ranks = [Int32](repeating: 0, count: index.isPair.count)
    for (rank, key) in order.enumerated() {
      let concept = Int(key & 0xFFFF_FFFF)
      ranks[concept] = Int32(rank)
      isNumber.append(index.isNumber[concept])
    }
    return ranks
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
    let stems = stems.span
    let leftEnd = starts[one + 1]
    let rightEnd = starts[other + 1]
    var left = starts[one]
    var right = starts[other]
    var common = 0
    while left < leftEnd && right < rightEnd {
      let (mine, theirs) = (stems[left], stems[right])
      if mine == theirs {
        common += 1
      } else if isNumber[Int(min(mine, theirs))] {
        return nil
      }
      if mine <= theirs { left += 1 }
      if theirs <= mine { right += 1 }
    }
    for rest in left..<leftEnd where isNumber[Int(stems[rest])] { return nil }
    for rest in right..<rightEnd where isNumber[Int(stems[rest])] { return nil }
    return common
  }
}
