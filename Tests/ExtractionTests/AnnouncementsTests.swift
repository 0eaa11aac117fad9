import Testing

@testable import Extraction

@Suite struct AnnouncementsTests {
  private static let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }
  private static let whole = Fixtures.paragraphs.joined(separator: "\n\n")
  private static let teaser = "The bridge that was never built, and who paid for its plans."

  private func text(with part: String) throws -> String {
    try extract(
      "<body class=single-post><div>\(Self.body[0])\(part)\(Self.body[1...].joined())</div>"
    ).text
  }

  @Test(arguments: [
    "<div class=x7f><h3>Related articles</h3><p>\(teaser)</p></div>",
    "<div class=x7f><div><strong>Lesen Sie auch</strong></div><ul><li>\(teaser)</li></ul></div>",
    "<section><p>Te puede interesar</p><div><p>\(teaser)</p></div></section>",
    "<h3>Related articles</h3><div><p>\(teaser)</p></div>",
    "<div><div>The mill</div>Lees ook</div><section><p>\(teaser)</p></section>",
    "<div class=x7f>Czytaj także</div><ul><li>\(teaser)</li></ul>",
    "<div><div><h4>関連記事</h4></div><p>橋は結局造られず、計画の費用を誰が払ったのかは今も分からないままである。</p></div>",
  ])
  func `leaves out the box that an announcement begins`(box: String) throws {
    #expect(try text(with: box) == Self.whole)
  }

  @Test(arguments: [
    "<h3>Related articles</h3><p>\(teaser)</p>",
    "<div class=x7f><p>\(teaser)</p><h3>Related articles</h3></div>",
    "<div class=x7f><h3>Related articles are not all that there is to read</h3><p>\(teaser)</p></div>",
  ])
  func `keeps the paragraphs beside an announcement that begins no box`(part: String) throws {
    #expect(try text(with: part).contains(Self.teaser))
  }

  @Test(arguments: ["<div><h3>Share</h3>", "<h3>Share</h3><div>"])
  func `keeps the box that holds most of the text`(start: String) throws {
    let box = "\(start)\(Self.body.joined())</div>"
    let found = try extract("<body class=single-post><div><p>\(Self.teaser)</p>\(box)</div>").text
    #expect(found.hasSuffix(Self.whole))
  }
}
