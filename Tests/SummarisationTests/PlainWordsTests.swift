import Testing

@testable import Summarisation

struct PlainWordsTests {
  private func words(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: PlainWords.bytes(of: bytes.span, 0..<bytes.count), as: UTF8.self)
  }

  @Test(arguments: [
    ("The vaccine “protects” children.", "the vaccine protects children"),
    ("  Two\tblanks,  one word!", "two blanks one word"), ("it’s it's", "its its"),
    ("Die Größe – 22 s…", "die größe 22 s"), ("構造。", "構造。"), ("", ""), ("...", ""),
  ])
  func `leaves letters and digits`(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("The new vaccine protects children.", "The new vaccine does not protect children."),
    ("The committee approved the proposal.", "The committee rejected the proposal."),
    ("It costs 6.5 euros.", "It costs 65 euros."), ("It was -5 degrees.", "It was 5 degrees."),
    ("Company Alpha bought company Beta.", "Company Beta bought company Alpha."),
  ])
  func `tells sentences apart that say something else`(one: String, other: String) {
    #expect(words(one) != words(other))
  }
}
