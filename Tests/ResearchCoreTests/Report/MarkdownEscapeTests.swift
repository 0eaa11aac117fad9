import Testing

@testable import ResearchCore

/// Texts that would act in a report if they were not escaped.
let hostileTexts = [
  "# heading", "- item", "+ item", "1. item", "1) item", "a. item", "> quote", "    code", "```",
  "~~~", "---", "===", "***", "| a | b |", "[x](javascript:alert(1))", "![x](http://e.example/i)",
  "![^1]", "<script>alert(1)</script>", "&lt;b&gt; &copy; &#35;", "`code`", "*a* **b** _c_ ~~d~~",
  "[^1]: evil", "[x]: http://evil.example", "see www.evil.example or ftp://evil.example/x",
  "line\nend\r\n\r\n# head", "back\\", "\\*x\\*", "ends!", "\u{202E}drawkcab",
  "\u{0}\u{7}\u{1B}[31m",
  "$$x$$ {{evil}} {% raw %} ==m== %%c%% @user #12", "<!-- c", "<https://evil.example>", "\t tab",
  "me@evil.example", "&#x2060;\\@x", "so\u{AD}ft\u{61C}", "trailing  ", " ", "", "]]>",
  "a\u{2028}b\u{85}c", "<?php", "\u{FEFF}bom", "e\u{301}\u{200D}",
  "日本語のテキスト。", "\u{10FFFF}", "…", "--- \n---\n", "\" onclick=\"x", "x\"\ntags: [evil]",
]

struct MarkdownEscapeTests {
  @Test(arguments: hostileTexts)
  func `undoes its escapes scalar by scalar`(text: String) {
    let back = MarkdownEscape.undo(MarkdownEscape.passage(text))
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `undoes its escapes of random text`() {
    var generator = Generator(state: 1)
    let scalars = Array("\\&#;<>lt amp 35!.[]|*_`\n\r\t1a:/w=%-+(){}$^@~\u{202E}é日😀".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      let back = MarkdownEscape.undo(MarkdownEscape.passage(String(text)))
      #expect(Array(back.unicodeScalars) == Array(text))
    }
  }

  @Test(arguments: hostileTexts)
  func `leaves nothing that acts`(text: String) {
    let escaped = Array(MarkdownEscape.passage(text).utf8)
    var index = 0
    while index < escaped.count {
      #expect(escaped[index] >= 0x20 && escaped[index] != 0x7F)
      if escaped[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      let isReference = index > 0 && escaped[index - 1] == UInt8(ascii: "&")
      #expect(isReference || !"`*_[]{}<>|~#$^@".utf8.contains(escaped[index]))
      index += 1
    }
  }

  @Test(arguments: [
    (
      "plain text, as it is: so (yes) it's 100% \"fine\"; ok? 3.5 - 2 = 1.5",
      "plain text, as it is: so (yes) it's 100% \"fine\"; ok? 3.5 - 2 = 1.5"
    ),
    ("12. May", "12\\. May"), ("x. y", "x\\. y"), ("It. y", "It. y"),
    ("- a - b", "\\- a - b"), ("a | b", "a \\| b"), ("stop!", "stop\\!"),
    ("stop! now", "stop! now"),
    ("<b>&amp;", "&lt;b\\>&amp;amp;"), ("http://a.b", "http\\://a.b"), ("www.a.b", "www\\.a.b"),
    ("a\r\nb", "a&#13;&#10;b"), (" a ", "&#32;a&#32;"), ("\u{202E}a\u{200D}b", "&#8238;a\u{200D}b"),
    ("write a@b.c", "write a&#x2060;\\@b.c"), ("@b a @ b", "\\@b a \\@ b"),
    ("a==b", "a\\=\\=b"), ("a=b", "a=b"), ("50 %", "50 %"), ("%% a", "\\%\\% a"),
  ])
  func `escapes what must be and no more`(text: String, expected: String) {
    #expect(MarkdownEscape.passage(text) == expected)
  }

  @Test func `makes one short line of a label`() {
    #expect(MarkdownEscape.label(" A\n\n B\u{202E}\t*c* ") == "A B \\*c\\*")
    #expect(MarkdownEscape.label(String(repeating: "x", count: 300)).utf8.count == 203)
  }

  @Test(arguments: [
    ("\\", "\\"), ("a\\b", "a\\b"), ("&", "&"), ("&copy;", "&copy;"), ("&#xx;", "&#xx;"),
    ("&#55296;", "&#55296;"), ("&#99999999999;", "&#99999999999;"), ("&lt", "&lt"),
  ])
  func `leaves alone what it did not write`(text: String, expected: String) {
    #expect(MarkdownEscape.undo(text) == expected)
  }
}
