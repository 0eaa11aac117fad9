import TestSupport
import Testing

@testable import Summarisation

struct PlainAnswerTests {
  private func plain(_ text: String) -> String {
    String(decoding: PlainAnswer.bytes(of: text), as: UTF8.self)
  }

  @Test(arguments: [
    ("Plain.", "Plain.\n"), ("", "\n"), ("One.\nTwo.", "One.\nTwo.\n"),
    ("# Heading\n\nText.", "\n\n\nText.\n"), ("#tag stays", "#tag stays\n"),
    ("- one\n- two", "\none\n\ntwo\n"), ("1. one\n12) two", "\none\n\ntwo\n"),
    ("• one", "\none\n"), ("2024. A year", "2024. A year\n"), ("-5 degrees", "-5 degrees\n"),
    ("> quoted", "quoted\n"), ("```swift\ncode\n```", "\n\ncode\n\n\n"), ("---", "\n\n"),
    ("-", "-\n"), ("* a\n*b*", "\na\nb\n"),
  ])
  func `takes the marks off the beginnings of lines`(text: String, bytes: String) {
    #expect(plain(text) == bytes)
  }

  @Test(arguments: [
    ("**bold** and *thin*, `code`.", "bold and thin, code."),
    ("5 * 3 = 15, 5*3, a ** b", "5 * 3 = 15, 5*3, a ** b"), ("***all***", "all"),
    ("snake_case and __init__", "snake_case and __init__"),
    (#"\*not bold\* \[1\] C:\dir"#, #"*not bold* [1] C:\dir"#),
    ("see [the text](https://h/a_(b) \"t\").", "see the text."),
    ("![a seal](x.png) rests", "a seal rests"), ("said [1](http://h) so", "said [1] so"),
    ("[a [b](c) d](e)", "a b d"), ("[open](never", "[open](never"), ("](x)", "](x)"),
    ("[a][b] and [1]", "[a][b] and [1]"),
    ("at https://u:p@evil.example:8/x?y#z.", "at evil.example:8."),
    ("<HTTP://h/a> or http://", "h or http://"), ("(https://h/)", "(h)"),
    ("shttp://h", "shttp://h"), ("hhttps://", "hhttps://"), ("**http://h**", "h"),
  ])
  func `takes the marks out of lines`(text: String, line: String) {
    #expect(plain(text) == line + "\n")
  }

  @Test(arguments: [
    ("\u{1B}[31mred\u{7F}\u{9B}", "[31mred\n"), ("a\r\nb\tc", "a\nb c\n"),
    ("\u{202E}desrever\u{2066}\u{200B}\u{FEFF}", "desrever\n"), ("a\u{2028}b", "a\nb\n"),
    ("tag\u{E0041}\u{AD}s", "tags\n"),
    ("👩\u{200D}🔬 می\u{200C}خواهم", "👩\u{200D}🔬 می\u{200C}خواهم\n"),
  ])
  func `takes out what controls or hides`(text: String, bytes: String) {
    #expect(plain(text) == bytes)
  }

  @Test(arguments: [
    ("", ""), (" a \n\n b\u{A0}\u{3000}c ", "a b c"), ("\u{7}\n", ""), ("é\té", "é é"),
  ])
  func `makes one line`(text: String, line: String) {
    #expect(PlainAnswer.oneLine(text) == line)
  }

  @Test(arguments: [
    "[", "](", "[](", "](((", "*", "http://", "<http://", "![", "\\", "h", "> ", "#",
  ])
  func `takes no more than a pass over what repeats`(part: String) {
    let text = String(repeating: part, count: 20_000)
    #expect(PlainAnswer.bytes(of: text).count <= text.utf8.count + 3)
  }

  @Test func `survives any bytes`() {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "[", "]", "(", ")", "*", "`", "\\", "http://", "h", "é", " ", "\n", "-", "1.", "#", "!",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = PlainAnswer.bytes(of: text)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }
}
