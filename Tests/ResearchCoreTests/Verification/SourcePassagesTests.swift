import Testing

@testable import ResearchCore

struct SourcePassagesTests {
  @Test func `splits a section though a short sentence begins a longer one`() {
    let text = "Chatbots\n\nChatbots are programs that answer people. They are old."
    let record = ReportFixture.used(1, "https://a.example/", text: text)
    let passages = SourcePassages(SourceBrief(record), text: text, language: "en")
    #expect(
      passages.split("Chatbots are programs that answer people. They are old.")
        == ["Chatbots are programs that answer people.", "They are old."]
    )
    #expect(
      passages.split("Chatbots They are old.") == ["Chatbots", "They are old."]
    )
    #expect(passages.split("Chatbots were programs.") == nil)
  }

  @Test(arguments: [
    ("233 kilometres", false), ("1,233 kilometres", true), ("", false), ("1,233 kilometre", false),
    ("33", false),
  ])
  func `finds a value as a whole`(value: String, isSaid: Bool) {
    #expect("It is 1,233 kilometres, they say.".says(value) == isSaid)
  }
}
