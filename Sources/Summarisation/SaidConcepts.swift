/// Which concepts the chosen sentences hold, so that none of them is said twice.
struct SaidConcepts {
  /// By concept: the newest link, or -1.
  private var heads: [Int32]
  private var links: [(chosen: Int32, next: Int32)] = []
  private var chosen: [Size] = []
  private var overlaps: [Size] = []

  private struct Size {
    var concepts = 0
    var stems = 0
  }

  /// A sentence is said when a chosen one has this part of its concepts.
  private static let coveredPart = 0.7
  /// Two sentences say the same when their stems overlap so far (Jaccard).
  private static let sameStems = 0.5
  /// How many of the chosen sentences with a concept are looked at, the newest first.
  private static let mostLinks = 32

  init(concepts: Int) { heads = [Int32](repeating: -1, count: concepts) }

  /// Remembers a chosen sentence.
  mutating func add(_ sentence: Int, of index: ConceptIndex) {
    var size = Size()
    for at in index.range(of: sentence) {
      let concept = Int(index.concepts[at])
      guard index.isStatement(concept) else { continue }
      size.concepts += 1
      if !index.isPair[concept] { size.stems += 1 }
      links.append((Int32(chosen.count), heads[concept]))
      heads[concept] = Int32(links.count - 1)
    }
    chosen.append(size)
    overlaps.append(Size())
  }

  /// Whether one of the chosen sentences says what this one says.
  mutating func covers(_ sentence: Int, of index: ConceptIndex) -> Bool {
    guard !chosen.isEmpty else { return false }
    var touched: [Int] = []
    var size = Size()
    for at in index.range(of: sentence) {
      let concept = Int(index.concepts[at])
      guard index.isStatement(concept) else { continue }
      let isStem = !index.isPair[concept]
      size.concepts += 1
      if isStem { size.stems += 1 }
      var link = heads[concept]
      var steps = 0
      while link >= 0, steps < Self.mostLinks {
        let other = Int(links[Int(link)].chosen)
        if overlaps[other].concepts == 0 { touched.append(other) }
        overlaps[other].concepts += 1
        if isStem { overlaps[other].stems += 1 }
        link = links[Int(link)].next
        steps += 1
      }
    }
    var isCovered = false
    for other in touched {
      if says(overlaps[other], size, chosen[other]) { isCovered = true }
      overlaps[other] = Size()
    }
    return isCovered
  }

  private func says(_ overlap: Size, _ candidate: Size, _ other: Size) -> Bool {
    let union = candidate.stems + other.stems - overlap.stems
    return Double(overlap.concepts) >= Self.coveredPart * Double(candidate.concepts)
      || union > 0 && Double(overlap.stems) >= Self.sameStems * Double(union)
  }
}
