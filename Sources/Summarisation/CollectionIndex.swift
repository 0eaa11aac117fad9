/// The sentences of a collection, read as concepts; copies of documents are left out.
struct CollectionIndex {
  private(set) var concepts = ConceptIndex()
  private(set) var focus: QuestionFocus?
  /// Finds who speaks of himself in the document begun last; nil without a question.
  private var speaker: FirstPerson?
  /// Ids of the documents, in the order of `concepts.documents`.
  private(set) var ids: [Int] = []
  private var candidates: [Candidate] = []
  private var texts: [Range<Int>] = []
  /// By sentence: the place of its document in `ids`.
  private var owners: [Int32] = []
  private let bytes: [UInt8]

  init(
    _ documents: [CandidateStore.Document],
    _ list: CandidateList,
    copies: [Int: Int],
    question: String?,
    data: LanguageData
  ) {
    bytes = list.bytes
    let question = Array((question ?? "").utf8)
    if !question.isEmpty { focus = QuestionFocus() }
    var vocabulary = Vocabulary(data)
    var tokens: [Token] = []
    var offset = 0
    var next = 0
    for (number, document) in documents.enumerated() {
      let isCopy = copies[number] != nil
      if !isCopy {
        begin(document, question, &vocabulary)
        if focus != nil { speaker = FirstPerson(language: document.language, data: data) }
      }
      while next < list.items.count, Int(list.items[next].document) == number {
        let candidate = list.items[next]
        let range = offset..<offset + Int(candidate.size)
        offset = range.upperBound
        next += 1
        guard !isCopy else { continue }
        tokens.removeAll(keepingCapacity: true)
        vocabulary.read(bytes.span, range, into: &tokens)
        add(candidate, range, tokens)
      }
    }
    if let focus { concepts.mark(asked: focus.asked) }
    concepts.finish()
  }

  /// The sentence as chosen, with the places of those that agree.
  func quote(_ sentence: Int, score: Double, agreeing: [Int]) -> ChosenSentence {
    ChosenSentence(
      text: bytes.span.string(in: texts[sentence]),
      score: score,
      places: ([sentence] + agreeing).map(place)
    )
  }

  /// Whether two sentences are the same word for word.
  func saysTheSame(_ one: Int, _ other: Int) -> Bool {
    PlainWords.bytes(of: bytes.span, texts[one]) == PlainWords.bytes(of: bytes.span, texts[other])
  }

  private func place(of sentence: Int) -> SentencePlace {
    let candidate = candidates[sentence]
    return SentencePlace(
      document: ids[Int(owners[sentence])],
      start: Int(candidate.start),
      end: Int(candidate.end)
    )
  }

  private mutating func begin(
    _ document: CandidateStore.Document,
    _ question: [UInt8],
    _ vocabulary: inout Vocabulary
  ) {
    if vocabulary.use(language: document.language), focus != nil {
      var tokens: [Token] = []
      vocabulary.read(question.span, 0..<question.count, into: &tokens)
      focus?.add(question: tokens)
    }
    ids.append(document.id)
    concepts.beginDocument(length: document.length)
  }

  private mutating func add(_ candidate: Candidate, _ range: Range<Int>, _ tokens: [Token]) {
    candidates.append(candidate)
    owners.append(Int32(ids.count - 1))
    texts.append(range)
    focus?.add(sentence: tokens)
    concepts.add(
      ConceptIndex.Entry(
        place: Int(candidate.place),
        words: Int(candidate.words),
        isComplete: candidate.isComplete,
        isQuestion: candidate.isQuestion,
        isPersonal: speaker?.speaks(in: bytes.span, range) ?? false
      ),
      tokens
    )
  }
}
