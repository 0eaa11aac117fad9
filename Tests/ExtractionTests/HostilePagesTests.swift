import Testing

@testable import Extraction

/// Pages that take hours where something is quadratic: that these tests end is what they prove.
@Suite struct HostilePagesTests {
  private static let text = Fixtures.paragraphs.joined(separator: " ")

  /// A page that shows itself by its beginning: test logs would hold all of its megabytes.
  struct Shape: Sendable, CustomTestStringConvertible {
    let html: String
    var testDescription: String { String(html.prefix(40)) }

    static func + (shape: Shape, tail: String) -> Shape { Shape(html: shape.html + tail) }
    static func + (head: String, shape: Shape) -> Shape { Shape(html: head + shape.html) }
  }

  private static func page(_ head: String, _ count: Int, _ tail: String = "") -> Shape {
    Shape(
      html: String(repeating: head, count: count) + "<p>\(text)</p>"
        + String(repeating: tail, count: count)
    )
  }

  @Test(arguments: [
    page("<div>", 200_000, "</div>"), page("<span>", 200_000), page("</b>", 200_000),
    page("<b></i>", 50_000), page("<p><b>", 100_000), page("<ul><li>", 50_000),
    page("<table><tr><td>", 30_000), page("<svg>", 100_000), page("<!--", 100_000),
    page("<template>", 100_000), page("<title>", 50_000), page("<textarea", 1) + ">",
    page("<dd><p><dt>", 60_000), page("<a href=x>", 100_000), page("<x-y>", 100_000, "</x-y>"),
    page("<li><p></li>", 50_000, "</p>"), page("<b>x", 50_000, "</p>"), page("&", 1_000_000),
    page("<time>1", 20_000), page("<h1>a", 20_000), page("<meta name=author content=x>", 50_000),
    page("<i class='date author'>1 May 2020", 20_000), page("<math>", 100_000),
    page("<select>", 200_000), page("<button>", 200_000), page("<a><b><i>", 60_000),
    page("<script><!--<script></script>", 100_000), page("<svg ", 400_000) + ">",
    page("<noembed>", 100_000), page("<object><video>", 50_000),
    page("<a b='x>", 50_000), page("<![CDATA[", 100_000), page("<?x ", 1) + ">",
    page("\0", 500_000),
    page("<h1>", 300) + String(repeating: "<br>", count: 200_000),
    page("<p " + (0..<250).map { "a\($0)=1" }.joined(separator: " ") + ">", 400),
    "<div class='\(String(repeating: "main content ", count: 400_000))'>"
      + page("<time>1</time><i class=author>a b</i>", 40),
  ])
  func `keeps the text of pages that nest, repeat and never close`(page: Shape) throws {
    let extractor = Extractor(maxNodes: 10_000_000)
    let article = try extractor.article(
      from: Array(page.html.utf8),
      kind: .html,
      charset: nil,
      address: nil,
      followsRefresh: true
    )
    #expect(article.text.contains("fire brigade"))
  }

  @Test func `reads a single text of many megabytes`() throws {
    let html = "<p>" + String(repeating: "word ", count: 4_000_000)
    #expect(try extract(html).words == 4_000_000)
  }

  @Test func `reads linked data that nests and repeats`() throws {
    let deep = String(repeating: "{\"a\":[", count: 50_000)
    let wide = String(repeating: "{\"@id\":\"x\"},", count: 50_000)
    let tags =
      "{\"@type\":\"Article\",\"articleBody\":\"\(String(repeating: "<a", count: 1_000_000))\"}"
    let names = "{\"@type\":[\(String(repeating: "\"Article\",", count: 200_000))]}"
    for data in [
      tags, names, deep, "{\"@type\":\"Article\",\"author\":[\(wide)]}", "\"", "{\"a\":\"\\u12",
    ] {
      let html = "<script type=application/ld+json>\(data)</script><p>\(Self.text)</p>"
      #expect(try extract(html).text.contains("fire brigade"))
    }
  }

  @Test func `bounds titles and headings`() throws {
    let words = String(repeating: "Endless title - ", count: 200_000)
    let headings = String(repeating: "<h2>Again</h2>", count: 20_000)
    let article = try extract(
      "<title>\(words)</title><h1>\(words)</h1><p>\(Self.text)</p>\(headings)"
    )
    #expect((article.title ?? "").utf8.count <= 4096)
    #expect(article.headings.count <= 5000)
  }

  @Test(arguments: ["\n", "a\n", "a\n\n", "\r", " "])
  func `reads long lists of short lines`(line: String) {
    var writer = TextWriter()
    PlainText.write(Array(String(repeating: line, count: 500_000).utf8), to: &writer)
    #expect(writer.text.isEmpty == line.allSatisfy(\.isWhitespace))
  }

  @Test func `reads a page of very many paragraphs`() throws {
    let html = String(repeating: "<p>Two words.", count: 200_000) + "<p>\(Self.text)"
    #expect(try extract(html).text.contains("fire brigade"))
  }

  @Test func `reads several pages at once on threads of their own`() async {
    let html = Self.page("<div><p>x", 2000).html
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? extract(html).text.contains("fire brigade")) ?? false }
      }
      for await isRead in group { #expect(isRead) }
    }
  }

  @Test func `shows no request to switch scripts on`() {
    let notice =
      "<div id=root></div><noscript>\(String(repeating: "Please switch scripts on to go on. ", count: 5))</noscript>"
    #expect(throws: ExtractionError.self) { try extract(notice) }
    #expect(throws: ExtractionError.self) {
      try extract("<script>document.write('words')</script>")
    }
    #expect(throws: ExtractionError.self) { try extract("<frameset><frame src=a></frameset>") }
  }

  @Test func `takes any bytes`() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = Array("<>/&;='\" !-ap\u{E9}\n".utf8)
        return state >> 60 == 0
          ? UInt8(truncatingIfNeeded: state >> 40) : letters[Int(state >> 33) % letters.count]
      }
      do {
        let article = try Extractor().article(
          from: bytes,
          kind: .html,
          charset: nil,
          address: nil,
          followsRefresh: true
        )
        #expect(article.words > 0)
      } catch {
        #expect(["empty", "refresh"].contains(error.kind))
      }
    }
  }
}
