import Testing

@testable import Extraction

/// Reads a page all of which is text, so that only the layout is tried.
private func read(_ html: String, address: String? = "https://a.example/b/c.html") throws -> Article
{
  try extract(html, kind: .wholeHTML, address: address)
}

extension Article {
  /// What stands at some places of the text.
  fileprivate func cut(_ start: Int, _ end: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  fileprivate func cells() -> [[String]] {
    parts.filter { $0.kind == .table }.flatMap(\.rows).map { row in
      stride(from: 0, to: row.count, by: 2).map { cut(row[$0], row[$0 + 1]) }
    }
  }
}

struct TextLayoutTests {
  @Test func `writes a row as one line, and knows its cells`() throws {
    let article = try read(
      """
      <p>Prices:<table><tr><th>Größe<th>価格<th></tr><tr><td>klein<td><td>3 €</tr>
      <tr><td><a href=/m>mittel</a><td>五百円<td>5 €</tr></table><p>End.
      """
    )
    #expect(
      article.text == "Prices:\n\nGröße | 価格\n\nklein | 3 €\n\nmittel | 五百円 | 5 €\n\nEnd."
    )
    #expect(
      article.cells() == [["Größe", "価格", ""], ["klein", "", "3 €"], ["mittel", "五百円", "5 €"]]
    )
    #expect(article.parts.map(\.kind) == [.table])
    #expect(article.links.map { article.cut($0.start, $0.end) } == ["mittel"])
  }

  @Test(arguments: [
    "<tr><td><h2>Menu</h2><td>Text</tr>", "<tr><td>a<p>b</p><td>c</tr>", "<tr><td>alone</tr>",
    "<tr><td><ul><li>a<li>b</ul><td>c</tr>", "<tr><td>a<td><table><tr><td>b</table></tr>",
    "<tr><td>a<td>\(String(repeating: "long ", count: 60))</tr>",
    "<tr><td>Code<td><pre>x\ny</pre></tr>", "<tr><td><pre>a</pre><td>B</tr>",
  ])
  func `takes no layout for a table of data`(rows: String) throws {
    let article = try read("<p>x</p><table>\(rows)</table>")
    #expect(!article.text.contains(" | "))
    #expect(article.parts.allSatisfy { $0.kind != .table })
  }

  @Test func `tells no table of rows outside one`() throws {
    let article = try read("<tr><td>one<td>two</tr><p>Text.<table><tr><td>a<td>b</table>")
    #expect(article.text == "one | two\n\nText.\n\na | b")
    #expect(article.cells() == [["a", "b"]])
  }

  @Test func `keeps the lines of code and their indentation beyond the margin`() throws {
    let article = try read(
      "<p>So:</p><pre>\n    if x {\n\ty()\n    }\n\n\n    z  =  1\n</pre><p>End."
    )
    #expect(article.text == "So:\n\nif x {\ny()\n}\n\nz  =  1\n\nEnd.")
    let code = try #require(article.parts.first)
    #expect(code.kind == .code && article.parts.count == 1)
    #expect(article.cut(code.start, code.end) == "if x {\ny()\n}\n\nz  =  1")
  }

  @Test(arguments: [
    ("<pre>a\r\n  b\rc</pre>", "a\n  b\nc"), ("<pre>a<br>  b<br><br>c</pre>", "a\n  b\n\nc"),
    ("<pre><code><span>a</span>\n<span>  b</span></code></pre>", "a\n  b"),
    ("<pre><div>a</div><div>  b</div><div></div><div>c</div></pre>", "a\n  b\nc"),
    ("<pre>a\n \n\n\n  b</pre>", "a\n\n  b"),
    ("<pre>\n\n   \n</pre><p>x", "x"), ("<pre>a\u{A0}\u{2003}b\tc</pre>", "a  b    c"),
    ("<pre>é\n\u{202E}語 \u{1B}[1m</pre>", "é\n語 [1m"),
  ])
  func `reads code however its lines are broken`(html: String, text: String) throws {
    #expect(try read(html).text == text)
  }

  @Test func `bounds what blanks can make`() throws {
    let blanks = String(repeating: " ", count: 5_000)
    let text = try read("<pre>a\(blanks)b\n\(blanks)c</pre>").text
    #expect(text.utf8.count < 200 && text.hasSuffix("c"))
  }

  @Test func `tells lists, their items and how deep they lie`() throws {
    let article = try read(
      """
      <p>Before.<ol><li>one<ul><li>inner<p>more</p></ul><li>two</ol><ul><li>apart</ul>
      """
    )
    #expect(article.text == "Before.\n\none\n\ninner\n\nmore\n\ntwo\n\napart")
    let lists = article.parts
    #expect(lists.map(\.kind) == [.list, .list, .list, .list])
    #expect(lists.map(\.depth) == [1, 2, 1, 1])
    #expect(lists.map(\.first) == [1, 0, 2, 0])
    #expect(lists.map { $0.items.count } == [1, 1, 1, 1])
    #expect(article.cut(lists[1].start, lists[1].end) == "inner\n\nmore")
  }

  @Test func `makes one quotation of its paragraphs, whatever it holds`() throws {
    let article = try read(
      "<p>He said:<blockquote><p>One.</p><ul><li>Two.</ul><p>Three.</p></blockquote><p>So."
    )
    #expect(article.parts.map(\.kind) == [.quotation, .list])
    let quotation = article.parts[0]
    #expect(article.cut(quotation.start, quotation.end) == "One.\n\nTwo.\n\nThree.")
  }

  @Test(arguments: [
    "<tr><td><pre>a</pre><td>B</tr>", "<tr><td>B<td><pre>a</pre></tr>",
  ])
  func `knows code in a cell that is no cell of data`(row: String) throws {
    let article = try read("<table>\(row)</table>")
    let code = try #require(article.parts.first)
    #expect(article.parts.count == 1 && code.kind == .code)
    #expect(article.cut(code.start, code.end) == "a")
  }

  @Test func `keeps rows that cells of others reach into within their table`() throws {
    let article = try read(
      """
      <table><tr><td colspan=2>Alone<tr><th>Name<th>Meaning<tr><td rowspan=2>A<td>first<tr><td>second
      <tr><td colspan=2>both<tr><td>B<td>third</table>
      """
    )
    #expect(article.parts.map(\.kind) == [.table])
    #expect(
      article.cells() == [
        ["Name", "Meaning"], ["A", "first"], ["second"], ["both"], ["B", "third"],
      ]
    )
  }

  @Test func `takes a row that holds another for a layout, once`() throws {
    let article = try read("<table><tr><td>a<div><tr><td>b<td>c</tr></div></td><td>d</table>")
    #expect(
      Set(article.text.split(whereSeparator: { " |\n".contains($0) })) == ["a", "b", "c", "d"]
    )
  }

  @Test func `numbers items as the page does`() throws {
    let article = try read(
      "<ol start=5><li>a<li>b<li value=9>c<li>d</ol><ol start=x><li value=-1>e</ol><ul><li value=3>f</ul>"
    )
    #expect(article.parts.map(\.first) == [5, 9, 1, 0])
    #expect(article.parts.map { $0.items.count } == [2, 2, 1, 1])
  }

  /// What is written of some blocks of a page.
  private func write(_ chosen: [Int], of html: String) throws -> TextWriter {
    let document = try HTMLParser.document(
      from: Array(html.utf8),
      maxNodes: 1_000,
      maxDepth: 64,
      isXML: false
    ).0
    var writer = TextWriter()
    TextLayout.write(chosen, of: TextBlocksBuilder.blocks(of: document), to: &writer)
    return writer
  }

  @Test(arguments: [
    "<blockquote>a</blockquote><p>b</p><blockquote>c</blockquote>",
    "<ul><li>a</ul><p>b</p><ul><li>c</ul>", "<pre>a</pre><p>b</p><pre>c</pre>",
    "<ol><li>a<li>b<li>c</ol>",
  ])
  func `joins nothing over a paragraph that was not chosen`(html: String) throws {
    let writer = try write([0, 2], of: html)
    #expect(writer.text == "a\n\nc")
    #expect(writer.parts.parts.map(\.start) == [0, 3])
    #expect(writer.parts.parts.map(\.end) == [1, 4])
  }

  @Test(arguments: [
    String(repeating: "<ul><li>x</ul><p>y", count: 12_000),
    "<ul>\(String(repeating: "<li>x", count: 12_000))</ul>",
    String(repeating: "<table><tr><td>a<td>b</table>", count: 6_000),
    "<table>\(String(repeating: "<tr><td>a<td>b", count: 6_000))</table>",
    String(repeating: "<pre>a</pre>", count: 12_000),
  ])
  func `bounds the parts that it tells of`(html: String) throws {
    let article = try read("<p>z</p>\(html)<p>End.")
    let places = article.parts.reduce(0) { sum, part in
      sum + 1 + part.items.count + part.rows.reduce(0) { $0 + $1.count / 2 }
    }
    #expect((9_990...10_000).contains(places))
    #expect(article.text.hasSuffix("\n\nEnd."))
  }
}
