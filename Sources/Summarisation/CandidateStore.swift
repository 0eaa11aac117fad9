/// A sentence that may be chosen, and where it came from.
struct Candidate {
  /// Position of its document in the order of adding.
  var document: Int32
  /// From 0, in its document.
  var place: Int32
  var start: Int32
  var end: Int32
  var words: Int32
  /// Length in bytes.
  var size: Int32
  var isComplete: Bool
  var isQuestion: Bool
}

/// Candidates with their text, in two arrays however many there are.
struct CandidateList {
  private(set) var items: [Candidate] = []
  private(set) var bytes: [UInt8] = []

  /// Adds a sentence whose text is a range of `text`.
  mutating func add(_ candidate: Candidate, _ text: Span<UInt8>, _ range: Range<Int>) {
    items.append(candidate)
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Keeps the first `limit` sentences of each document whose number `stride` divides.
  mutating func keepFirst(_ limit: Int, ofEvery stride: Int) {
    var kept = CandidateList()
    var offset = 0
    var document: Int32 = -1
    var count = 0
    for item in items {
      let range = offset..<offset + Int(item.size)
      offset = range.upperBound
      if item.document != document { count = 0 }
      document = item.document
      count += 1
      if count <= limit, Int(item.document) % stride == 0 { kept.add(item, bytes.span, range) }
    }
    self = kept
  }
}

/// Keeps all sentences of a collection while they are few, and each document's best share always.
///
/// Above the cap documents are represented by their shares, whatever came first, so that the
/// outcome depends on the documents alone. Shares are bounded by half the cap in all: each document
/// gives at least one sentence, and where there are too many documents for that, every second one
/// does, or every fourth, and so on.
struct CandidateStore {
  /// What is known of each document in the order of adding.
  struct Document {
    var id: Int
    var language: String
    /// How many sentences it has.
    var length: Int
    /// Numbers of those who published it.
    var publishers: [Int] = []
  }

  private(set) var documents: [Document] = []
  private var all: CandidateList? = CandidateList()
  private var shares = CandidateList()
  private let cap: Int
  /// How many of the documents give a share: every one, every second, or fewer.
  private var stride = 1

  init(cap: Int) { self.cap = cap }

  /// The most sentences of all shares together.
  private var shareCap: Int { max(1, cap / 2) }

  /// How many sentences of its own summary a document may give.
  private var shareLimit: Int { max(1, shareCap / max(1, documents.count)) }

  /// Adds a document with its sentences.
  mutating func add(
    _ document: Document,
    _ text: Span<UInt8>,
    _ sentences: [TextSentence],
    share: [SummarySentence]
  ) {
    let number = Int32(documents.count)
    documents.append(document)
    if documents.count > shareCap * stride { stride *= 2 }
    if Int(number) % stride == 0 { addShare(share, number, sentences) }
    guard all.map({ $0.items.count + sentences.count <= cap }) ?? false else {
      all = nil
      return
    }
    for (place, sentence) in sentences.enumerated() {
      let candidate = Candidate(
        document: number,
        place: Int32(place),
        start: Int32(sentence.scalars.lowerBound),
        end: Int32(sentence.scalars.upperBound),
        words: Int32(WordCount.words(in: text, sentence.bytes)),
        size: Int32(sentence.bytes.count),
        isComplete: sentence.isComplete,
        isQuestion: sentence.isQuestion
      )
      all?.add(candidate, text, sentence.bytes)
    }
  }

  /// The candidates of all documents, in the order of adding.
  consuming func candidates() -> CandidateList {
    if let all { return all }
    let limit = shareLimit
    shares.keepFirst(limit, ofEvery: stride)
    return shares
  }

  private mutating func addShare(
    _ share: [SummarySentence],
    _ number: Int32,
    _ sentences: [TextSentence]
  ) {
    let best = share.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    let ownMark = SentenceEndRules.ownMark(of: documents[Int(number)].language)
    for (_, sentence) in best.prefix(shareLimit) {
      let bytes = Array(sentence.text.utf8)
      let place = sentences.partitioningIndex { $0.scalars.lowerBound >= sentence.start }
      let ending = SentenceEnding(bytes.span, 0..<bytes.count, ownMark: ownMark)
      let candidate = Candidate(
        document: number,
        place: Int32(place),
        start: Int32(sentence.start),
        end: Int32(sentence.end),
        words: Int32(WordCount.words(in: bytes.span, 0..<bytes.count)),
        size: Int32(bytes.count),
        isComplete: ending != .none,
        isQuestion: ending == .question
      )
      shares.add(candidate, bytes.span, 0..<bytes.count)
    }
    guard shares.items.count > shareCap + shareCap / 2 else { return }
    shares.keepFirst(shareLimit, ofEvery: stride)
  }
}

extension Array {
  /// The first index from which on `isAtOrAfter` holds; the array is parted by it.
  fileprivate func partitioningIndex(_ isAtOrAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAtOrAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
