import Glibc

/// What of a text or a collection tells how to summarise it: how long it is, how much is shared.
struct TextShape {
  /// From 0 for 20 sentences and fewer, by 0.25 for each doubling, to 1.2 for 560 and more.
  let length: Double
  /// From -1 where the documents share a tenth of their stems to 1 where they share half of them.
  let sharing: Double

  init(_ index: ConceptIndex) {
    let sentences = Double(max(1, index.entries.count))
    length = min(1.2, max(0, log2(sentences / 20) / 4))
    sharing = index.documents.count > 1 ? Self.sharing(index) : 0
  }

  private static func sharing(_ index: ConceptIndex) -> Double {
    let counts = ConceptFactors.counts(index, parts: 1)
    var all = 0
    var shared = 0
    for concept in counts.indices where index.isSubject(concept) {
      all += 1
      if counts[concept] > 1 { shared += 1 }
    }
    guard all > 0 else { return 0 }
    return min(1, max(-1, (Double(shared) / Double(all) - 0.3) * 5))
  }
}
