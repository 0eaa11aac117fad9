import Testing

@testable import Summarisation

struct VocabularyTests {
  private func tokens(_ text: String, _ language: String) -> [Token] {
    var vocabulary = Vocabulary(LanguageData())
    vocabulary.use(language: language)
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
    return tokens
  }

  @Test(arguments: [
    ("en", "connect connected connections", 1), ("de", "Häuser häusern", 1),
    ("fr", "continuer continuation", 1), ("ru", "книга книги Книгу", 1), ("en", "cat dog", 2),
    ("pl", "książka książki", 2), ("xx", "connect connected", 2), ("en", "ΑΒΓ αβγ", 1),
  ])
  func `gives words of one stem one number`(language: String, text: String, stems: Int) {
    #expect(Set(tokens(text, language).map(\.stem)).count == stems)
  }

  @Test(arguments: [
    ("en", "the house of his", 1), ("de", "das Haus und der Hund", 2), ("fr", "l'homme d'État", 2),
    ("zh", "我们的图像", 2), ("en", "it costs 3.50 in 2027", 3), ("en", "x y 7", 1),
  ])
  func `tells content from function words`(language: String, text: String, content: Int) {
    #expect(tokens(text, language).count(where: \.isContent) == content)
  }

  @Test func `keeps decimal numbers whole and marks them`() {
    let read = tokens("rose 3.5, 1,000 and 7.", "en")
    #expect(read.count == 5)
    #expect(read.map(\.isNumber) == [false, true, true, false, true])
  }

  @Test func `marks characters of scripts without spaces`() {
    #expect(tokens("AI 图像 and 3", "zh").map(\.isUnspaced) == [false, true, true, false, false])
  }

  @Test func `shares stems between languages and comes back to one`() {
    var vocabulary = Vocabulary(LanguageData())
    var tokens: [Token] = []
    let word = Array("radio".utf8)
    var isNew: [Bool] = []
    for language in ["en", "xx", "en"] {
      isNew.append(vocabulary.use(language: language))
      vocabulary.read(word.span, 0..<word.count, into: &tokens)
    }
    #expect(isNew == [true, true, false])
    #expect(Set(tokens.map(\.stem)).count == 1)
  }

  @Test func `leaves what is no word unstemmed`() {
    let long = String(repeating: "running", count: 20_000)
    #expect(tokens("\(long) \(long)s", "en").map(\.stem) == [0, 1])
  }
}
