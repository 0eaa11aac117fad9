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
    sentences = zip(found, cited.numbers(of: found)).prefix(task.sentences).map { place, numbers in
      let passages = numbers.compactMap { shown[$0] }
      var sentence = AuthoredSummary.Sentence(
        text: clean(cited.text.span.string(in: place.bytes)),
        sources: Set(passages.map(\.source)).sorted()
      )
      sentence.passages = passages
      return sentence
    }
  }
}
