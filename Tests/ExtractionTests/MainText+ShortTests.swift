import Testing

@testable import Extraction

@Suite struct MainTextShortTests {
  private static let note =
    "While bytes are mostly lowered to those of the machine, we use an abstract notion of them that can make distinctions which the machine cannot, such as being unset."

  @Test(arguments: ["main", "article"])
  func `gives a short page of documentation whole`(tag: String) throws {
    let page = KindFixtures.page(
      """
      <nav><a href=/a>Another page</a></nav><\(tag)><h1>Bytes</h1><h2>Kinds of bytes</h2>
      <p>The most basic unit is a byte.</p><div><blockquote><p>\(Self.note)</p></blockquote></div>
      <p>Each byte may be:</p><ul><li>set,</li><li>unset.</li></ul></\(tag)>
      """
    )
    let text = try extract(page).text
    let expected = ["The most basic unit is a byte.", Self.note, "Each byte may be:", "unset."]
    #expect(text.contains("Kinds of bytes") && expected.allSatisfy { text.contains($0) })
    #expect(!text.contains("Another page"))
  }
}
