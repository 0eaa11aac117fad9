import Testing

@testable import Extraction

@Suite struct PageMetadataTests {
  private static let body = "<p>\(Fixtures.paragraphs[0])</p><p>\(Fixtures.paragraphs[1])</p>"

  @Test func `reads all fields of an article`() throws {
    let article = try extract(Fixtures.article, address: "https://www.courier.example/news/x")
    #expect(article.title == "River floods the old mill")
    #expect(article.authors == ["Jane Doe", "José Núñez"])
    // The machine's day is UTC; the printed one is the day on the spot.
    #expect(article.published == "2026-03-05")
    #expect(article.modified == "2026-03-05")
    #expect(article.language == "en-GB")
    #expect(article.site == "Valley Courier")
    #expect(article.canonical == "https://www.courier.example/news/river-floods")
    #expect(article.charset == "utf-8")
  }

  @Test(arguments: [
    "<meta property='article:published_time' content='2026-02-03T10:00:00+02:00'>",
    "<meta name=DC.date content=20260203>",
    "<span itemprop=datePublished content=2026-02-03></span>",
    "<time datetime=2026-02-03>yesterday</time>", "<h1>A</h1><div class=date>3. Februar 2026</div>",
    "<h1>A</h1><p>Published on February 3rd, 2026</p>", "<h1>A</h1><p>2026年2月3日</p>",
    "<h1>A</h1><p>3 февраля 2026</p>", "<h1>A</h1><p>03.02.2026, 12:30</p>",
    "<link rel=canonical href='https://a.example/2026/02/03/x'>",
    "<script type=application/ld+json>[{\"@graph\":[{\"@type\":[\"BlogPosting\"],\"datePublished\":1770112800}]}]</script>",
  ])
  func `finds the day of publication in each source`(source: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").published == "2026-02-03")
  }

  @Test(arguments: [
    "<meta name=author content='Jane Doe'>", "<meta property=article:author content='By Jane Doe'>",
    "<meta name=citation_author content='Doe, Jane'>",
    "<h1>A</h1><a rel=author href=/x>Jane Doe</a>",
    "<h1>A</h1><span itemprop=author><b itemprop=name>Jane Doe</b></span>",
    "<h1>A</h1><p>Von Jane Doe</p>", "<h1>A</h1><a href='/author/jane-doe'>Jane Doe</a>",
    "<h1>A</h1><div class=post-author>Jane Doe, Senior Reporter</div>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@id\":\"#j\"},\"x\":{\"@id\":\"#j\",\"name\":\"Jane Doe\"}}</script>",
  ])
  func `finds the author in each source`(source: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").authors == ["Jane Doe"])
  }

  @Test(arguments: [
    "<meta name=author content='admin'>", "<meta name=author content='https://a.example/u'>",
    "<footer><p>By Jane Doe</p></footer>",
  ])
  func `names no author where there is none`(source: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").authors.isEmpty)
  }

  @Test(arguments: [
    (
      "<title>The mill - Valley Courier</title><meta property=og:site_name content='Valley Courier'>",
      "The mill"
    ),
    ("<title>Valley Courier: The mill | Valley Courier</title><h1>The mill</h1>", "The mill"),
    ("<title>A &amp; B &mdash; C</title>", "A & B — C"),
    ("<meta property=og:title content='From the graph'>", "From the graph"),
    ("<title></title><h1>Only <b>heading</b></h1>", "Only heading"),
  ])
  func `finds the title without the site's name`(source: String, title: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").title == title)
  }

  @Test(arguments: [
    ("<html lang=pt_br>", "pt-BR"), ("<html xml:lang=de>", "de"),
    ("<meta property=og:locale content=fr_FR>", "fr-FR"),
    ("<meta http-equiv=content-language content='es, en'>", "es"), ("<html lang='not a tag'>", nil),
    ("", nil),
  ])
  func `reads the language as a tag`(source: String, language: String?) throws {
    #expect(try extract(source + Self.body).language == language)
  }
}
