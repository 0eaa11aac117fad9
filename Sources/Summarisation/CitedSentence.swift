/// A sentence of a model with the numbers that it cites.
struct CitedSentence: Sendable, Equatable {
  /// On one line, without citations and marks.
  var text: String
  /// Rising, once each.
  var numbers: [Int]
}

extension ChatClient {
  /// The sentences of an answer with what they cite; of numbers only those that are known.
  ///
  /// `language` is the answer's, a BCP 47 tag, guessed where it is nil. Throws `.empty` where the
  /// answer has no sentence.
  func sentences(
    in answer: String,
    language: String?,
    isKnown: (Int) -> Bool
  ) throws(ChatError) -> [CitedSentence] {
    let cited = CitedText(PlainAnswer.bytes(of: answer), isKnown: isKnown)
    let language = sentences.language(of: cited.text.span, tag: language)
    let found = sentences.sentences(of: cited.text.span, language: language)
    // What is left of marks and rules says nothing.
    let said = zip(found, cited.numbers(of: found)).map { place, numbers in
      CitedSentence(text: sentence(cited.text.span.string(in: place.bytes)), numbers: numbers)
    }.filter { $0.text.unicodeScalars.contains { $0.properties.isAlphabetic } }
    guard !said.isEmpty else { throw .empty(endpoint: endpoint.name) }
    return said
  }
}

extension SummaryLength {
  /// The first sentences that the length allows; one that is too long is passed over.
  ///
  /// What is said again adds only what it cites.
  func first(of sentences: [CitedSentence]) -> [CitedSentence] {
    var chosen: [(text: String, numbers: Set<Int>)] = []
    var places: [String: Int] = [:]
    var left = words ?? .max
    for sentence in sentences {
      if let place = places[sentence.text] {
        chosen[place].numbers.formUnion(sentence.numbers)
        continue
      }
      guard chosen.count < self.sentences else { continue }
      let count = WordCount.words(in: sentence.text)
      guard count <= left else { continue }
      left -= count
      places[sentence.text] = chosen.count
      chosen.append((sentence.text, Set(sentence.numbers)))
    }
    return chosen.map { CitedSentence(text: $0.text, numbers: $0.numbers.sorted()) }
  }
}
