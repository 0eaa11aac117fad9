import Testing

@testable import Extraction

/// Names that nothing marks, under the text.
@Suite struct FreeNamesTests {
  private func authors(after line: String) throws -> [String] {
    try extract(
      "<html><title>The flood</title><body><h1>The flood</h1><p>\(Fixtures.paragraphs[0])</p>"
        + "<p>\(Fixtures.paragraphs[1])</p><p>\(line)</p><p>\(Fixtures.paragraphs[2])</p>"
    ).authors
  }

  @Test(arguments: ["Jane Doe", "— Jane Doe", "Jane Doe, Leeds"])
  func `takes a name that stands alone`(line: String) throws {
    #expect(try authors(after: line) == ["Jane Doe"])
  }

  @Test(arguments: ["Jane Doe wrote the port.", "Mill Street", "Jane Doe in Leeds today"])
  func `takes none out of a sentence`(line: String) throws {
    #expect(try authors(after: line).isEmpty)
  }
}
