import Testing

@testable import research

struct TerminalTextTests {
  @Test(arguments: [
    ("plain – ü 日本 🙂", "plain – ü 日本 🙂"), ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
    ("a\nb\r\tc", "a b  c"), ("\u{9b}2J", "\u{fffd}2J"), ("\u{202e}exe", "\u{fffd}exe"),
    ("a\u{200b}b\u{e0041}", "a\u{fffd}b\u{fffd}"), ("\u{2028}", " "),
  ])
  func `leaves nothing that a terminal obeys`(_ text: String, _ safe: String) {
    #expect(TerminalText.safe(text) == safe)
  }

  @Test func `keeps what scripts need, and bounds a line`() {
    #expect(TerminalText.safe("می\u{200c}خواهم ❤\u{fe0f}") == "می\u{200c}خواهم ❤\u{fe0f}")
    #expect(TerminalText.safe(String(repeating: "x", count: 10_000)).utf8.count == 3_003)
    #expect(TerminalText.safe(String(repeating: "é", count: 3_000)).utf8.count == 6_000)
  }
}
