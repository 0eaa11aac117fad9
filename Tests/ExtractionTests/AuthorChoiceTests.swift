import Testing

@testable import Extraction

/// What a page with a headline, a few lines and a text gives as its authors.
@Suite struct AuthorChoiceTests {
  private static let text = "<p>\(Fixtures.paragraphs[0])</p><p>\(Fixtures.paragraphs[1])</p>"

  private func authors(_ lines: String, head: String = "", after: String = "") throws -> [String] {
    try extract(
      "<html><title>The flood</title>\(head)<body><h1>The flood</h1>\(lines)\(Self.text)\(after)"
    ).authors
  }

  @Test(arguments: [
    "<p>By Jane Doe</p>", "<p>ByJane Doe</p>", "<p>Author: Jane Doe</p>",
    "<p>Von Jane Doe, Berlin</p>",
    "<p>Door Jane Doe</p>", "<p>Текст: Jane Doe</p>", "<p>文／Jane Doe</p>",
    "<p>By</p><p>Jane Doe</p>",
    "<p>Posted on 3 May 2026 by Jane Doe</p>", "<p>3.5.2026 von Jane Doe</p>",
    "<span class=entry-author-name>Jane Doe</span>", "<a rel=author href=/x>Jane Doe</a>",
    "<a href=/profil/7>Jane Doe</a>", "<a href=/@jane>Jane Doe</a>",
    "<a href='/?author=7'>Jane Doe</a>",
    "<p data-testid=byline>Jane Doe</p>", "<p>3 May 2026 - Jane Doe</p>",
    "<p>3 May 2026</p><p>Jane Doe</p>",
    "<p class=author>Jane Doe<br><time>3 May 2026</time></p>",
    "<div class=author><p>Jane Doe</p><p>Lives by the river with a cat</p></div>",
    "<div itemprop=author><i itemprop=name>Jane Doe</i> of the Courier</div>",
  ])
  func `finds the author that the page shows`(line: String) throws {
    #expect(try authors(line) == ["Jane Doe"])
  }

  @Test(arguments: [
    "<meta name=author content='Jane Doe'>",
    "<meta property=article:author content='https://a.example/jane-doe'>",
    "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jane Doe'>",
    "<meta name=dc.creator content='Doe, Jane'>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}}</script>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"@type\":\"Organization\",\"name\":\"Mill\"},{\"name\":\"Jane Doe\"}]}</script>",
  ])
  func `finds the author that machines read`(head: String) throws {
    #expect(try authors("", head: head) == ["Jane Doe"])
  }

  @Test(arguments: [
    "<p>Jane Doe</p>", "<div id=comments><span class=author>Jane Doe</span></div>",
    "<p>Photo: Jane Doe</p>", "<p>By the river</p>", "<div class=byline>Share</div>",
    "<p>Climate Change</p><p>3 May 2026</p>",
  ])
  func `takes nobody else for the author`(line: String) throws {
    #expect(try authors(line).isEmpty)
  }

  @Test func `leaves out who only reviewed`() throws {
    let lines = "<p>Reviewed by John Roe</p><p>By Jane Doe</p>"
    let head = "<meta name=author content='Jane Doe, John Roe'>"
    #expect(try authors(lines, head: head) == ["Jane Doe"])
  }

  @Test func `takes the name under the text where nothing else tells`() throws {
    #expect(
      try authors("", after: "<p><em>Jane Doe</em></p><p>\(Fixtures.paragraphs[2])</p>") == [
        "Jane Doe"
      ]
    )
  }

  @Test func `an element around the headline is no teaser of another page`() throws {
    let page =
      "<html><title>The flood</title><div class=card><h1>The flood</h1><b class=author>Jane Doe</b>"
    #expect(try extract(page + Self.text).authors == ["Jane Doe"])
  }

  @Test func `leaves out the steps that it is told to`() throws {
    let page =
      "<html><title>The flood</title><meta name=author content='John Roe'><h1>The flood</h1>"
      + "<p class=author>Jane Doe</p>" + Self.text
    func authors(_ steps: ExtractionSteps) throws -> [String] {
      try Extractor(leavingOut: steps).article(
        from: Array(page.utf8),
        kind: .html,
        charset: nil,
        address: nil,
        followsRefresh: false
      ).authors
    }
    #expect(try authors([]) == ["John Roe"])
    #expect(try authors(.metas) == ["Jane Doe"])
    #expect(try authors([.metas, .shownAuthors]).isEmpty)
  }
}
