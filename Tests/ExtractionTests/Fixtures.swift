/// Pages written for these tests.
enum Fixtures {
  static let paragraphs = [
    "The river rose by two metres in the night, and the mill at the old bridge stood in water up to its wheel.",
    "Nobody had expected it so early in the year; the last flood of this height was forty years ago, in a wet March.",
    "The fire brigade pumped out eleven cellars, and the school sent its pupils home before noon on Tuesday.",
    "By the evening the water had fallen again, and the council thanked all who had carried sandbags.",
  ]

  static let article = """
    <!DOCTYPE html><html lang="en-gb"><head><meta charset="utf-8">
    <title>River floods the old mill | Valley Courier</title>
    <meta property="og:site_name" content="Valley Courier">
    <meta property="og:title" content="River floods the old mill">
    <link rel="canonical" href="/news/river-floods">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"River floods the old mill",
    "datePublished":"2026-03-04T23:10:00Z","dateModified":"2026-03-05","author":[{"@type":"Person","name":"Jane Doe"},
    {"@type":"Person","name":"José Núñez"}],}</script><style>p{color:red}</style></head>
    <body class="single-post"><header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
    <div class="cookie-banner"><p>We use cookies to make this site work better for you and for our partners.</p></div>
    <main><article><h1>River floods the old mill</h1><p class="byline">By Jane Doe, 5 March 2026</p>
    <div class="article-body">
    <p>\(paragraphs[0])</p><h2>An early flood</h2><p>\(paragraphs[1])</p>
    <p hidden>Hidden words that nobody should ever read in a summary of this page.</p>
    <p><a href="/other">Read also: The bridge that was never built, and who paid for its plans</a></p>
    <p>\(paragraphs[2])</p><figure><img src=a.jpg><figcaption>The mill. Photo: A. Smith</figcaption></figure>
    <ul><li>Eleven cellars were pumped out.</li><li>One school was closed.</li></ul>
    <p>\(paragraphs[3])</p></div></article>
    <section class="related-posts"><h3>Related articles</h3>
    <p><a href="/x">A teaser of another page</a> with some words that belong to that other page only.</p></section></main>
    <aside><p>Sign up to our newsletter and never miss what happens in the valley, every morning.</p></aside>
    <div id="comments"><p>A reader says that all this was to be foreseen by everybody who lives here.</p></div>
    <footer><p>All rights reserved. Valley Courier, Mill Lane 1, and some more words of small print.</p></footer>
    </body></html>
    """
}
