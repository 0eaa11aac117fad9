/// Chooses sentences one by one, each time the one that gains most over what was said.
///
/// An inverted index lowers the gains of all sentences that share a concept with the chosen one,
/// and a heap of gains, stale ones refreshed as they surface, finds the next: gains only fall. A
/// concept is followed no more once it has decayed to nothing, so work is in proportion to the text.
struct GreedyChoice {
  private let index: ConceptIndex
  private let factors: [Double]
  private let stemDecay: Double
  private let pairDecay: Double
  private var weights: [Double]
  private var sums: [Double]
  private var decays: [UInt8]
  private var postings: [Int32]
  private var postingStarts: [Int32]
  private var said: SaidConcepts
  /// By sentence; empty where all documents count alike whatever was chosen.
  private var owners: [Int32] = []
  /// By document: what is left of the worth of its sentences.
  private var shares: [Double]
  private let sameDocument: Double

  /// A weight that fell this often is not worth following.
  private static let mostDecays: UInt8 = 8

  init(_ index: ConceptIndex, _ rank: SentenceRank) {
    self.index = index
    stemDecay = rank.parameters.stemDecay
    pairDecay = rank.parameters.pairDecay
    sameDocument = rank.parameters.sameDocument
    factors = rank.factors
    weights = rank.weights
    sums = index.entries.indices.map { sentence in
      index.range(of: sentence).reduce(0) { $0 + rank.weights[Int(index.concepts[$1])] }
    }
    decays = [UInt8](repeating: 0, count: weights.count)
    said = SaidConcepts(concepts: weights.count)
    shares = [Double](repeating: 1, count: index.documents.count)
    if sameDocument != 1, index.documents.count > 1 {
      for (document, sentences) in index.documents.enumerated() {
        owners += [Int32](repeating: Int32(document), count: sentences.count)
      }
    }
    postings = []
    postingStarts = []
    (postings, postingStarts) = Self.invert(index)
  }

  /// The gain of a sentence now.
  func gain(of sentence: Int) -> Double {
    let gain = max(0, sums[sentence] * factors[sentence])
    return owners.isEmpty ? gain : gain * shares[Int(owners[sentence])]
  }

  /// Chooses among candidates within the bounds, best first; what `isAllowed` refuses counts as
  /// not said.
  mutating func choose(
    from candidates: some Sequence<Int>,
    sentences: Int,
    words: Int?,
    isAllowed: (Int) -> Bool = { _ in true },
    checkpoint: () throws -> Void
  ) rethrows -> [Int] {
    var chosen: [Int] = []
    var wordsLeft = words ?? .max
    var heap = GainHeap()
    for sentence in candidates where index.entries[sentence].words <= wordsLeft {
      heap.push(sentence, gain(of: sentence))
    }
    while chosen.count < sentences, let (sentence, gain) = heap.pop() {
      try checkpoint()
      guard index.entries[sentence].words <= wordsLeft else { continue }
      let current = self.gain(of: sentence)
      if current < gain {
        heap.push(sentence, current)
        continue
      }
      guard !said.covers(sentence, of: index), isAllowed(sentence) else { continue }
      chosen.append(sentence)
      wordsLeft -= index.entries[sentence].words
      say(sentence)
    }
    return chosen
  }

  private mutating func say(_ sentence: Int) {
    said.add(sentence, of: index)
    if !owners.isEmpty { shares[Int(owners[sentence])] *= sameDocument }
    for at in index.range(of: sentence) {
      let concept = Int(index.concepts[at])
      guard decays[concept] < Self.mostDecays else { continue }
      decays[concept] += 1
      let decay = index.isPair[concept] ? pairDecay : stemDecay
      let loss = weights[concept] * (1 - decay)
      weights[concept] -= loss
      for posting in Int(postingStarts[concept])..<Int(postingStarts[concept + 1]) {
        sums[Int(postings[posting])] -= loss
      }
    }
  }

  /// Sentences by concept, in the order of sentences.
  private static func invert(_ index: ConceptIndex) -> ([Int32], [Int32]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(index.sentenceCounts.count + 1)
    var total: Int32 = 0
    for count in index.sentenceCounts {
      total += count
      starts.append(total)
    }
    var next = starts
    var postings = [Int32](repeating: 0, count: Int(total))
    for sentence in index.entries.indices {
      for at in index.range(of: sentence) {
        let concept = Int(index.concepts[at])
        postings[Int(next[concept])] = Int32(sentence)
        next[concept] += 1
      }
    }
    return (postings, starts)
  }
}
