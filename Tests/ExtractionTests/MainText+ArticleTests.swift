import Testing

@testable import Extraction

@Suite struct MainTextArticleTests {
  private static let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()

  private func text(_ html: String) throws -> String {
    try extract("<title>River floods the old mill</title><body class=single-post>" + html).text
  }

  @Test func `takes the parts whose names mean something else where little is left without them`()
    throws
  {
    let parts = ["share", "popup", "banner"].map { name in
      let own = Fixtures.paragraphs.map { "<p>\($0) Of \(name), told.</p>" }.joined()
      return "<div class=\(name)>\(own)</div>"
    }
    let found = try text("<div><p>\(Fixtures.paragraphs[0])</p>" + parts.joined() + "</div>")
    for name in ["share", "popup", "banner"] { #expect(found.contains("Of \(name), told.")) }
  }

  @Test func `still leaves out what is named as a menu where the text is whole`() throws {
    let found = try text(
      "\(Self.body)<div class=share><p>Tell your friends of this long tale, do.</p></div>"
    )
    #expect(found == Fixtures.paragraphs.joined(separator: "\n\n"))
  }

  @Test func `believes comments, sidebars and short captions in the second try too`() throws {
    let parts = ["share", "popup"].map { name in
      let own = Fixtures.paragraphs.map { "<p>\($0) Of \(name), told.</p>" }.joined()
      return "<div class=\(name)>\(own)</div>"
    }
    let others = ["comments", "sidebar", "caption"].map {
      "<div class=\($0)><p>Words of the \($0) that are no part of the tale, as everybody here knows.</p></div>"
    }
    let found = try text("<div>" + parts.joined() + others.joined() + "</div>")
    #expect(found.contains("Of share, told.") && found.contains("Of popup, told."))
    #expect(!found.contains("no part of the tale"))
  }

  @Test func `leaves out a standfirst that the text repeats`() throws {
    let lead = Fixtures.paragraphs[1]
    let html = """
      <h1>River floods the old mill</h1><p class=lead>\(lead)</p>
      <div class=article-body>\(Self.body)\(Self.body.uppercased())</div>
      """
    let found = try text(html)
    #expect(found.components(of: lead) == 1)
  }

  @Test func `reads the same without any step as long as the page needs none`() throws {
    let all = ExtractionSteps.named.map(\.step)
    for step in all where step != .kinds {
      let article = try Extractor(leavingOut: step).article(
        from: Array("<body class=single-post>\(Self.body)".utf8),
        kind: .html,
        charset: nil,
        address: nil,
        followsRefresh: false
      )
      #expect(article.text == Fixtures.paragraphs.joined(separator: "\n\n"))
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    var rest = self[...]
    var count = 0
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
