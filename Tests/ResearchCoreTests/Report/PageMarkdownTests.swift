import Extraction
import Testing

@testable import ResearchCore

struct PageMarkdownTests {
  /// The record of a page all of which is text.
  private func record(_ html: String) throws -> Record {
    let article = try Extractor().article(
      from: Array(html.utf8),
      kind: .wholeHTML,
      charset: "utf-8",
      address: "https://a.example/b",
      followsRefresh: false
    )
    var record = Record(index: 1, source: "https://a.example/b")
    record.note(article)
    return record
  }

  /// The Markdown behind the front matter.
  private func body(_ html: String) throws -> String {
    var record = try record(html)
    record.title = nil
    let page = try #require(PageMarkdown.page(record))
    let head = "---\nsource: \"https://a.example/b\"\n---\n\n"
    try #require(page.hasPrefix(head))
    return String(page.dropFirst(head.count))
  }

  @Test(arguments: [
    ("<h2>A *b*</h2><p>c_d</p>", "## A \\*b\\*\n\nc\\_d\n"),
    ("<ul><li>a<li>b<ul><li>c<li>d</ul><li>e</ul><p>f", "- a\n- b\n  - c\n  - d\n- e\n\nf\n"),
    ("<ol><li>a<p>more</p><li>b</ol>", "1. a\n\n   more\n2. b\n"),
    ("<p>x<ol><li>a<ul><li>b</ul><li>c</ol>", "x\n\n1. a\n   - b\n2. c\n"),
    ("<blockquote><p>a</p><p>b</p></blockquote><p>c", "> a\n>\n> b\n\nc\n"),
    ("<pre>a *b*\n  ```\n\nc</pre>", " ````\n a *b*\n   ```\n\n c\n ````\n"),
    ("<ul><li>a<pre>b\nc</pre><li>d</ul>", "- a\n\n  ```\n  b\n  c\n  ```\n- d\n"),
    ("<pre>---\nsource: x\n---</pre>", " ```\n ---\n source: x\n ---\n ```\n"),
    ("<ol start=9><li>a<li>b<ul><li>c</ul></ol>", "9. a\n10. b\n    - c\n"),
    ("<ul><li>a<ol start=3><li>b<li>c</ol></ul>", "- a\n\n  3. b\n  4. c\n"),
    ("<ol><li>a<li value=4>b</ol><ol><li>c</ol>", "1. a\n\n4) b\n\n1. c\n"),
    (
      "<p><a href=/\(String(repeating: "x", count: 2_030))>www</a>.evil.example",
      "www\\.evil.example\n"
    ),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n| c |  |\n"),
    (
      "<table><tr><th>A<th>B|<tr><td><td><a href=/x>c</a></table>",
      "| A | B\\| |\n| --- | --- |\n|  | [c](https://a.example/x) |\n"
    ),
    (
      "<p>See <a href='/x(1)?a&amp;copy;'>the [page]</a>, and more.",
      "See [the \\[page\\]](https://a.example/x%281%29?a&amp;copy;), and more.\n"
    ),
    (
      "<p>1. a<p>- b<p># c<p>&gt; d<p>---<p>&lt;b&gt;",
      "1\\. a\n\n\\- b\n\n\\# c\n\n\\> d\n\n\\---\n\n&lt;b\\>\n"
    ),
  ])
  func `writes a page as it is built`(html: String, markdown: String) throws {
    #expect(try body(html) == markdown)
  }

  @Test func `begins with what is known of the page`() throws {
    var record = Record(index: 2, source: "list/page.html")
    record.title = "A \"b\"\n---"
    record.authors = ["C, D", "E"]
    record.published = "2026-01-31"
    record.text = "Text."
    #expect(
      PageMarkdown.page(record) == """
        ---
        title: "A \\"b\\" ---"
        source: "list/page.html"
        published: "2026-01-31"
        authors: ["C, D", "E"]
        ---

        # A "b" ---

        Text.

        """
    )
  }

  @Test func `gives nothing for a record without a text`() {
    #expect(PageMarkdown.page(Record(index: 1, source: "x")) == nil)
  }

  @Test func `says the title once`() throws {
    let page = try #require(PageMarkdown.page(try record("<h1>Guide</h1><p>x")))
    #expect(page.hasSuffix("---\n\n# Guide\n\nx\n"))
  }

  @Test(arguments: [
    (Record.Part.Kind.list, -4, 2), (.code, 3, 900), (.table, 5, 5), (.quotation, 9, 3),
  ])
  func `passes over places that are none`(kind: Record.Part.Kind, start: Int, end: Int) {
    var record = Record(index: 1, source: "x")
    record.text = "One two.\n\nThree."
    var part = Record.Part(kind: kind, start: start, end: end)
    part.rows = [[-3, 99], [7]]
    part.items = [70, -2]
    record.parts = [part]
    record.links = [
      .init(start: 3, end: 1, url: "https://a.example/"), .init(start: 4, end: 99, url: "x"),
    ]
    record.headings = [.init(text: "x", level: 77, start: -2)]
    #expect(PageMarkdown.page(record)?.hasSuffix("One two.\n\nThree.\n") == true)
  }

  @Test func `escapes in one piece what no link is written in`() {
    var record = Record(index: 1, source: "x")
    record.text = "www.evil.example"
    record.links = [
      .init(start: 0, end: 3, url: "mailto:x"), .init(start: 2, end: 6, url: "http://a/"),
    ]
    record.links?[1].url += String(repeating: "x", count: 2_000)
    #expect(PageMarkdown.page(record)?.hasSuffix("\nwww\\.evil.example\n") == true)
  }

  @Test func `takes cells that lie nowhere for empty ones`() {
    var record = Record(index: 1, source: "x")
    record.text = "a | b"
    var part = Record.Part(kind: .table, start: 0, end: 5)
    part.rows = [[0, 1, -3, 99], [7]]
    record.parts = [part]
    #expect(PageMarkdown.page(record)?.hasSuffix("| a |  |\n| --- | --- |\n|  |  |\n") == true)
  }
}
