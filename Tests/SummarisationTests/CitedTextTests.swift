import Testing

@testable import Summarisation

struct CitedTextTests {
  private func sentences(_ text: String, known: Set<Int> = [1, 2, 3, 12]) -> [String] {
    let cited = CitedText(Array(text.utf8), isKnown: known.contains)
    let found = AnswerSentences().sentences(of: cited.text.span, language: "en")
    return zip(found, cited.numbers(of: found)).map { sentence, numbers in
      let text = cited.text.span.string(in: sentence.bytes)
      return "\(text) \(numbers.map(String.init).joined(separator: ","))"
    }
  }

  @Test(arguments: [
    ("One is here [1]. Two is there [2].", ["One is here. 1", "Two is there. 2"]),
    ("One is here.[1] Two is there.[2]", ["One is here. 1", "Two is there. 2"]),
    ("One is here. [1] Two is there. [2]", ["One is here. 1", "Two is there. 2"]),
    ("One is here.[1]Two is there.", ["One is here. 1", "Two is there. "]),
    ("One is here [2][1]. Two [3] is there [1,12].", ["One is here. 1,2", "Two is there. 1,3,12"]),
    ("One is here [1, 2 ; 3].", ["One is here. 1,2,3"]), ("One is here [^1].", ["One is here. 1"]),
    ("One is here [1-3].", ["One is here. 1,2,3"]), ("One is here [1–3].", ["One is here. 1,2,3"]),
    ("One is here [1 - 2, 12].", ["One is here. 1,2,12"]),
    ("One is here [7]. Two is there [7, 1].", ["One is here. ", "Two is there. 1"]),
    ("One is here [1] [1].", ["One is here. 1"]), ("Nothing cited.", ["Nothing cited. "]),
    ("[1] One is here.\n[2] Two is there.", ["One is here. 1", "Two is there. 2"]),
    ("[1][2] One is here.", ["One is here. 1,2"]), ("[1]: One is here.", ["One is here. 1"]),
    ("One is here 【1†source】.", ["One is here. 1"]),
    ("One is here [passage 3].", ["One is here. 3"]), ("[1]", []), ("", []),
    ("[sic] he [a1] said [1a] so [].", ["[sic] he [a1] said [1a] so []. "]),
    ("An end [1", ["An end [1 "]), ("Backwards [3-1].", ["Backwards [3-1]. "]),
    ("Wide [1-9999999].", ["Wide [1-9999999]. "]),
    ("Big [99999999999999999999].", ["Big [99999999999999999999]. "]),
    ("\n\nOne is here. [3]\n\n\nTwo is there [2].\n", ["One is here. 3", "Two is there. 2"]),
  ])
  func `gives each citation to its sentence`(text: String, sentences: [String]) {
    #expect(self.sentences(text) == sentences)
  }

  @Test(arguments: ["[", "[1,", "[1]", "[1-50]", "[1] a. "])
  func `takes one pass over what repeats`(part: String) {
    let text = String(repeating: part, count: 10_000)
    let cited = CitedText(Array(text.utf8), isKnown: { $0 < 500 })
    #expect(cited.text.count <= text.utf8.count)
  }
}
