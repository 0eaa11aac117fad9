import Testing

@testable import Summarisation

struct DialogueTests {
  @Test(arguments: [
    ("en", "Can you hear me?", true), ("en", "They heard the bell.", false),
    ("en", "We measured the flow.", false), ("en", "“I am glad,” she said.", false),
    ("en", "World War I ended.", false), ("de", "Hörst du mich?", true),
    ("fr", "Vous m'entendez ?", true), ("zh", "我觉得可以。", true), ("zh", "会议已经结束。", false),
    ("ja", "私はそう思う。", true), ("xx", "Can you hear me?", false), ("en", "", false),
  ])
  func `finds the words of those who talk to each other`(
    language: String,
    text: String,
    isTalk: Bool
  ) {
    let bytes = Array(text.utf8)
    let dialogue = Dialogue(language: language, data: LanguageData())
    let speaks = dialogue.speaks(in: bytes.span, 0..<bytes.count)
    #expect(speaks == isTalk)
  }

  @Test func `has small letters only in its lists`() {
    for list in Dialogue.lists { #expect(list.words == list.words.lowercased()) }
  }

  /// Twelve sentences of talk that open with the same words, and one of another matter in the middle.
  private static let talk = """
    Can you all hear me well today? I hope you can hear me well today. Do you hear me well?
    I can hear you quite well today. Then I would like to begin with you.
    I think the harbour budget was cut by the council because the dredging of the channel cost \
    more than the harbour council had planned for dredging. Did you expect the harbour dredging?
    I told you that the dredging of the channel would cost the harbour more. You did say so.
    I know that you did. Do you want me to write that down? I will thank you for that.
    """

  @Test func `an opening of greetings is not trusted in talk`() {
    let summary = ExtractiveSummariser(length: SummaryLength(sentences: 1))
      .summary(of: SourceText(text: Self.talk, language: "en"))
    #expect(summary.sentences.first?.text.hasPrefix("I think the harbour budget") == true)
  }
}
