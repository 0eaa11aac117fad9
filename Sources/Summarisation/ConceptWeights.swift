import Glibc

/// What each concept is worth, by the priors of the sentences that hold it.
struct ConceptWeights {
  private(set) var values: [Double]

  /// Sums priors per document, then over documents, each by how much it shares with the others.
  init(_ index: ConceptIndex, priors: [Double], _ parameters: RankParameters) {
    values = [Double](repeating: 0, count: index.isPair.count)
    let spread = parameters.documentPower != 0 || parameters.sharedPower != 0
    let counts = spread && index.documents.count > 1 ? Self.documentCounts(index) : []
    for document in index.documents {
      let share = counts.isEmpty ? 1 : Self.sharedPart(document, index, priors, counts)
      let factor = parameters.sharedPower == 0 ? 1 : pow(share, parameters.sharedPower)
      for sentence in document {
        for at in index.range(of: sentence) {
          values[Int(index.concepts[at])] += priors[sentence] * factor
        }
      }
    }
    raise(index, parameters, counts)
  }

  private mutating func raise(
    _ index: ConceptIndex,
    _ parameters: RankParameters,
    _ counts: [Int32]
  ) {
    // Concepts of one sentence alone have its prior, one after another: each power is taken once.
    var last = (value: 1.0, power: 1.0)
    for concept in values.indices {
      var value = values[concept]
      if parameters.conceptPower != 1 {
        if value != last.value { last = (value, pow(value, parameters.conceptPower)) }
        value = last.power
      }
      if !counts.isEmpty, counts[concept] > 1 {
        value *= pow(Double(counts[concept]), parameters.documentPower)
      }
      if index.isPair[concept] {
        value *= parameters.pairWeight
        if index.sentenceCounts[concept] == 1 { value *= parameters.lonePair }
      }
      values[concept] = value
    }
  }

  /// How many documents hold each concept.
  private static func documentCounts(_ index: ConceptIndex) -> [Int32] {
    var counts = [Int32](repeating: 0, count: index.isPair.count)
    var last = [Int32](repeating: -1, count: index.isPair.count)
    for (document, sentences) in index.documents.enumerated() {
      for at in index.starts[sentences.lowerBound]..<index.starts[sentences.upperBound] {
        let concept = Int(index.concepts[at])
        if last[concept] != Int32(document) {
          last[concept] = Int32(document)
          counts[concept] += 1
        }
      }
    }
    return counts
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
      let range = index.range(of: sentence)
      var common = 0
      for at in range where counts[Int(index.concepts[at])] > 1 { common += 1 }
      shared += priors[sentence] * Double(common)
      total += priors[sentence] * Double(range.count)
    }
    return total > 0 ? shared / total : 0
  }
}
