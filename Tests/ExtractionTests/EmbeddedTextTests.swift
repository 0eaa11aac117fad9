import Testing

@testable import Extraction

struct EmbeddedTextTests {
  private static func state(_ key: String, _ count: Int) -> String {
    let parts = (1...count).map {
      #"{"id": \#($0), "\#(key)": "<p>\#(KindFixtures.sentence($0))</p>", "href": "https://example.org/a/very/long/address/\#($0)?x=1&y=2"}"#
    }
    return
      #"{"props": {"items": [\#(parts.joined(separator: ","))], "label": "Read this one label of the page, which is long enough to be a sentence of its own."}}"#
  }

  @Test(arguments: ["body", "text", "cooked"])
  func `reads the text of data where the page shows none`(key: String) throws {
    let script = "<script type=application/json>\(Self.state(key, 9))</script>"
    let text = try extract(KindFixtures.page("<div id=app>Loading</div>\(script)")).text
    #expect(text == (1...9).map(KindFixtures.sentence).joined(separator: "\n\n"))
  }

  @Test func `leaves the data alone where the page shows its text`() throws {
    let script = "<script type=application/json>\(Self.state("body", 9))</script>"
    let text = try extract(KindFixtures.page(KindFixtures.sections(20...26) + script)).text
    #expect(text.contains(KindFixtures.sentence(20)) && !text.contains(KindFixtures.sentence(1)))
  }

  @Test(arguments: [
    "{}", "[", "{\"a\": 1", "\"", #"{"css": "\#(String(repeating: ".a { b: c; } ", count: 200))"}"#,
    #"{"a": "\#(String(repeating: "https://example.org/x/y/", count: 200))"#,
  ])
  func `finds no text in what is none`(script: String) {
    let found = EmbeddedText.paragraphs(in: [Array(script.utf8)[...]])
    #expect(found.isEmpty)
  }

  @Test func `bounds what it takes`() {
    let long = (1...6000).map { #"{"t": "\#(KindFixtures.sentence($0))"}"# }.joined(separator: ",")
    let found = EmbeddedText.paragraphs(in: [Array("[\(long)]".utf8)[...]])
    #expect(found.count > 1000 && found.reduce(0) { $0 + $1.count } < 300 << 10)
  }
}
