import Testing

@testable import Extraction

@Suite struct LineFiltersTailTests {
  private func text(_ body: String, author: String) throws -> String {
    let head = "<title>River floods the old mill</title><meta name=author content='\(author)'>"
    return try extract(head + "<body class=single-post><div>\(body)</div>").text
  }

  private static let body =
    (Fixtures.paragraphs + Fixtures.paragraphs.map { "Later, " + $0 }).map { "<p>\($0)</p>" }
    .joined()

  @Test(arguments: [
    ("Jane Doe", "Jane Doe writes about rivers and mills for this paper, and lives on a boat."),
    ("José Núñez", "Der Autor José Núñez schreibt über Flüsse und Mühlen und lebt auf einem Boot."),
    ("山田 太郎", "山田 太郎：川と水車について書いている。長年この新聞で働き、今は舟の上で暮らしている。"),
  ])
  func `leaves out what is said of the author at the end`(author: String, line: String) throws {
    let found = try text(Self.body + "<p>\(line)</p>", author: author)
    #expect(!found.contains(line) && found.hasSuffix(Fixtures.paragraphs[3]))
  }

  @Test func `keeps the last words of someone who is asked and named at each answer`() throws {
    let last = "Jane Doe: I thank you, and I hope that the river stays where it is for some years."
    let found = try text(
      "<p>Jane Doe: I was on the bridge that night, and saw it all.</p>\(Self.body)<p>\(last)</p>",
      author: "Jane Doe"
    )
    #expect(found.hasSuffix(last))
  }

  @Test func `keeps a paragraph at the end that names the author's namesake later on`() throws {
    let last =
      "In the evening the mayor, the miller, and their old teacher, Jane Doe, danced on the bridge."
    #expect(try text(Self.body + "<p>\(last)</p>", author: "Jane Doe").hasSuffix(last))
  }

  @Test func `leaves out short lines and headings behind the last paragraph`() throws {
    let found = try text(Self.body + "<p>Print</p><p>Top</p><h3>Weather</h3>", author: "")
    #expect(found.hasSuffix(Fixtures.paragraphs[3]))
  }

  @Test(arguments: ["<pre>npm install bridge</pre>", "<p>npm install bridge</p>"])
  func `keeps what the last line announces`(line: String) throws {
    let found = try text(Self.body + "<p>Install it with this command:</p>" + line, author: "")
    #expect(found.hasSuffix("npm install bridge"))
  }
}
