import FoundationEssentials

@testable import Summarisation

/// What a model or its endpoint may answer.
enum AnswerTrial {
  /// Reads an input as an answer's body, and as the text of one.
  static func run(_ input: [UInt8]) {
    var text = String(decoding: input, as: UTF8.self)
    // What is no JSON is a text, as good as any.
    if let reply = try? JSONDecoder().decode(ChatReply.self, from: Data(input)) {
      text = reply.choices?.first?.message?.content?.text ?? text
    }
    let plain = PlainAnswer.bytes(of: ModelThoughts.removed(from: text))
    let cited = CitedText(plain, known: [1, 2, 3, 50])
    let data = LanguageData()
    let language = LanguageGuess(data).language(of: cited.text.span)
    let found = SentenceSplitter(language: language, data: data).sentences(of: cited.text.span)
    for sentence in cited.sentences(found) {
      Law.check(sentence.sources.allSatisfy([1, 2, 3, 50].contains), "only what is known is cited")
      let isPlain = sentence.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      Law.check(isPlain, "a sentence is one line")
    }
  }
}
