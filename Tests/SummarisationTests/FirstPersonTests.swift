import Testing

@testable import Summarisation

struct FirstPersonTests {
  @Test(arguments: [
    ("en", "I saw the seals.", true), ("en", "They told our story.", true),
    ("en", "We", true), ("en", "He saw them.", false), ("en", "The US army left.", false),
    ("en", "World War I ended in 1918.", false), ("en", "When I left, it rained.", true),
    ("en", "Mine workers went on strike.", false), ("de", "Wir gehen heim.", true),
    ("de", "Sie gehen heim.", false), ("fr", "J'ai vu la mer.", true),
    ("ru", "Я видел море.", true), ("zh", "我们去港口。", false), ("xx", "I saw it.", false),
    ("en", "", false), ("en", "Iron and weather.", false),
  ])
  func `finds who speaks of himself`(language: String, text: String, isPersonal: Bool) {
    let reader = FirstPerson(language: language, data: LanguageData())
    let bytes = Array(text.utf8)
    let speaks = reader.speaks(in: bytes.span, 0..<bytes.count)
    #expect(speaks == isPersonal)
  }

  @Test func `looks at its range only`() {
    let reader = FirstPerson(language: "en", data: LanguageData())
    let bytes = Array("I saw it. He did.".utf8)
    let (speaksLater, speaksFirst) = (
      reader.speaks(in: bytes.span, 10..<bytes.count), reader.speaks(in: bytes.span, 0..<9)
    )
    #expect(!speaksLater && speaksFirst)
  }

  @Test func `has small letters only in its lists`() {
    for list in FirstPerson.lists { #expect(list.words == list.words.lowercased()) }
  }
}
