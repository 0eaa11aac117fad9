/// Which sentence holds which concepts: stems of content words, and pairs of neighbouring stems.
struct ConceptIndex {
  /// What ranking needs to know of a sentence.
  struct Entry {
    /// From 0, in its document.
    var place: Int
    var words: Int
    var isComplete: Bool
    var isQuestion: Bool
  }

  private(set) var entries: [Entry] = []
  /// The sentences of each document, in order.
  private(set) var documents: [Range<Int>] = []
  /// How many sentences each document had, of which some may be left out here.
  private(set) var lengths: [Int] = []
  /// Concepts of all sentences, one after another; `starts` has one more than there are sentences.
  private(set) var concepts: [Int32] = []
  private(set) var starts: [Int] = [0]
  /// By concept.
  private(set) var isPair: [Bool] = []
  private(set) var isNumber: [Bool] = []
  private(set) var sentenceCounts: [Int32] = []
  private var numbers = PairTable()
  private var lastSentence: [Int32] = []
  private static let single = UInt32.max

  /// Begins the next document, of which `length` sentences exist.
  mutating func beginDocument(length: Int) {
    documents.append(entries.count..<entries.count)
    lengths.append(length)
  }

  /// Adds the next sentence of the document begun last.
  mutating func add(_ entry: Entry, _ tokens: [Token]) {
    let sentence = Int32(entries.count)
    var previous: Token?
    for token in tokens {
      if token.isContent {
        let concept = numbers.number(token.stem, Self.single)
        add(concept, isPair: false, isNumber: token.isNumber, to: sentence)
      }
      if let previous, !Self.isGrammar(previous, token) {
        let concept = numbers.number(previous.stem, token.stem)
        add(concept, isPair: true, isNumber: false, to: sentence)
      }
      previous = token
    }
    entries.append(entry)
    starts.append(concepts.count)
    if let last = documents.popLast() { documents.append(last.lowerBound..<entries.count) }
  }

  /// Gives back what only building needs, which is a third of the memory.
  mutating func finish() {
    numbers = PairTable()
    lastSentence = []
  }

  /// The places in `concepts` of a sentence's concepts.
  func range(of sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

  /// Whether two characters are but endings and particles; two such words still make a phrase.
  private static func isGrammar(_ first: Token, _ second: Token) -> Bool {
    first.isUnspaced && second.isUnspaced && !first.isContent && !second.isContent
  }

  @inline(__always)
  private mutating func add(
    _ concept: Int,
    isPair pair: Bool,
    isNumber number: Bool,
    to sentence: Int32
  ) {
    if concept == isPair.count {
      isPair.append(pair)
      isNumber.append(number)
      sentenceCounts.append(0)
      lastSentence.append(-1)
    }
    guard lastSentence[concept] != sentence else { return }
    lastSentence[concept] = sentence
    sentenceCounts[concept] += 1
    concepts.append(Int32(concept))
  }
}
