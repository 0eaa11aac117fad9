import Testing

@testable import Extraction

@Suite struct MainTextTests {
  @Test func `keeps the paragraphs, lists and headings of an article and nothing around it`() throws
  {
    let article = try extract(Fixtures.article)
    let expected =
      [
        Fixtures.paragraphs[0], "An early flood", Fixtures.paragraphs[1], Fixtures.paragraphs[2],
        "Eleven cellars were pumped out.", "One school was closed.", Fixtures.paragraphs[3],
      ].joined(separator: "\n\n")
    #expect(article.text == expected)
    #expect(article.words == expected.split { $0 == " " || $0 == "\n" }.count)
  }

  @Test(arguments: [(1_000, 1), (1_001, 0)])
  func `takes what is too long for a heading for text`(length: Int, count: Int) throws {
    let heading = String(repeating: "x", count: length)
    let html = "<h1>\(heading)</h1>" + String(repeating: "<p>A sentence to read.</p>", count: 5)
    let article = try Extractor().article(
      from: Array(html.utf8),
      kind: .wholeHTML,
      charset: "utf-8",
      address: nil,
      followsRefresh: false
    )
    #expect(article.headings.count == count && article.text.hasPrefix(heading + "\n\n"))
  }

  @Test func `gives headings with their exact offsets in scalars`() throws {
    let long = Fixtures.paragraphs.joined(separator: " ")
    let html = """
      <body class=single><article><p>Čau 🌍 \(long)</p><h2>Étude e\u{301}</h2><p>\(long)</p>
      <h3>第二节</h3><p>\(long) Once more.</p></article>
      """
    let article = try extract(html)
    #expect(article.headings.map(\.level) == [2, 3])
    let scalars = Array(article.text.unicodeScalars)
    for heading in article.headings {
      let wanted = Array(heading.text.unicodeScalars)
      #expect(Array(scalars[heading.start..<(heading.start + wanted.count)]) == wanted)
      #expect(scalars[heading.start - 1] == "\n")
    }
  }

  @Test func `never drops an element that holds most of the page's text`() throws {
    let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()
    for name in ["sidebar", "related", "share", "newsletter", "comments", "footer"] {
      let article = try extract("<div class=\(name)>\(body)</div>")
      #expect(article.text == Fixtures.paragraphs.joined(separator: "\n\n"), "\(name)")
    }
  }

  @Test(arguments: [
    "hidden", "style='display: none'", "aria-hidden=true", "role=dialog", "class=modal",
  ])
  func `leaves out what is not shown`(attribute: String) throws {
    let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()
    let html =
      "<article>\(body)<div \(attribute)><p>Words that no reader of this page would see at all.</p></div></article>"
    #expect(!(try extract(html).text.contains("no reader")))
  }

  @Test func `keeps a hidden element that holds the whole text, as streamed pages do`() throws {
    let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()
    let article = try extract("<p>Loading</p><div hidden id=S:0>\(body)</div>")
    #expect(article.text.contains(Fixtures.paragraphs[3]))
  }

  @Test func `keeps headings, lists and code of a page of documentation`() throws {
    let html = """
      <link rel=canonical href="https://docs.example.org/guide/install"><title>Install</title>
      <nav><ul><li><a href=/a>Start</a><li><a href=/b>Guide</a></ul></nav><main><h1>Install</h1>
      <p>Fetch the archive and unpack it where programs live on your machine.</p><pre><code>make
        install</code></pre><h2>Options</h2><ul><li>--prefix sets the place.</li><li>--quiet says less.</li></ul></main>
      """
    let text = try extract(html).text
    for part in [
      "Fetch the archive", "make\n  install", "Options", "--prefix sets the place.",
      "--quiet says less.",
    ] {
      #expect(text.contains(part))
    }
    #expect(!text.contains("Start"))
  }

