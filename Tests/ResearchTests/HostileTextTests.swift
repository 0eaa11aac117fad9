import CMarkGFM
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Pages that try to act in what is made of them, through the built program.
struct HostileTextTests {
  private static let markup = [
    "# heading", "1. item", "- [ ] task", "> quote", "```", "---", "| a | b |", "<!-- c",
    "[x](javascript:alert(1))", "![x](http://evil.example/i)", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<a href=\"data:text/html,x\">y</a>", "[^1]: evil",
    "[a]: http://evil.example", "mail me@evil.example",
    "see www.evil.example or ftp://evil.example",
    "http://evil.example/x", "xmpp:a@evil.example", "mailto:a@evil.example", "@user #12 {{evil}}",
    "\" onclick=\"x", "&lt;b&gt;&#60;i>", "javascript:alert(1)", "vbscript:x", "$$x$$ ==y== ~~z~~",
    "</style></title><svg onload=alert(1)>", "x\"\ntags: [evil]\n---\n# y", "***", "\\",
    "a\rb\n# c",
  ]
  private static let signs = [
    "\u{1b}[31m", "\u{1b}]8;;http://evil.example\u{7}x", "\u{9b}2J", "\u{9d}0;x\u{9c}", "\u{7f}",
    "\u{202e}x\u{2066}", "\u{200e}\u{200f}\u{61c}", "a\u{200b}\u{200c}\u{200d}b\u{2060}\u{feff}",
    "\u{e0041}\u{e007f}", "so\u{ad}ft", "x\u{fe00}\u{fe01}\u{e0100}", "\u{fff9}a\u{fffa}b\u{fffb}",
    "\u{10ffff}", "\u{180e}\u{3164}", "\u{2028}\u{85}x",
  ]

