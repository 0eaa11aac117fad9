/// Groups sentences of different documents that say nearly the same.
///
/// Two sentences are alike when their content stems overlap by 0.6 (Jaccard) and they name the same
/// numbers. Each sentence joins the first alike one that leads a group. Leaders are found by the
/// rarest stems of a sentence: two sets that overlap by that much must share one of these (prefix
/// filtering; Chaudhuri et al., "A Primitive Operator for Similarity Joins", 2006).
struct Corroboration {
  private let stems: SentenceStems
  private let documentOf: [Int32]
  /// By sentence: the sentence that leads its group.
  private var leaders: [Int32]
  private var members: [Int32: [Int32]] = [:]
  private var reach: [Int32: Int] = [:]

  private static let fewestStems = 3
  /// How many leaders a stem points to, which keeps boilerplate from being compared with itself.
  private static let mostLeaders = 48

  init(_ index: ConceptIndex) {
    var documentOf = [Int32](repeating: 0, count: index.entries.count)
    for (document, sentences) in index.documents.enumerated() {
      for sentence in sentences { documentOf[sentence] = Int32(document) }
    }
    self.documentOf = documentOf
    stems = SentenceStems(index)
    leaders = index.entries.indices.map { Int32($0) }
    group()
  }

  /// How many documents the group of a sentence reaches.
  func documentCount(of sentence: Int) -> Int { reach[leaders[sentence]] ?? 1 }

  /// The sentence that stands for the group of a sentence.
  func leader(of sentence: Int) -> Int { Int(leaders[sentence]) }

  /// Sentences of other documents that are alike, in order of documents.
  func alike(_ sentence: Int) -> [Int] {
    (members[leaders[sentence]] ?? []).map { Int($0) }.filter {
      documentOf[$0] != documentOf[sentence] && stems.areAlike(sentence, $0)
    }
  }

  private mutating func group() {
    var leadersOfStem: [Int32: [Int32]] = [:]
    for sentence in leaders.indices {
      guard stems.count(of: sentence) >= Self.fewestStems else { continue }
      let prefix = stems.rarest(of: sentence)
      if let leader = leader(alike: sentence, among: prefix, leadersOfStem) {
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
    alike sentence: Int,
    among prefix: ArraySlice<Int32>,
    _ leadersOfStem: [Int32: [Int32]]
  ) -> Int32? {
    var found: Int32?
    for stem in prefix {
      for leader in leadersOfStem[stem] ?? [] where leader < found ?? .max {
        if stems.areAlike(sentence, Int(leader)) { found = leader }
      }
    }
    return found
  }
}
