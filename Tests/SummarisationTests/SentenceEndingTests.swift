import Testing

@testable import Summarisation

struct SentenceEndingTests {
  @Test(arguments: [
    ("It ends.", "en", SentenceEnding.mark), ("As follows:", "en", .none), ("如下：", "zh", .none),
    ("Ամեն ինչ լավ է:", "hy", .mark), ("Τι είναι;", "el", .question), ("So;", "en", .none),
    ("Does it?”", "en", .question), ("(It does.)[3]", "en", .mark), ("", "en", .none),
  ])
  func `tells a lead-in from a sentence`(text: String, language: String, ending: SentenceEnding) {
    let bytes = Array(text.utf8)
    let mark = SentenceEndRules.ownMark(of: language)
    #expect(SentenceEnding(bytes.span, 0..<bytes.count, ownMark: mark) == ending)
  }
}
