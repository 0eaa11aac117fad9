@testable import Extraction

/// Pages on which each step of extraction has something to do.
enum StepFixtures {
  /// Still without a page that shows what they do: each is judged beside other signs, which small pages lack.
  private static let unshown: Set<String> = [
    "kinds", "lax-try", "body-marks", "witness", "cards", "region", "repeats", "headlines",
    "bylines", "rescue", "picture-boxes",
  ]
  static let steps = ExtractionSteps.named.map(\.name).filter { !unshown.contains($0) }

  static let pages =
    [
      Fixtures.article, metadata, properties, printed, product, sections, script, named, boxed,
      suffix, twice, thin, repeated, signed,
      pictures, linked,
    ]

  /// What is read of a page, or nothing where it has no text.
  static func article(_ html: String, _ steps: ExtractionSteps) throws -> Article {
    try Extractor(leavingOut: steps).article(
      from: Array(html.utf8),
      kind: .html,
      charset: nil,
      address: nil,
      followsRefresh: false
    )
  }

  private static let text = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()

  private static func page(_ head: String, _ body: String) -> String {
    "<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>"
  }

  private static let metadata = page(
    """
    <title>The flood of the year - Valley Courier</title><meta name=author content="Jane Doe">
    <meta property="article:published_time" content="2026-03-04T10:00:00Z"><meta property="og:site_name" content="Valley Courier">
    """,
    "<main><h1>The flood of the year</h1>\(text)</main>"
  )

  private static let properties = page(
    "<title>The flood</title>",
    """
    <article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop=headline>The flood</h1>
    <span itemprop=author>John Smith</span><meta itemprop=datePublished content="2026-02-03">\(text)</article>
    """
  )

  private static let printed = page(
    "<title>The flood</title><link rel=canonical href='https://a.example/2026/03/04/flood'>",
    """
    <div><p class=lead>The river rose in the night, and the mill stood in water, as nobody had expected it.</p></div>
    <article><h1>The flood</h1><p class=byline>By <a rel=author href=/jane>Jane Doe</a> and Courier Staff</p>\(text)
    <p>Jane Doe is a reporter at the Valley Courier. Follow her on Twitter.</p><h3>More</h3><p>See you.</p></article>
    """
  )

  private static let product = KindFixtures.page(
    KindFixtures.sections(1...3),
    head:
      #"<script type=application/ld+json>{"@type": "Product", "name": "Mill", "description": "Grinds rye, wheat and barley between two stones of granite; the coarseness is set with a wheel of brass, and the drawer below takes half a kilogram of flour."}</script>"#
  )

  private static let sections = KindFixtures.page(
    "<nav><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul></nav>" + KindFixtures.sections(1...8)
  )

  private static let script = page(
    "<title>The flood</title>",
    "<div id=root>Loading</div><noscript><article><h1>The flood</h1>\(text)</article></noscript>"
  )

  private static let repeated = page(
    "<title>The flood</title>",
    """
    <article><h1>The flood</h1><p>Share</p>\(text)\(text)<p>Subscribe to our newsletter.</p>
    <p><a href=/x>Another flood of another year, and what came of it</a></p><p>The end</p></article>
    """
  )

  private static let signed = page(
    "<title>The flood</title>",
    """
    <div class=sidebar>\(text)</div><div class=related><div><a href=/1><h3>A teaser of a page that says more of it</h3></a><p>Some words of it.</p></div>
    <div><a href=/2><h3>Another teaser of a page that says more</h3></a><p>Some more words.</p></div></div>
    """
  )

  private static let pictures = page(
    "<title>The flood</title>",
    """
    <article><h1>The flood</h1><div><img src=a.jpg><div>The mill in the water, seen from the bridge</div></div>
    \(text)<div>A loose line of words</div><div itemprop=articleBody>\(text)</div></article>
    """
  )

  private static let linked = page(
    "<title>The flood</title><meta property=og:type content=article>",
    """
    <article><h1>The flood</h1>\(text)\(text.replacing("the", with: "a"))
    <p><a href=/x>The flood of another year and its costs</a></p>\(text.replacing("e", with: "o"))</article>
    """
  )

  private static let named = page(
    "<title>The flood</title>",
    """
    <article><h1>The flood</h1>\(text)<div class=related-posts><p>\(KindFixtures.sentence(1))</p></div>\(KindFixtures.sections(2...3))
    <figure><img src=a.jpg><figcaption>\(KindFixtures.sentence(4))</figcaption></figure>\(text)
    <div class=comments><p>\(KindFixtures.sentence(5))</p></div></article>
    """
  )

  private static let boxed = page(
    "<title>The flood</title>",
    """
    <article><h1>The flood</h1>\(text)<div><div><img src=a.jpg></div><p>The mill stood in the water up to its wheel</p></div>\(text)</article>
    """
  )

  private static let suffix = page(
    "<title>The river floods the old mill | Valley Courier</title><meta property=og:site_name content='Valley Courier'>",
    "<main>\(text)</main>"
  )

  private static let twice = page(
    "<title>The flood</title>",
    "<main><h1>The flood</h1><p>\(Fixtures.paragraphs[0])</p>\(text)<h2>The flood</h2><p>By Jane Doe</p><p>4 March 2026</p></main>"
  )

  private static let thin = page(
    "<title>The flood</title>",
    "<p>Loading</p><noscript>\(text)\(text)</noscript><div class=sidebar style='display:none'>\(text)</div>"
  )
}
