/// The greedy choice, with each chosen sentence held against all chosen before.
struct BoundedChoice: ~Copyable {
  private let index: CollectionIndex
  private var greedy: GreedyChoice
  private var bound: RedundancyBound

  init(_ index: CollectionIndex, _ greedy: GreedyChoice) {
    self.index = index
    self.greedy = greedy
    bound = index.redundancyBound()
  }

  /// Chooses among candidates within the bounds, best first.
  mutating func choose(from candidates: [Int], sentences: Int, words: Int?) -> [Int] {
    Self.choose(from: candidates, index, &greedy, &bound, sentences: sentences, words: words)
  }

  private static func choose(
    from candidates: [Int],
    _ index: CollectionIndex,
    _ greedy: inout GreedyChoice,
    _ bound: inout RedundancyBound,
    sentences: Int,
    words: Int?
  ) -> [Int] {
    greedy.choose(
      from: candidates,
      sentences: sentences,
      words: words,
      isAllowed: { index.take($0, &bound) },
      checkpoint: {}
    )
  }
}