  @Test func `keeps the posts of a thread and leaves the members' profiles`() throws {
    let posts = (1...4).map { index in
      """
      <div class="post"><div class="postprofile"><a href=/u>member\(index)</a> Joined: 2019, Posts: 1204</div>
      <div class="content">Answer \(index): \(Fixtures.paragraphs[index - 1])</div></div>
      """
    }
    let html = "<meta name=generator content='phpBB'><body><h1>Flood?</h1>\(posts.joined())</body>"
    let text = try extract(html).text
    for index in 1...4 {
      #expect(text.contains("Answer \(index): \(Fixtures.paragraphs[index - 1])"))
    }
    #expect(!text.contains("Joined"))
  }

  @Test func `keeps the rows of a table as paragraphs of their own`() throws {
    let rows = (1...6).map { "<tr><td>Station \($0)</td><td>\($0 * 12) cm</td></tr>" }.joined()
    let html = "<main><h1>Gauges</h1><p>\(Fixtures.paragraphs[0])</p><table>\(rows)</table></main>"
    let text = try extract(html).text
    #expect(text.contains("Station 3 | 36 cm\n\nStation 4 | 48 cm"))
  }

  @Test(arguments: [
    (
      "ru",
      "Ночью река поднялась на два метра, и старая мельница у моста стояла в воде по самое колесо, как сорок лет назад."
    ),
    ("zh", "昨夜河水上涨了两米，老桥边的<b>磨坊</b>一直被淹到水轮，这是四十年来从未有过的高度，消防队抽干了十一个地窖。"),
    (
      "ja",
      "夜のうちに川の水位が二メートル上がり、古い橋のそばの<a href=/w>水車小屋</a>は車輪まで水に浸かった。これは四十年ぶりの高さである。"
    ),
    (
      "ar",
      "ارتفع منسوب النهر مترين خلال الليل، ووقفت الطاحونة القديمة عند الجسر في الماء حتى عجلتها، كما كان الحال قبل أربعين عاما."
    ),
  ])
  func `reads other scripts without adding a space at an inline tag`(tag: String, text: String)
    throws
  {
    let html =
      "<html lang=\(tag)><body><article><p>\(text)</p><p>\(text) 2.</p></article></body></html>"
    let article = try extract(html)
    let plain = text.replacing("<b>", with: "").replacing("</b>", with: "")
      .replacing("<a href=/w>", with: "").replacing("</a>", with: "")
    #expect(article.text.hasPrefix(plain + "\n\n"))
    #expect(article.language == tag)
  }

  @Test func `adds the standfirst that stands before the body`() throws {
    let body = Fixtures.paragraphs.map { "<p>\($0)</p>" }.joined()
    let html = """
      <body class=single><h1>A flood in spring</h1><p class="standfirst">A flood came early, and nobody was hurt by it, says the council.</p>
      <div class="tools"><a href=/s>Share</a></div><div class="article-body">\(body)</div></body>
      """
    #expect(try extract(html).text.hasPrefix("A flood came early"))
  }

  @Test func `leaves nothing in the text that could harm a terminal`() throws {
    let bad =
      "a\u{1B}[31mb\u{202E}c\u{200B}d\u{FEFF}e\u{AD}f\u{2066}g\u{7}h&#8238;i&#x200b;j&shy;k&nbsp;l"
    let html = "<main><p>\(bad) \(Fixtures.paragraphs[0])</p></main>"
    let text = try extract(html).text
    #expect(text.hasPrefix("a[31mbcdefghijk l The river"))
  }

  @Test func `keeps the question above the answers that hold nearly all text`() throws {
    let question = "Why does the wheel of the old mill stand still whenever the river is high?"
    let answers = (1...6).map { number in
      "<div class=answer><p>\(number): \(Fixtures.paragraphs.joined(separator: " "))</p>"
        + "<a href=/u\(number)>name</a> <time datetime=2020-01-0\(number)>Jan \(number) 2020</time></div>"
    }
    let html = """
      <script type="application/ld+json">{"@type":"QAPage","name":"The wheel"}</script>
      <div><div class=question><p>\(question)</p></div><div class=answers-list>\(answers.joined())</div></div>
      """
    let text = try extract(html).text
    #expect(text.hasPrefix(question) && text.contains("6: The river"))
  }
}
