import Testing

@testable import ResearchCore

struct HTMLAnchorsTests {
  @Test func `gives headings the ids that GitHub gives`() throws {
    var anchors = HTMLAnchors()
    #expect(
      try Self.added("# A *b* & `c`\n\n### A b c\n\n## A b  c", &anchors)
        == "<h1 id=\"a-b--c\">A <em>b</em> &amp; <code>c</code></h1>\n"
        + "<h3 id=\"a-b-c\">A b c</h3>\n<h2 id=\"a-b--c-1\">A b  c</h2>\n"
    )
  }

  @Test func `numbers marks by their first use, through all stretches`() throws {
    var anchors = HTMLAnchors()
    let first = try Self.added("a[^7] b[^2]\n\n[^7]: x\n\n[^2]: y", &anchors)
    #expect(
      first == """
        <p>a<sup><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup> \
        b<sup><a href="#fn:2" id="fnref:2" role="doc-noteref">2</a></sup></p>

        """
    )
    let second = try Self.added("c[^2] d[^9]\n\n[^2]: y\n\n[^9]: z", &anchors)
    #expect(second.contains("<a href=\"#fn:2\" id=\"fnref:2:2\" role=\"doc-noteref\">2</a>"))
    #expect(second.contains("<a href=\"#fn:3\" id=\"fnref:3\" role=\"doc-noteref\">3</a>"))
    #expect(anchors.marked == [7, 2, 9])
    let note = anchors.footnote(2, html: Array("<p>Text</p>\n".utf8))
    #expect(
      String(decoding: note, as: UTF8.self) == """
        <li id="fn:2">
        <p>Text <a href="#fnref:2" role="doc-backlink" aria-label="Back to reference 2">↩</a> \
        <a href="#fnref:2:2" role="doc-backlink" aria-label="Back to reference 2-2">\
        ↩<sup>2</sup></a></p>
        </li>

        """
    )
  }

  @Test func `frames tables, and joins those that were cut`() throws {
    var anchors = HTMLAnchors()
    let table = "| A |\n|---|\n| 1 |\n"
    let whole = try Self.added(table + "| 2 |\n", &anchors)
    #expect(whole.hasPrefix("<div class=\"table\"") && whole.hasSuffix("</table></div>\n"))
    let first = try Self.added(table, &anchors, endsInTable: true)
    let second = try Self.added("| A |\n|---|\n| 2 |\n", &anchors, continuesTable: true)
    #expect(first + second == whole)
  }

  @Test func `takes what looks like tags in texts for text`() throws {
    var anchors = HTMLAnchors()
    let text = "\\<h2> \\<table> `<sup class=\"footnote-ref\">` \\<section class=\"footnotes\""
    let html = try Self.added(text, &anchors)
    #expect(html.hasPrefix("<p>&lt;h2&gt; &lt;table&gt;"))
    #expect(html.hasSuffix("&lt;section class=&quot;footnotes&quot;</p>\n"))
  }

  private static func added(
    _ markdown: String,
    _ anchors: inout HTMLAnchors,
    continuesTable: Bool = false,
    endsInTable: Bool = false
  ) throws -> String {
    let html = try CommonMark.html(of: Array(markdown.utf8)[...], with: [.table, .footnotes])
    let stretch = MarkdownStretches.Stretch(
      continuesTable: continuesTable,
      endsInTable: endsInTable
    )
    return String(decoding: anchors.added(to: html, of: stretch), as: UTF8.self)
  }
}
