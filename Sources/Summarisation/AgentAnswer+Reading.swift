extension AgentAnswer {
  /// Takes a model's last words: sentences with the passages that they cite; numbers that were not
  /// shown name nothing.
  mutating func take(
    _ text: String,
    _ shown: PassageNumbers,
    for task: AgentTask,
    clean: (String) -> String
  ) {
    let known = Set(shown.passages.map(\.number))
    let cited = CitedText(PlainAnswer.bytes(of: text), known: known)
    let cutter = AnswerSentences()
    let language = cutter.language(of: cited.text.span, tag: nil)
    let found = cutter.sentences(of: cited.text.span, language: language)
    sentences = cited.sentences(found).prefix(task.sentences).map { sentence in
      let passages = sentence.sources.compactMap { shown[$0] }
      var sentence = AuthoredSummary.Sentence(
        text: clean(sentence.text),
        sources: Set(passages.map(\.source)).sorted()
      )
      sentence.passages = passages
      return sentence
    }
  }
}
