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
    "<meta name=article:published_time value=2026-02-03>",
    "<abbr class=published itemprop=datePublished title='2026-02-03T10:00'>10 am</abbr>",
    "<abbr title='2026-02-03'>a while ago</abbr>", "<span class=x title='2026-02-03T01:02'></span>",
    "<x-ago datetime='2026-02-03T10:00'>a while ago</x-ago>",
    "<span property='schema:datePublished' content=2026-02-03></span>",
    "<h1>A</h1><p>3 กุมภาพันธ์ 2569</p>", "<h1>A</h1><p>۱۴۰۴/۱۱/۱۴</p>", "<h1>A</h1><p>令和8年2月3日</p>",
    "<script>var page = {publishedAt: '2026-02-03T10:00:00Z'}</script>",
    "<meta name=description content='Published on 3 February 2026'>",
    "<meta itemprop=dateModified content=2026-02-03>",
  ])
  func `finds the day of publication in each source`(source: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").published == "2026-02-03")
  }

  @Test(arguments: [
    // Two sources against one.
    (
      "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2025-01-09\"}</script>"
        + "<h1>A</h1><p class=date>Published 3 February 2026</p>", "2026-02-03"
    ),
    // What speaks of an update does not count.
    (
      "<meta property=article:published_time content=2026-02-03><h1>A</h1><p>Updated 9 March 2026</p>",
      "2026-02-03"
    ),
    // The page's own dates tell how it writes them.
    ("<h1>A</h1><p>03/02/2026</p><p>Until 25/02/2026 the road is closed.</p>", "2026-02-03"),
    ("<h1>A</h1><p>02/03/2026</p><p>Until 02/25/2026 the road is closed.</p>", "2026-02-03"),
    // A machine's digits mean what the reader is shown.
    ("<meta name=date content='02/03/2026'><h1>A</h1><p>3. Februar 2026</p>", "2026-02-03"),
    ("<meta name=date content='03/02/2026'><h1>A</h1><p>3. Februar 2026</p>", "2026-02-03"),
    // The machine's day is UTC.
    (
      "<meta name=date content='2026-02-02T23:30Z'><link rel=canonical href='/x-nid03022026'>",
      "2026-02-03"
    ),
    ("<link rel=canonical href='/2026/feb/03/x'>", "2026-02-03"),
    // The day that is shown is one of a change, as machines tell.
    (
      "<meta name=pubdate content=2026-02-03><meta name=lastmod content=2026-03-09>"
        + "<h1>A</h1><p class=date>9 March 2026</p>", "2026-02-03"
    ),
    (
      "<meta name=pubdate content=2026-02-03><h1>A</h1>"
        + "<p class=posted-on><time class=updated datetime=2026-03-09>9 March 2026</time></p>",
      "2026-02-03"
    ),
    // The same moment in UTC and on the spot.
    (
      "<meta name=datepublished content='2026-02-04T05:57:00Z'>"
        + "<meta name=sailthru.date content='2026-02-03 21:57:00 -0800'>", "2026-02-03"
    ),
  ])
  func `weighs the sources of a date`(source: String, day: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").published == day)
  }

  @Test(arguments: [
    "<footer>© 2026-02-03</footer>", "<p>Copyright (c) 12 March 1998 Jane Doe</p>",
    "<h1>Summer fair on 14 July 2025</h1>", "<h1>A</h1><pre>2025-07-14 10:00 started</pre>",
    "<h1>A</h1><p><code>2025-07-14</code></p>",
    "<h1>A</h1><p>The old mill that stood by the river burnt down on 14 July 2025 and was rebuilt by its owners.</p>",
    "<h1>A</h1><div class=comment><time datetime=2025-07-14>14 July 2025</time> Nice</div>",
    "<h1>A</h1><aside><h3>Related</h3><time datetime=2025-07-14>14 July 2025</time> B</aside>",
    "<meta property=og:type content=product><script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"A\",\"review\":[{\"@type\":\"Review\",\"name\":\"A\",\"datePublished\":\"2025-07-14\"}]}</script><h1>A</h1>",
    "<h1>A</h1><div itemscope itemtype='http://schema.org/Review'><meta itemprop=datePublished content=2025-07-14></div>",
    "<link rel=canonical href='https://docs.example/api/a'><div data-created-at='x' data-v='publishedAt: 2025-07-14'></div><p>Written on 1.2.11</p>",
  ])
  func `takes no date of anything but the page`(source: String) throws {
    #expect(try extract("<html>\(Self.body)\(source)\(Self.body)").published == nil)
  }

  @Test func `gives what is shown as a change as one`() throws {
    let page = "<meta name=pubdate content=2021-02-03><h1>A</h1><p>Last updated: May 5, 2021</p>"
    #expect(try extract(page + Self.body).modified == "2021-05-05")
    #expect(try extract(page + Self.body).published == "2021-02-03")
  }

  @Test(arguments: [
    (
      "<title>File system | Tool v20.2 Documentation</title><h1>Tool v20.2 documentation</h1><h2>File system<a>#</a></h2>",
      "File system"
    ),
    (
      "<title>A - Keywords - The Tool Book</title><h1 class=menu-title>The Tool Book</h1><h2>Appendix A: Keywords</h2>",
      "A - Keywords"
    ),
    (
      "<title>tool-ls</title><h1><span>tool-ls</span> <span class=version>@10.8.2</span></h1>",
      "tool-ls"
    ),
    (
      "<title>The programming API</title><h1>A library in C</h1><h2>The programming API</h2>",
      "The programming API"
    ),
    (
      "<title>Bridge opens - The Post</title><h1 class=logo>The Post</h1><h2>Bridge opens</h2>",
      "Bridge opens"
    ),
    (
      "<title>The Post - Bridge opens</title><h1>Bridge opens</h1>", "Bridge opens"
    ),
  ])
  func `tells the title from the manual's and the site's name`(source: String, title: String) throws
  {
    #expect(try extract("<html>\(source)\(Self.body)").title == title)
  }

  @Test(arguments: [
    ("<link rel=canonical href=/a>", nil, nil),
    ("<link rel=canonical href=/a>", "https://a.example/b", "https://a.example/a"),
    ("<base href='https://b.example/c/'><link rel=canonical href=a>", nil, "https://b.example/c/a"),
    ("<base href=/c/><link rel=canonical href=a>", "https://a.example/b", "https://a.example/c/a"),
    (
      "<link rel=canonical href=/a><meta property=og:url content='https://o.example/x'>", nil,
      "https://o.example/a"
    ),
    ("<link rel=canonical href='javascript:x'>", nil, nil),
  ])
  func `gives an absolute address of its own or none`(
    source: String,
    address: String?,
    canonical: String?
  ) throws {
    #expect(try extract(source + Self.body, address: address).canonical == canonical)
  }

  @Test func `takes no date that lies ahead`() throws {
    let page = Array(
      "<meta name=pubdate content=2026-02-05><h1>A</h1><time datetime=2026-02-03></time>\(Self.body)"
        .utf8
    )
    func day(_ now: Int?) throws -> String? {
      try Extractor(now: now).article(
        from: page,
        kind: .html,
        charset: nil,
        address: nil,
        followsRefresh: false
      ).published
    }
    // 3 February 2026 at noon.
    #expect(try day(1_770_120_000) == "2026-02-03")
    #expect(try day(1_770_120_000 + 86_400) == "2026-02-05")
    #expect(try day(nil) == "2026-02-05")
  }

  @Test(arguments: [
    ("2026-02-09", "2026-02-09"), ("2026-02-02T23:00Z", "2026-02-03"), ("2026-01-09", nil),
    ("x", nil),
  ])
  func `knows no change before the publication`(stamp: String, day: String?) throws {
    let page = "<meta name=pubdate content=2026-02-03><meta name=lastmod content='\(stamp)'>"
    #expect(try extract(page + Self.body).modified == day)
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
    ("<meta property=og:title value='From the value'>", "From the value"),
    ("<title>The mill – Ours</title><b itemprop=headline>The mill</b>", "The mill"),
    ("<h1><span>Floods</span> The mill at the bridge</h1>", "The mill at the bridge"),
    ("<h1><span>Floods</span>: The mill at the bridge</h1>", "Floods: The mill at the bridge"),
    (
      "<meta property=og:title content='The mill'><h1><span>Floods</span>: The mill</h1>",
      "The mill"
    ),
    ("<title>Mill pages - The mill « Ours</title><h2>The mill « Ours</h2>", "The mill « Ours"),
    ("<title>The old mill | Floods</title>", "The old mill"),
    ("<title>Thread: The mill</title>", "The mill"), ("<h1>The mill ¶</h1>", "The mill"),
    ("<h1>3.2.2026 - The mill</h1>", "The mill"), ("<h1>3.2.2026</h1>", "3.2.2026"),
    (
      "<title>The mill at night [Ours]</title><meta name=application-name content=Ours>",
      "The mill at night"
    ),
    ("<h1>Ours</h1><h1>The mill</h1><meta name=application-name content=Ours>", "The mill"),
    (
      "<script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"Mill 2\"}</script>",
      "Mill 2"
    ),
  ])
  func `finds the title without the site's name`(source: String, title: String) throws {
    #expect(try extract("<html>\(source)\(Self.body)").title == title)
  }

  @Test(arguments: [
    ("<title>The mill | Valley Courier</title><h1>The mill</h1>", "Valley Courier"),
    ("<title>The mill | Floods</title><h1>The mill</h1>", nil),
  ])
  func `learns the site's name from title and host`(source: String, name: String?) throws {
    #expect(
      try extract(source + Self.body, address: "https://www.valleycourier.example/x").site == name
    )
  }

  @Test(arguments: [
    ("<html lang=en_au>", "en-AU"), ("<html xml:lang=de>", "de"),
    ("<meta property=og:locale content=fr_FR>", "fr-FR"),
    ("<meta http-equiv=content-language content='es, en'>", "es"),
    ("<html lang='not a tag'>", "en"),
    ("", "en"), ("<html lang=de>", "de"), ("<p lang=fr>", "en"),
    (
      "<script type=application/ld+json>{\"@type\":\"Article\",\"inLanguage\":\"en-IE\"}</script>",
      "en-IE"
    ),
  ])
  func `reads the language as a tag`(source: String, language: String?) throws {
    #expect(try extract(source + Self.body).language == language)
  }
}
