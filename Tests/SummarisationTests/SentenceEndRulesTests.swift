import Testing

@testable import Summarisation

struct SentenceEndRulesTests {
  private static let data = LanguageData()
  private static let cases =
    MarkedText.cases(WesternBorders.texts) + MarkedText.cases(EasternBorders.texts)
    + MarkedText.cases(AsianBorders.texts) + MarkedText.cases(MixedBorders.texts)
    + MarkedText.cases(DenseBorders.texts)

  @Test(arguments: cases)
  func `ends sentences where a reader would`(marked: MarkedText) {
    let bytes = Array(marked.text.utf8)
    let splitter = SentenceSplitter(language: marked.language, data: Self.data)
    let found = splitter.sentences(of: bytes.span).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
    #expect(found == marked.sentences)
  }

  @Test func `holds twelve cases and more of each of the main languages`() {
    let counts = Dictionary(grouping: Self.cases, by: \.language).mapValues(\.count)
    for language in """
    en de fr es it pt nl sv pl cs tr ru uk el vi ar fa ur he hi zh ja ko th
    """.split(separator: " ") {
      #expect(counts[String(language), default: 0] >= 12, "\(language)")
    }
  }
}
