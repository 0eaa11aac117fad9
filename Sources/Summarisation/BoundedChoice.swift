/// The greedy choice, with each chosen sentence held against all chosen before.
///
/// What the choice proposes and the bound refuses is made up for from what is left.
struct BoundedChoice: ~Copyable {
  private let index: CollectionIndex
  private var greedy: GreedyChoice
  private var bound: RedundancyBound

  /// So often the choice is asked for more where some of it was refused.
  private static let mostRounds = 16

  init(_ index: CollectionIndex, _ greedy: GreedyChoice) {
    self.index = index
    self.greedy = greedy
    bound = index.redundancyBound()
  }

  /// Chooses among candidates within the bounds, best first.
  mutating func choose(from candidates: [Int], sentences: Int, words: Int?) -> [Int] {
    var chosen: [Int] = []
    var proposed: Set<Int> = []
    var wordsLeft = words
    for _ in 0..<Self.mostRounds where chosen.count < sentences {
      let round = greedy.choose(
        from: candidates.lazy.filter { !proposed.contains($0) },
        sentences: sentences - chosen.count,
        words: wordsLeft
      ) {}
      proposed.formUnion(round)
      let taken = round.filter { index.take($0, &bound) }
      chosen += taken
      let length = taken.reduce(0) { $0 + index.concepts.entries[$1].words }
      wordsLeft = wordsLeft.map { $0 - length }
      if taken.count == round.count { break }
    }
    return chosen
  }
}