  private static func page(_ text: String, _ number: Int) -> String {
    let text = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
    let paragraphs = (1...4).map { place in
      "<p>\(text) stands in place \(place) of page \(number), and it is said by nobody else at all. "
        + "Whoever reads \(text) here reads nothing but letters on paper, whatever they say.</p>"
    }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>On \(text) in \(number)</title>
      <meta name="author" content="Ann \(text) Author"><meta property="og:site_name" content="\(text)">
      <link rel="canonical" href="javascript:\(text)"></head><body><article>
      <h1>On \(text) in \(number)</h1>\(paragraphs.joined())
      <p style="opacity: 0">The seen and the unseen are not the same, says secretive text.</p>
      <p style="position:absolute; left: -9999px">Here stands another secretive line of text.</p>
      <p hidden>One more of the secretive lines stands here, and nobody is to see it.</p>
      </article></body></html>
      """
  }

  /// All kinds of output of a run over pages that hold `texts`.
  private static func run(_ texts: [String]) async throws -> (Folder, ChildProcess.Result) {
    let folder = try Folder()
    var lines: [String] = []
    for (number, text) in texts.enumerated() {
      lines.append(try folder.write(page(text, number).utf8, to: "\(number).html"))
      lines.append("no address \(text.prefix { !$0.isNewline })")
    }
    let list = try folder.write(lines: lines)
    let arguments = ["-v", "-o", folder["r.md"], "--records", folder["records"], list]
    let result = try await Program.run(
      arguments[0],
      "--events",
      folder["events"],
      arguments[1],
      arguments[2],
      arguments[3],
      arguments[4],
      arguments[5]
    )
    #expect(result.ending == .exit(0))
    return (folder, result)
  }

  @Test func `lets no page act in the report or its HTML`() async throws {
    let (folder, _) = try await Self.run(Self.markup)
    let report = try folder.text("r.md")
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0 == "---" } == 2)
    #expect(!report.contains("secretive"))
    for options in [CMARK_OPT_UNSAFE, CMARK_OPT_DEFAULT] {
      let html = try Self.html(report, options)
      let tags = Set(html.split(separator: "<").dropFirst().map { $0.prefix { $0.isLetter } })
      let own: Set<Substring> = [
        "", "a", "em", "h", "hr", "li", "ol", "p", "section", "sup", "table", "tbody", "td", "th",
        "thead", "tr", "ul",
      ]
      #expect(tags.isSubset(of: own), "\(tags.subtracting(own))")
      // Saved pages have no address: all links lead within the report.
      let links = html.split(separator: "href=\"").dropFirst()
      #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("#") })
      #expect(!html.contains("<!--") && !html.contains("type=\"checkbox\""))
    }
  }

  @Test func `writes nothing that a terminal or an eye obeys`() async throws {
    let (folder, result) = try await Self.run(Self.signs)
    for name in ["r.md", "records", "events"] {
      let text = try folder.text(name)
      #expect(Self.hidden(in: text) == [], "\(name)")
      #expect(!text.contains("secretive"))
    }
    #expect(Self.hidden(in: result.text) == [] && Self.hidden(in: result.log) == [])
    // What the pages say is all there: each text was read.
    #expect(try folder.text("r.md").split(separator: "### ").count == Self.signs.count + 1)
  }

  @Test func `keeps what scripts and emoji need`() async throws {
    let word = "می\u{200c}خواهم ❤\u{fe0f}\u{200d}🔥"
    let (folder, _) = try await Self.run([word])
    #expect(try folder.text("r.md").contains("On " + word))
  }

  @Test func `bounds what is long`() async throws {
    let folder = try Folder()
    let long = String(repeating: "long ", count: 60_000)
    let endless = String(repeating: "x", count: 300_000)
    let html = """
      <title>\(long)</title><meta name=author content="\(long)"><meta property="og:site_name"
      content="\(endless)"><link rel=canonical href="http://a.example/\(endless)"><article>
      <h1>\(long)</h1><p>\(long).</p><p>\(endless)</p><p>A short sentence ends it all here.</p>
      """
    let lines = [
      try folder.write(html.utf8, to: "a.html"), "http://127.0.0.1:1/\(endless.prefix(100_000))",
      "gopher://\(endless.prefix(900_000))", endless,
    ]
    let list = try folder.write(lines: lines)
    let result = try await Program.run(
      "-v",
      "--retry",
      "0",
      "--records",
      folder["records"],
      "-o",
      folder["r.md"],
      list
    )
    #expect(result.ending == .exit(0))
    #expect(result.text.split(separator: "\n").allSatisfy { $0.utf8.count < 4_000 })
    let report = try folder.text("r.md")
    #expect(report.utf8.count < 50_000, "\(report.utf8.count)")
    for record in try JSON.lines(folder.text("records")) {
      #expect((record["title"]?.text ?? "").utf8.count <= 5_000)
      #expect((record["site"]?.text ?? "").utf8.count <= 1_000)
      #expect((record["error"]?["message"]?.text ?? "").utf8.count <= 2_000)
      #expect((record["authors"]?.values ?? []).allSatisfy { ($0.text ?? "").utf8.count <= 1_000 })
      #expect(record["canonical"] == nil)
    }
  }

  /// The scalars of a text that turn, hide or command.
  private static func hidden(in text: String) -> [UInt32] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
        0xE0000...0xE0FFF, 0x10FFFE, 0x10FFFF:
        true
      default: false
      }
    }
    .map(\.value)
  }

  /// The report as GitHub's reader renders it.
  static func html(_ markdown: String, _ options: Int32) throws -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = options | CMARK_OPT_FOOTNOTES
    let parser = try #require(cmark_parser_new(options))
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    // Readers take the front matter away first.
    let body = markdown.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    let text = Array((body.last ?? "").utf8)
    text.withUnsafeBytes { text in
      cmark_parser_feed(parser, text.bindMemory(to: CChar.self).baseAddress, text.count)
    }
    let tree = try #require(cmark_parser_finish(parser))
    defer { cmark_node_free(tree) }
    let html = try #require(
      cmark_render_html(tree, options, cmark_parser_get_syntax_extensions(parser))
    )
    defer { free(html) }
    return String(cString: html)
  }
}
