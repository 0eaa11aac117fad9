@testable import Summarisation

/// An index of short documents, each a list of sentences.
func indexed(_ documents: [[String]], language: String = "en") -> ConceptIndex {
  var vocabulary = Vocabulary(LanguageData())
  vocabulary.use(language: language)
  var index = ConceptIndex()
  for sentences in documents {
    index.beginDocument(length: sentences.count)
    for (place, sentence) in sentences.enumerated() {
      var tokens: [Token] = []
      let bytes = Array(sentence.utf8)
      vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
      index.add(
        ConceptIndex.Entry(
          place: place,
          words: tokens.count,
          isComplete: true,
          isQuestion: false
        ),
        tokens
      )
    }
  }
  index.finish()
  return index
}
