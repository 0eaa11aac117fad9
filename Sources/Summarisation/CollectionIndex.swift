/// The sentences of a collection, read as concepts; copies of documents are left out.
struct CollectionIndex {
  private(set) var concepts = ConceptIndex()
  private(set) var focus: QuestionFocus?
  /// Finds who speaks of himself in the document begun last; nil without a question.
  private var speaker: FirstPerson?
  private var dialogue: Dialogue?
  /// Ids of the documents, in the order of `concepts.documents`.
  private(set) var ids: [Int] = []
  private var candidates: [Candidate] = []
  private(set) var texts: [Range<Int>] = []
  /// By sentence: the place of its document in `ids`.
  private var owners: [Int32] = []
  /// By document, in the order of `ids`.
  private(set) var languages: [String] = []
  /// Which documents do not confirm each other, by their places in `ids`.
  private(set) var copies = SourceCopies()
  let bytes: [UInt8]
  let data: LanguageData

  init(
    _ documents: [CandidateStore.Document],
    _ list: CandidateList,
    groups: DocumentCopies.Groups,
    question: String?,
    data: LanguageData
  ) {
    bytes = list.bytes
    self.data = data
    var places: [Int: Int] = [:]
    let question = QuestionText(question, data)
    if question != nil { focus = QuestionFocus() }
    var vocabulary = Vocabulary(data)
    var tokens: [Token] = []
    var offset = 0
    var next = 0
    for (number, document) in documents.enumerated() {
      let isCopy = groups.idle.contains(number)
      if !isCopy {
        places[number] = ids.count
        copies.kin[ids.count] = groups.kin[number]?.compactMap { places[$0] }
        begin(document, question, &vocabulary)
        if focus != nil {
          speaker = FirstPerson(language: document.language, data: data)
        } else {
          dialogue = Dialogue(language: document.language, data: data)
        }
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

  /// The sentence as chosen, with the places of those that support it.
  func quote(_ sentence: Int, score: Double, _ support: Agreement.Support) -> ChosenSentence {
    ChosenSentence(
      text: text(of: sentence),
      score: score,
      places: ([sentence] + support.same).map(place),
      agreeing: support.agreeing.map { QuotedPlace(place: place(of: $0), text: text(of: $0)) },
      sources: support.sources
    )
  }

  /// The text of a sentence, character for character.
  func text(of sentence: Int) -> String { bytes.span.string(in: texts[sentence]) }

  /// The place of a sentence's document in `ids`.
  func document(of sentence: Int) -> Int { Int(owners[sentence]) }

  /// Whether two sentences are the same character for character, white space aside.
  func isSameText(_ one: Int, _ other: Int) -> Bool {
    var left = SolidText(bytes.span, texts[one])
    var right = SolidText(bytes.span, texts[other])
    while true {
      let (mine, theirs) = (left.next(bytes.span), right.next(bytes.span))
      guard mine == theirs else { return false }
      if mine == nil { return true }
    }
  }

  /// A check of chosen sentences against each other.
  func redundancyBound() -> RedundancyBound { RedundancyBound(data) }

  /// Takes a sentence unless it nearly repeats one that `bound` has taken.
  func take(_ sentence: Int, _ bound: inout RedundancyBound) -> Bool {
    let language = languages[document(of: sentence)]
    return bound.take(bytes.span, texts[sentence], language: language)
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
    _ question: QuestionText?,
    _ vocabulary: inout Vocabulary
  ) {
    vocabulary.use(language: document.language)
    if let question { focus?.use(language: document.language, for: question, &vocabulary) }
    ids.append(document.id)
    copies.publishers[ids.count - 1] = document.publishers
    languages.append(document.language)
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
        isPersonal: speaker?.speaks(in: bytes.span, range) ?? false,
        isTalk: dialogue?.speaks(in: bytes.span, range) ?? false
      ),
      tokens
    )
  }
}
