import Testing

@testable import Extraction

struct TextCollectorTests {
  @Test(arguments: [
    ("a  b\u{A0}\u{2003}c", "a b c"), ("\u{1B}[31m\u{7F}\u{9B}x", "[31mx"),
    ("so\u{AD}ft\u{200B}\u{202E}\u{2066}\u{FEFF}\u{E0041}\u{61C}", "soft"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200C}b é\u{200D}\u{200D}f", "ab é\u{200D}f"),
    ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
    ("x\u{FE01}\u{FE02}\u{FE0C}\u{FE0D}y", "x\u{FE01}y"),
    (" \u{FE0F}\u{200D}x", "x"), ("\u{E0100}\u{10FFFF}\u{3164}x", "x"),
  ])
  func `keeps what can be read and nothing that hides`(text: String, expected: String) {
    var collector = TextCollector()
    collector.append(Array(text.utf8)[...])
    #expect(collector.bytes == Array(expected.utf8))
  }
}
