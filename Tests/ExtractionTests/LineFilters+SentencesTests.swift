import Testing

@testable import Extraction

@Suite struct LineFiltersSentencesTests {
  private func text(_ middle: String) throws -> String {
    let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }
    return try extract(
      "<body class=single-post><div>\(body[0])\(body[1])\(middle)\(body[2])\(body[3])</div>"
    ).text
  }

  @Test func `keeps a sentence that is mostly links`() throws {
    let found = try text(
      "<p>See <a href=/1>the first report on the bridge</a> and <a href=/2>the second report on it</a>.</p>"
    )
    #expect(found.contains("See the first report on the bridge and the second report on it."))
  }

  @Test(arguments: [
    "<p>Also: <a href=/1>The second report on the bridge across the harbour is here.</a></p>",
    "<p><a href=/1>The first report on the bridge</a>, <a href=/2>the second report on it</a>.</p>",
    "<div>See <a href=/1>the first report on the bridge</a> and <a href=/2>the second on it</a>.</div>",
  ])
  func `leaves out links that are no sentence`(line: String) throws {
    #expect(try text(line) == Fixtures.paragraphs.joined(separator: "\n\n"))
  }

  @Test func `keeps the steps of a numbered list that another list has too`() throws {
    let steps = ["first", "second", "third"].map { name in
      "<h2>The \(name) algorithm</h2><ol><li>Let the name be the \(name) of the names given here.</li>"
        + "<li>If it is undefined, then return from this algorithm with undefined.</li></ol>"
    }
    let found = try extract("<main><h1>Resolver</h1>\(steps.joined())</main>").text
    #expect(found.ranges(of: "If it is undefined").count == 3)
  }
}
