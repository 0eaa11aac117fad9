import Glibc

/// What each concept is worth, by the priors of the sentences that hold it.
struct ConceptWeights {
  private(set) var values: [Double]

  /// Sums priors per document, then over documents, each by how much it shares with the others.
  init(
    _ index: ConceptIndex,
    _ factors: ConceptFactors,
    priors: [Double],
    _ parameters: RankParameters
  ) {
    values = [Double](repeating: 0, count: index.isPair.count)
    let isShared = parameters.sharedPower != 0 && !factors.documentCounts.isEmpty
    for document in index.documents {
      let share = isShared ? Self.sharedPart(document, index, priors, factors.documentCounts) : 1
      let factor = isShared ? pow(share, parameters.sharedPower) : 1
      for sentence in document {
        for at in index.range(of: sentence) {
          values[Int(index.concepts[at])] += priors[sentence] * factor
        }
      }
    }
    raise(parameters.conceptPower, factors)
    for concept in index.asked { values[concept] *= parameters.askedWeight }
  }

  private mutating func raise(_ power: Double, _ factors: ConceptFactors) {
    // Concepts of one sentence alone have its prior, one after another: each power is taken once.
    var last = (value: 1.0, power: 1.0)
    for concept in values.indices {
      if power != 1 {
        let value = values[concept]
        if value != last.value { last = (value, pow(value, power)) }
        values[concept] = last.power
      }
      values[concept] *= factors.values[concept]
    }
  }

  /// The share of a document's weight that lies on concepts of other documents too.
  private static func sharedPart(
    _ document: Range<Int>,
    _ index: ConceptIndex,
    _ priors: [Double],
    _ counts: [Int32]
  ) -> Double {
    var shared = 0.0
    var total = 0.0
    for sentence in document {
      var common = 0
      var all = 0
      for at in index.range(of: sentence) {
        let concept = Int(index.concepts[at])
        guard index.isStatement(concept) else { continue }
        all += 1
        if counts[concept] > 1 { common += 1 }
      }
      shared += priors[sentence] * Double(common)
      total += priors[sentence] * Double(all)
    }
    return total > 0 ? shared / total : 0
  }
}
