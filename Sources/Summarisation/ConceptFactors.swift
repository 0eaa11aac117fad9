import Glibc

/// What each concept counts for by what it is and how it is spread, whatever its sentences' places.
struct ConceptFactors {
  private(set) var values: [Double]
  /// How many documents hold each concept; empty where that does not matter.
  private(set) var documentCounts: [Int32] = []

  /// A document is looked at in so many parts.
  private static let parts = 10

  init(_ index: ConceptIndex, _ parameters: RankParameters) {
    values = index.isPair.indices.map { Self.kindFactor($0, index, parameters) }
    damp(index, parameters)
    if parameters.spreadPower != 0 { spread(index, parameters) }
    let isShared = parameters.documentPower != 0 || parameters.sharedPower != 0
    guard isShared, index.documents.count > 1 else { return }
    documentCounts = Self.counts(index, parts: 1)
    let powers = PowerTable(parameters.documentPower)
    for concept in values.indices { values[concept] *= powers[documentCounts[concept]] }
  }

  private static func kindFactor(
    _ concept: Int,
    _ index: ConceptIndex,
    _ parameters: RankParameters
  ) -> Double {
    guard index.isPair[concept] else {
      if index.isGrammar[concept] { return parameters.functionWeight }
      return index.isNumber[concept] ? parameters.numberWeight : 1
    }
    let weight = parameters.pairWeight * (index.isGrammar[concept] ? parameters.functionPair : 1)
    return index.sentenceCounts[concept] == 1 ? weight * parameters.lonePair : weight
  }

  /// What most sentences hold tells them apart no more.
  private mutating func damp(_ index: ConceptIndex, _ parameters: RankParameters) {
    guard parameters.rarityPower != 0 else { return }
    let all = Double(index.entries.count + 1)
    var last = (count: Int32(-1), factor: 1.0)
    for concept in values.indices {
      let count = index.sentenceCounts[concept]
      if count != last.count {
        last = (count, pow(1 - Double(count) / all, parameters.rarityPower))
      }
      values[concept] *= last.factor
    }
  }

  /// What runs through a text is what it is about.
  private mutating func spread(_ index: ConceptIndex, _ parameters: RankParameters) {
    let counts = Self.counts(index, parts: Self.parts)
    let powers = PowerTable(parameters.spreadPower)
    for concept in values.indices { values[concept] *= powers[counts[concept]] }
  }

  /// In how many parts of documents each concept stands, of at most `parts` a document.
  static func counts(_ index: ConceptIndex, parts: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: index.isPair.count)
    var last = [Int32](repeating: -1, count: index.isPair.count)
    var part: Int32 = 0
    for sentences in index.documents {
      let length = max(1, (sentences.count + parts - 1) / parts)
      for (place, sentence) in sentences.enumerated() {
        if place % length == 0 { part += 1 }
        for at in index.range(of: sentence) {
          let concept = Int(index.concepts[at])
          if last[concept] == part { continue }
          last[concept] = part
          counts[concept] += 1
        }
      }
    }
    return counts
  }
}

/// Powers of small whole numbers with one exponent.
private struct PowerTable {
  private let powers: [Double]
  private let exponent: Double

  init(_ exponent: Double) {
    self.exponent = exponent
    powers = (0..<64).map { pow(Double($0), exponent) }
  }

  subscript(_ number: Int32) -> Double {
    number < 64 ? powers[Int(number)] : pow(Double(number), exponent)
  }
}
