extension Fault {
  /// Documents whose marks are broken, odd or in disorder; their text is there all the same.
  static func documents(_ site: LocalSite) -> [Fault] {
    let unseen = FaultPage.unseen
    let odd: [(String, (String) -> String)] = [
      (
        "unclosed everything",
        { text in
          "<html><head><title>On it</title><body><article><h1>On it"
            + text.replacing("</p>", with: "")
        }
      ),
      (
        "tags that nobody opened",
        { "</b></i></p></div></table></ul>\(page($0))</body></html></article>" }
      ),
      ("a comment that never ends", { page($0) + "<!-- \(unseen) " }),
      ("a comment that ends at once", { page("<!-->" + $0) }),
      ("a comment in odd shape", { page("<!-- a -- b --!>" + $0 + "<!--->") }),
      ("a template", { page($0 + "<template><p>\(unseen) in a template.</p></template>") }),
      (
        "a noscript",
        { page("<noscript><p>\(unseen): please switch scripts on.</p></noscript>" + $0) }
      ),
      ("a frame in the text", { page($0 + "<iframe src=x><p>\(unseen)</p></iframe>") }),
      (
        "scripts that write comments",
        { page("<script><!-- <script> \(unseen) </script>\(unseen)--></script>" + $0) }
      ),
      (
        "a script that holds its end",
        { page("<script>var a = '<\\/script> \(unseen)';</script>" + $0) }
      ),
      ("a script that never ends", { page($0) + "<script>var \(unseen)" }),
      ("styles", { page("<style>p::before { content: '\(unseen)' }</style>" + $0) }),
      (
        "a picture of lines",
        { page("<svg><title>\(unseen)</title><text>\(unseen)</text></svg>" + $0) }
      ),
      ("formulas", { page($0 + "<math><mi>x</mi><annotation>\(unseen)</annotation></math>") }),
      ("a text area", { page("<textarea>\(unseen)<p></textarea>" + $0) }),
      ("attributes without quotes", { page("<div class=a id=b data-x=<p>>" + $0 + "</div>") }),
      (
        "attributes with angle brackets",
        { page("<div title=\"a > b <p>\(unseen)\">" + $0 + "</div>") }
      ),
      ("attributes in disorder", { page("<div a\"b='c' = d ==e 'f\">" + $0 + "</div>") }),
      (
        "less-than signs in text",
        {
          page($0 + "<p>One < two <3 and a<b, as everybody knows who has learnt it at school.</p>")
        }
      ),
      (
        "names of tags in capitals",
        { page($0).replacing("<p>", with: "<P>").replacing("article", with: "ARTICLE") }
      ),
      ("two bodies", { "<html><body><body><html>\(page($0))<body>" }),
      ("two titles", { page("<title>\(unseen)</title>" + $0) }),
      ("nested paragraphs", { page("<p><p><p>" + $0) }),
      ("nested links", { page("<a href=a><a href=b><a href=c></a>" + $0) }),
      ("blocks within marks", { page("<b><i><div>" + $0 + "</i></b></div>") }),
      ("tables without rows", { page("<table><tr><td>" + $0 + "</table>") }),
      ("text in a table's wrong place", { page("<table><p>lost</p><tr>x</table>" + $0) }),
      ("a doctype of old", { "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">" + $0 }),
      ("no head and no body", { $0 }),
      ("a declaration of XML", { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + page($0) }),
      (
        "entities that do not exist",
        {
          page($0 + "<p>&nosuch; &#x110000; &#0; &#xD800; &amp &lt &#99999999999999999999; &;</p>")
        }
      ),
      (
        "declarations of entities",
        {
          "<!DOCTYPE html [<!ENTITY a \"\(unseen)\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            + page($0)
        }
      ),
      ("NUL bytes", { page("\0" + $0.replacing("apples", with: "app\0les") + "\0\0") }),
      ("NUL bytes in tags", { page("<di\0v cl\0ass=x>" + $0 + "</div>") }),
      ("control characters", { page("\u{1}\u{8}\u{b}\u{c}\u{e}\u{1f}\u{7f}" + $0) }),
      ("carriage returns alone", { page($0).replacing("\n", with: "\r") }),
      (
        "a base of evil",
        { page($0).replacing("<head>", with: "<head><base href=\"javascript:alert(1)//\">") }
      ),
      (
        "a canonical of evil",
        {
          page($0).replacing(
            "<head>",
            with: "<head><link rel=canonical href=\"javascript:alert(1)\">"
          )
        }
      ),
      ("an attribute without an end", { page($0) + "<div class=\"\(unseen)" }),
      ("a tag without an end", { page($0) + "<div class" }),
      ("CDATA in HTML", { page("<![CDATA[ \(unseen) ]]>" + $0) }),
    ]
    return odd.map { name, make in
      let text = FaultPage.paragraphs(name).map { "<p>\($0)</p>\n" }.joined()
      return Fault(name, site, .text(make(text)), is: Self.expected(name))
    }
  }

  /// Where NUL bytes stood within a word, the rest of the text is as it was.
  private static func expected(_ name: String) -> Outcome { .page(name) }

  private static func page(_ text: String) -> String {
    "<!DOCTYPE html><html lang=en><head><title>On it</title></head><body><article><h1>On it</h1>"
      + "\(text)</article></body></html>"
  }

  /// Documents that are not what they are said to be, or no text at all.
  static func kinds(_ site: LocalSite) -> [Fault] {
    func good(_ name: String, _ type: String, _ text: (String) -> String) -> Fault {
      Fault(name, site, .text(text(name), type: type), is: .page(name))
    }
    func bad(
      _ name: String,
      _ type: String,
      _ bytes: [UInt8],
      _ kinds: [String] = ["unsupported_type"]
    ) -> Fault {
      Fault(name, site, .bytes(bytes, type: type), is: .fails(kinds))
    }
    let html = "text/html"
    let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + (0..<200)
    let script =
      "<html><head><title>App</title></head><body><div id=root></div><script>app()</script></body></html>"
    return [
      good("plain text", "text/plain") { FaultPage.plain($0) },
      good("Markdown", "text/markdown") { "# On \($0)\n\n" + FaultPage.plain($0) },
      good("HTML labelled as text", "text/plain") { FaultPage.html($0) },
      good("HTML without a label", "") { FaultPage.html($0) },
      good("HTML labelled as bytes", "application/octet-stream") { FaultPage.html($0) },
      good("XHTML", "application/xhtml+xml") {
        FaultPage.html($0).replacing("<html", with: "<html xmlns=\"http://www.w3.org/1999/xhtml\"")
      },
      good("XHTML labelled as XML", "application/xml") {
        "<?xml version=\"1.0\"?>\n" + FaultPage.html($0)
      },
      good("a type with rubbish", "text/html; ; charset=\"utf-8; x=\u{1}") { FaultPage.html($0) },
      bad("a picture labelled as HTML", html, png),
      bad("a picture", "image/png", png),
      bad("a photograph labelled as text", "text/plain", [0xff, 0xd8, 0xff, 0xe0] + (0..<200)),
      bad("an archive labelled as HTML", html, [0x50, 0x4b, 3, 4] + (0..<200)),
      bad("a film", "video/mp4", Array(repeating: 0, count: 500)),
      bad("JSON", "application/json", Array("{\"text\": \"The creature\"}".utf8)),
      bad(
        "JSON of nothing labelled as HTML",
        html,
        Array("[{}, [], \"\", {}]".utf8),
        ["empty", "unsupported_type"]
      ),
      bad(
        "a feed",
        "application/rss+xml",
        Array("<?xml version=\"1.0\"?><rss><channel/></rss>".utf8)
      ),
      bad(
        "XML of billions",
        "text/xml",
        Array(
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>"
            .utf8
        )
      ),
      bad(
        "a cut PDF",
        "application/pdf",
        Array("%PDF-1.4\n1 0 obj <<".utf8),
        ["unsupported_type", "empty", "decode", "file"]
      ),
      bad(
        "binary labelled as HTML",
        html,
        (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 &+ $0 >> 3) },
        ["unsupported_type", "empty"]
      ),
      bad(
        "zeros labelled as HTML",
        html,
        Array(repeating: 0, count: 5_000),
        ["empty", "unsupported_type"]
      ),
      bad("a page of scripts alone", html, Array(script.utf8), ["empty"]),
      bad(
        "frames",
        html,
        Array("<html><head><title>F</title></head><frameset><frame src=a></frameset></html>".utf8),
        ["empty"]
      ),
      bad("one comment", html, Array("<!-- nothing -->".utf8), ["empty"]),
      bad("one tag", html, Array("<".utf8), ["empty"]),
      bad("one mark of order", html, [0xef, 0xbb, 0xbf], ["empty"]),
    ]
  }
}
