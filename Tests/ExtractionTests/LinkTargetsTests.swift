import Testing

@testable import Extraction

struct LinkTargetsTests {
  private func links(_ html: String, address: String? = "https://a.example/b/c.html") throws
    -> [TextLink]
  {
    try extract(html, kind: .wholeHTML, address: address).links
  }

  @Test(arguments: [
    ("/x?a=1&amp;b=2#c", "https://a.example/x?a=1&b=2#c"), ("d.html", "https://a.example/b/d.html"),
    ("//cdn.example/é", "https://cdn.example/%C3%A9"),
    (" https://b.example/a b ", "https://b.example/a%20b"),
    ("HTTP://B.example/", "HTTP://B.example/"), ("https://b.example/\n\tx", "https://b.example/x"),
    ("https://b.example/\u{202E}x)", "https://b.example/%E2%80%AEx)"),
    ("?q=<b>", "https://a.example/b/c.html?q=%3Cb%3E"),
  ])
  func `makes addresses absolute and printable`(reference: String, address: String) throws {
    let found = try links("<p>See <a href=\"\(reference)\">there</a>.")
    #expect(found == [TextLink(start: 4, end: 9, address: address)])
  }

  @Test(arguments: [
    "#top", "javascript:alert(1)", "JAVASCRIPT:x", "mailto:a@b.example", "data:text/html,x", "",
    "https://",
    "https:///x", "ftp://b.example/", "https://b.example/\(String(repeating: "x", count: 3_000))",
  ])
  func `leaves out what is no address of the web, or too long a one`(reference: String) throws {
    #expect(try links("<p>See <a href=\"\(reference)\">there</a>.").isEmpty)
  }

  @Test func `reads references against the base that the page names`() throws {
    let html = "<head><base href='/docs/'></head><p><a href=x>x</a>"
    #expect(try links(html).map(\.address) == ["https://a.example/docs/x"])
  }

  @Test func `takes the address that the page calls its own where none is known`() throws {
    let html = "<link rel=canonical href='https://c.example/d/e'><p><a href=x>x</a>"
    #expect(try links(html, address: nil).map(\.address) == ["https://c.example/d/x"])
    #expect(try links(html, address: "saved/page.html").map(\.address) == ["https://c.example/d/x"])
    #expect(
      try links(html, address: "https://a.example/").map(\.address) == ["https://a.example/x"]
    )
    #expect(try links("<p><a href=x>x</a>", address: nil).isEmpty)
    #expect(try links("<p><a href=x>x</a>", address: "saved/page.html").isEmpty)
  }

  @Test func `finds the text of a link by scalars, also in headings, items and across blocks`()
    throws
  {
    let html = """
      <h2>Öl: <a href=/1> 語 𝒳 </a></h2><ul><li>a <a href=/2>b<b>c</b></a>d</ul>
      <a href=/3><p>one</p><p>two</p></a><p><a name=x>no</a> <a href=/4></a>
      """
    let article = try extract(html, kind: .wholeHTML, address: "https://a.example/")
    let scalars = Array(article.text.unicodeScalars)
    let found = article.links.map { link in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[link.start..<link.end])
      return "\(String(view)) \(link.address.dropFirst(18))"
    }
    #expect(found == ["語 𝒳 1", "bc 2", "one 3", "two 3"])
  }

  @Test func `stops where a long base would make more of the page than it is`() throws {
    let base = "https://a.example/" + String(repeating: "x", count: 1_900) + "/"
    let html = "<base href='\(base)'><p>" + String(repeating: "<a href=y>x</a> ", count: 3_000)
    let found = try links(html)
    let bytes = found.reduce(0) { $0 + $1.address.utf8.count }
    #expect((250_000...262_144).contains(bytes))
    #expect(try links(html + String(repeating: " ", count: 400_000)).count > found.count)
  }

  @Test func `keeps five thousand links at most`() throws {
    let html = "<p>" + String(repeating: "<a href=/x>x</a> ", count: 6_000)
    #expect(try links(html).count == 5_000)
  }
}
