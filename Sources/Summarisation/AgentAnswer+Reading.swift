extension AgentAnswer {
  /// Takes a model's last words: sentences with the passages that they cite; numbers that were not
  /// shown name nothing.
  mutating func take(
    _ text: String,
    _ shown: PassageNumbers,
    for task: AgentTask,
    clean: (String) -> String
  ) {
    let cited = CitedText(PlainAnswer.bytes(of: text), isKnown: { shown[$0] != nil })
    let cutter = AnswerSentences()
    let language = cutter.language(of: cited.text.span, tag: nil)
    let found = cutter.sentences(of: cited.text.span, language: language)
    let said = zip(found, cited.numbers(of: found)).map { place, numbers in
      CitedSentence(text: clean(cited.text.span.string(in: place.bytes)), numbers: numbers)
    }
    sentences = task.length.first(of: said).map { said in
      let passages = said.numbers.compactMap { shown[$0] }
      var sentence = AuthoredSummary.Sentence(
        text: said.text,
        sources: Set(passages.map(\.source)).sorted()
      )
      sentence.passages = passages
      return sentence
    }
  }
}
