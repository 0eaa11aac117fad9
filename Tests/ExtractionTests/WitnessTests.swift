import Testing

@testable import Extraction

@Suite struct WitnessTests {
  private static let paragraphs = ["Early, ", "Then, ", "So, ", "Later, "].flatMap { word in
    Fixtures.paragraphs.map { word + $0 }
  }

  private func text(quoting quoted: [String], with middle: String) throws -> String {
    let body = Self.paragraphs.map { "<p>\($0)</p>" }
    let html = """
      <title>River floods the old mill</title><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"River floods the old mill","articleBody":"\(quoted.joined(separator: " "))"}
      </script><div>\(body[..<4].joined())\(middle)\(body[4...].joined())\(middle)</div>
      """
    return try extract(html).text
  }

  private static let stray =
    "<p>Members of our club get one more story of this kind each day, and a cap with a mill on it.</p>"

  @Test func `leaves out paragraphs that a whole quotation does not hold`() throws {
    let found = try text(quoting: Self.paragraphs, with: Self.stray)
    #expect(found == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test func `believes no quotation that is cut`() throws {
    let found = try text(quoting: Array(Self.paragraphs.prefix(9)), with: Self.stray)
    #expect(found.contains("cap with a mill") && found.contains(Self.paragraphs[15]))
  }

  @Test func `believes no quotation of another text`() throws {
    let other = Self.paragraphs.map { $0.split(separator: " ").reversed().joined(separator: " ") }
    #expect(try text(quoting: other, with: "").contains(Self.paragraphs[2]))
  }
}
