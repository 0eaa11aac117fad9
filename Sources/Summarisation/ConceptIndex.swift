/// Which sentence holds which concepts: stems, of content words and of others, and pairs of
/// neighbouring stems.
struct ConceptIndex {
  /// What ranking needs to know of a sentence.
  struct Entry {
    /// From 0, in its document.
    var place: Int
    var words: Int
    var isComplete: Bool
    var isQuestion: Bool
    /// Whether it speaks of its speaker; looked at only where a question is asked.
    var isPersonal = false
    /// Whether it has a word of those who talk to each other; looked at only where none is asked.
    var isTalk = false
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
  /// Whether a concept is made of function words alone.
  private(set) var isGrammar: [Bool] = []
  private(set) var sentenceCounts: [Int32] = []
  /// The concepts that a question asks for.
  private(set) var asked: Set<Int> = []
  /// By sentence: the part of its words that carry a subject, shrunk towards a half.
  private(set) var densities: [Double] = []
  private var numbers = PairTable()
  private var lastSentence: [Int32] = []
  private static let contentStem = UInt32.max
  private static let functionStem = UInt32.max - 1

  /// Begins the next document, of which `length` sentences exist.
  mutating func beginDocument(length: Int) {
    documents.append(entries.count..<entries.count)
    lengths.append(length)
  }

  /// Adds the next sentence of the document begun last.
  mutating func add(_ entry: Entry, _ tokens: [Token]) {
    let sentence = Int32(entries.count)
    var previous: Token?
    var content = 0
    for token in tokens {
      if token.isContent { content += 1 }
      let kind = token.isContent ? Self.contentStem : Self.functionStem
      add(numbers.number(token.stem, kind), Kind(of: token), to: sentence)
      if let previous, !Self.areParticles(previous, token) {
        add(numbers.number(previous.stem, token.stem), Kind(of: previous, token), to: sentence)
      }
      previous = token
    }
    densities.append(Double(content + 1) / Double(tokens.count + 2))
    entries.append(entry)
    starts.append(concepts.count)
    if let last = documents.popLast() { documents.append(last.lowerBound..<entries.count) }
  }

  /// Marks the concepts of a question; all sentences must have been added before.
  mutating func mark(asked terms: [QuestionTerm]) {
    for term in terms {
      let concept = numbers.number(term.first, term.second ?? Self.contentStem)
      // A new number is a concept that no sentence holds.
      if concept < isPair.count { asked.insert(concept) }
    }
  }

  /// Gives back what only building needs, which is a third of the memory.
  mutating func finish() {
    numbers = PairTable()
    lastSentence = []
  }

  /// The places in `concepts` of a sentence's concepts.
  func range(of sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

  /// Whether a concept is the stem of a content word.
  func isSubject(_ concept: Int) -> Bool { !isPair[concept] && !isGrammar[concept] }

  /// Whether a concept says anything by itself, as all do but the stems of function words.
  func isStatement(_ concept: Int) -> Bool { isPair[concept] || !isGrammar[concept] }

  /// Whether two characters are but endings and particles; two such words still make a phrase.
  private static func areParticles(_ first: Token, _ second: Token) -> Bool {
    first.isUnspaced && second.isUnspaced && !first.isContent && !second.isContent
  }

  @inline(__always)
  private mutating func add(_ concept: Int, _ kind: Kind, to sentence: Int32) {
    if concept == isPair.count {
      isPair.append(kind.isPair)
      isNumber.append(kind.isNumber)
      isGrammar.append(kind.isGrammar)
      sentenceCounts.append(0)
      lastSentence.append(-1)
    }
    guard lastSentence[concept] != sentence else { return }
    lastSentence[concept] = sentence
    sentenceCounts[concept] += 1
    concepts.append(Int32(concept))
  }

  /// What a concept is, from the words that first made it.
  private struct Kind {
    var isPair = false
    var isNumber = false
    var isGrammar: Bool

    init(of token: Token) {
      isNumber = token.isNumber
      isGrammar = !token.isContent
    }

    init(of first: Token, _ second: Token) {
      isPair = true
      isGrammar = !first.isContent && !second.isContent
    }
  }
}
