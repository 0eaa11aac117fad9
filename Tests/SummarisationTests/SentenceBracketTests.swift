import Testing

@testable import Summarisation

struct SentenceBracketTests {
  private func end(_ text: String, at index: Int, start: Int = 0) -> Int {
    var bracket = SentenceBracket()
    let bytes = Array(text.utf8)
    bracket.open(bytes.span, at: index, start: start)
    return bracket.end
  }

  @Test func `reaches to what closes it`() {
    #expect(end("So (he did. Yes.) it is.", at: 3) == 17)
    #expect(end("So (he (too) did.) it", at: 3) == 18)
    #expect(end("「はい。」と", at: 0) == 15)
  }

  @Test func `is none where nothing closes soon`() {
    #expect(end("So (he did. Yes.", at: 3) == 0)
    #expect(end("So (he did.\n\nYes.)", at: 3) == 0)
    #expect(end("So (" + String(repeating: "a", count: 400) + ")", at: 3) == 0)
  }

  @Test func `opens within a sentence alone`() {
    #expect(end("(He did.) So", at: 0) == 0)
    #expect(end("f(x.) So", at: 1) == 0)
  }

  @Test func `is forgotten where a sentence begins`() {
    var bracket = SentenceBracket()
    let bytes = Array("So （he did.） it".utf8)
    bracket.open(bytes.span, at: 3, start: 0)
    #expect(bracket.isWide && bracket.end == 16)
    bracket.beginSentence()
    #expect(bracket.end == 0)
  }
}
