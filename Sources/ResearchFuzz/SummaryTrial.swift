@testable import Summarisation

/// Summaries of any text: the first line of an input is a question and a language.
enum SummaryTrial {
  private static let languages = [nil, "en", "de", "th", "zh", "ja", "fr-CA", "no"]

  /// Summarises a text by itself, and as two documents of a collection.
  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let question = input.dropFirst().prefix(60).prefix { $0 != 0x0A }
    let text = String(decoding: input.dropFirst(question.count + 2), as: UTF8.self)
    let language = languages[Int(first & 7)]
    var source = SourceText(text: text, language: language)
    if !question.isEmpty { source.question = String(decoding: question, as: UTF8.self) }
    let length = SummaryLength(sentences: 3, words: first & 8 == 0 ? nil : 40)
    let summary = ExtractiveSummariser(length: length).summary(of: source)
    let scalars = Array(text.unicodeScalars)
    Law.check(summary.sentences.count <= 3, "a summary stays within its length")
    for sentence in summary.sentences {
      Law.check(0...1 ~= sentence.score, "a score is between 0 and 1")
      check(sentence.text, sentence.start, sentence.end, scalars)
    }
    guard first & 16 != 0 else { return }
    collect(source, length, scalars, summary.sentences)
  }

  private static func collect(
    _ source: SourceText,
    _ length: SummaryLength,
    _ scalars: [Unicode.Scalar],
    _ share: [SummarySentence]
  ) {
    var collection = CollectionSummariser(
      question: source.question,
      language: nil,
      length: length,
      keyPoints: 4
    )
    let half = String(source.text.unicodeScalars.prefix(scalars.count / 2))
    let texts = [source.text, half, source.text]
    for (offset, text) in texts.enumerated() {
      collection.add(
        CollectionDocument(
          id: offset + 1,
          text: text,
          language: source.language,
          share: offset == 1 ? [] : share
        )
      )
    }
    let result = collection.finish()
    for sentence in result.summary + result.keyPoints {
      guard let place = sentence.places.first, place.document != 2 else { continue }
      check(sentence.text, place.start, place.end, scalars)
    }
  }

  private static func check(_ text: String, _ start: Int, _ end: Int, _ all: [Unicode.Scalar]) {
    Law.check(start >= 0 && start < end && end <= all.count, "a sentence stands within the text")
    let isQuoted = all[start..<end].elementsEqual(text.unicodeScalars)
    Law.check(isQuoted, "a sentence is quoted word for word")
  }
}
