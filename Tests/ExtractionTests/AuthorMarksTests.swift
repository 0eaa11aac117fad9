import Testing

@testable import Extraction

/// The names in elements that mark them.
@Suite struct AuthorMarksTests {
  private func authors(_ before: String, after: String = "") throws -> [String] {
    try extract(
      "<html><title>The flood</title><body><h1>The flood</h1>\(before)"
        + "<p>\(Fixtures.paragraphs[0])</p><p>\(Fixtures.paragraphs[1])</p>\(after)"
    ).authors
  }

  @Test func `joins names that stand side by side`() throws {
    #expect(
      try authors("<p><b class=author>Jane Doe</b></p><p><b class=author>John Roe</b></p>") == [
        "Jane Doe", "John Roe",
      ]
    )
  }

  @Test func `takes nobody from an aside behind the text`() throws {
    let aside =
      "<aside><article><h4>Tunnel shut</h4><span class=author>Bob Roe</span></article></aside>"
    #expect(try authors("", after: aside).isEmpty)
  }

  @Test func `takes no work behind a link for a name`() throws {
    let link = "<a href='https://a.example/people/x/talks.html'>Publishing using Plain XML</a>"
    #expect(try authors("<ul><li>\(link)</li></ul>").isEmpty)
  }
}
