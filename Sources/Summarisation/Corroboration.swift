/// Groups sentences of different documents that say nearly the same.
///
/// Two sentences are alike when their content stems overlap by 0.6 (Jaccard) and they name the same
/// numbers. Each sentence joins the first alike one that leads a group. Leaders are found by the
/// rarest stems of a sentence: two sets that overlap by that much must share one of these (prefix
/// filtering; Chaudhuri et al., "A Primitive Operator for Similarity Joins", 2006).
struct Corroboration {
  private let index: ConceptIndex
  private let documentOf: [Int32]
  /// By sentence: the sentence that leads its group.
  private var leaders: [Int32]
  private var members: [Int32: [Int32]] = [:]
  private var reach: [Int32: Int] = [:]

  private static let alike = 0.6
  private static let fewestStems = 3
  /// How many leaders a stem points to, which keeps boilerplate from being compared with itself.
  private static let mostLeaders = 48

  init(_ index: ConceptIndex) {
    self.index = index
    var documentOf = [Int32](repeating: 0, count: index.entries.count)
    for (document, sentences) in index.documents.enumerated() {
      for sentence in sentences { documentOf[sentence] = Int32(document) }
    }
    self.documentOf = documentOf
    leaders = index.entries.indices.map { Int32($0) }
    group()
  }

  /// How many documents the group of a sentence reaches.
  func documentCount(of sentence: Int) -> Int { reach[leaders[sentence]] ?? 1 }

  /// The sentence that stands for the group of a sentence.
  func leader(of sentence: Int) -> Int { Int(leaders[sentence]) }

  /// Sentences of other documents that are alike, the first of each, in order of documents.
  func agreeing(with sentence: Int) -> [Int] {
    guard let group = members[leaders[sentence]] else { return [] }
    let stems = stems(of: sentence)
    var last = Int32(-1)
    var agreeing: [Int] = []
    for member in group.map({ Int($0) }) where documentOf[member] != documentOf[sentence] {
      guard documentOf[member] != last, isAlike(stems, self.stems(of: member)) else { continue }
      last = documentOf[member]
      agreeing.append(member)
    }
    return agreeing
  }

  private mutating func group() {
    var leadersOfStem: [Int32: [Int32]] = [:]
    for sentence in index.entries.indices {
      let stems = stems(of: sentence)
      guard stems.count >= Self.fewestStems else { continue }
      let rare = stems.count - Int((Self.alike * Double(stems.count)).rounded(.up)) + 1
      let prefix = stems.prefix(rare)
      if let leader = leader(alike: stems, among: prefix, leadersOfStem) {
        leaders[sentence] = leader
        members[leader, default: [leader]].append(Int32(sentence))
      } else {
        for stem in prefix where leadersOfStem[stem, default: []].count < Self.mostLeaders {
          leadersOfStem[stem, default: []].append(Int32(sentence))
        }
      }
    }
    // Members are in the order of documents, so changes of document count them.
    reach = members.mapValues { group in
      zip(group, group.dropFirst()).reduce(1) { count, pair in
        documentOf[Int(pair.0)] == documentOf[Int(pair.1)] ? count : count + 1
      }
    }
  }

  private func leader(
    alike stems: [Int32],
    among prefix: ArraySlice<Int32>,
    _ leadersOfStem: [Int32: [Int32]]
  ) -> Int32? {
    var found: Int32?
    for stem in prefix {
      for leader in leadersOfStem[stem] ?? [] where leader < found ?? .max {
        if isAlike(stems, self.stems(of: Int(leader))) { found = leader }
      }
    }
    return found
  }

  /// The content stems of a sentence, the rarest first.
  private func stems(of sentence: Int) -> [Int32] {
    var stems: [Int32] = []
    for at in index.range(of: sentence) where !index.isPair[Int(index.concepts[at])] {
      stems.append(index.concepts[at])
    }
    let counts = index.sentenceCounts
    return stems.sorted { (counts[Int($0)], $0) < (counts[Int($1)], $1) }
  }

  private func isAlike(_ one: [Int32], _ other: [Int32]) -> Bool {
    let counts = index.sentenceCounts
    var common = 0
    var differing = false
    var left = 0
    var right = 0
    while left < one.count || right < other.count {
      let mine = left < one.count ? one[left] : nil
      let theirs = right < other.count ? other[right] : nil
      if mine == theirs {
        common += 1
        left += 1
        right += 1
      } else if let mine, theirs.map({ precedes(mine, $0, counts) }) ?? true {
        differing = differing || index.isNumber[Int(mine)]
        left += 1
      } else if let theirs {
        differing = differing || index.isNumber[Int(theirs)]
        right += 1
      }
    }
    let union = one.count + other.count - common
    return !differing && union > 0 && Double(common) >= Self.alike * Double(union)
  }

  private func precedes(_ one: Int32, _ other: Int32, _ counts: [Int32]) -> Bool {
    (counts[Int(one)], one) < (counts[Int(other)], other)
  }
}
