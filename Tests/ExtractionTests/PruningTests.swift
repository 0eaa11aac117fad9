import Testing

@testable import Extraction

@Suite struct PruningTests {
  private static let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }

  private func text(with part: String) throws -> String {
    try extract(
      "<body class=single-post><div>\(Self.body[0])\(part)\(Self.body[1...].joined())</div>"
    ).text
  }

  @Test(arguments: [
    "<div class=x7f><img src=a.jpg><div>The mill on the morning after the flood, with the miller at its door and his dog</div></div>",
    "<div class=x7f><div><img src=a.jpg></div><div>The mill on the morning after it all.</div><span>Ann Smith</span></div>",
    "<div class=x7f><picture><source srcset=a.webp><img src=a.jpg></picture>水車小屋と村の人々、洪水の翌朝に撮影した写真である。</div>",
  ])
  func `leaves out the words that are alone in a box with a picture`(box: String) throws {
    #expect(try text(with: box) == Fixtures.paragraphs.joined(separator: "\n\n"))
  }

  @Test(arguments: [
    "<div><img src=a.jpg><p>The miller had carried his dog to the upper floor and waited for the boat there.</p></div>",
    "<div><img src=a.jpg><ul><li>The miller had carried his dog to the upper floor and waited there.</li></ul></div>",
    "<div><img src=a.jpg><h2>The miller carried his dog</h2><p>He waited for the boat, which came at noon, and left.</p></div>",
  ])
  func `keeps paragraphs, lists and headings beside a picture`(box: String) throws {
    let found = try text(with: box)
    #expect(found.contains("miller") && found.contains("waited"))
  }

  @Test func `keeps the words beside pictures where they are the page's text`() throws {
    let boxes = Fixtures.paragraphs.map { "<div class=x7f><img src=a.jpg><div>\($0)</div></div>" }
    let found = try extract("<body class=single-post><div>\(boxes.joined())</div>").text
    #expect(found == Fixtures.paragraphs.joined(separator: "\n\n"))
  }
}
