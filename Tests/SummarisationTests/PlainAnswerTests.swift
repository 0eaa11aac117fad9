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
    ("[a]: http://h/x\nText.", "\n\nText.\n"), ("[a]: </x>", "\n\n"),
    ("[Ann]: yes", "[Ann]: yes\n"),
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
    ("shttp://h", "h"), ("hhttps://", "hhttps://"), ("**http://h**", "h"),
    ("see www.evil.example/x?y or ftp://evil.example/z", "see evil.example or evil.example"),
    ("mail mailto:a@evil.example now", "mail evil.example now"),
    ("a data:text/html;base64,PHM+ b", "a  b"), ("run javascript:alert(1)", "run (1)"),
    ("the data: 5 seals, file: a", "the data: 5 seals, file: a"), ("10:30 at h:p", "10:30 at h:p"),
    ("<b>bold</b>, <IMG SRC=x onerror=a>, <!-- c -->d<br/>", "bold, , d"),
    ("Array<Int>, a < b > c, 1<2, <you>", "Array<Int>, a < b > c, 1<2, <you>"),
    ("<x onclick=a>b</x>", "b"), ("open <img src=x", "open img src=x"), ("</", "</"), ("<", "<"),
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
    "<", "<a ", "<a=", "<!", "a:", "www.", "data:x", "a://", "[", "](", "[](", "](((", "*",
    "http://", "<http://", "![", "\\", "h", "> ", "#",
  ])
  func `takes no more than a pass over what repeats`(part: String) {
    let text = String(repeating: part, count: 20_000)
    #expect(PlainAnswer.bytes(of: text).count <= text.utf8.count + 3)
  }

  @Test(arguments: [
    "ht<b>tp://evil.example/x", "<im<b>g src=x onerror=alert(1)>", "<<b>img src=x>",
    "<<img<i> src=x>",
    "[x](\nhttp://evil.example/a)", "!<b>[x](y)", "[x]<b>(http://evil.example)",
    "<\u{200B}img src=x>",
    "hthttp://tp://evil.example", "www.www.evil.example/x", "[[x](y)](http://evil.example)",
    "java<i></i>script:alert(1)", "<a<a<a<a<a href=http://h>>>>>", "[a](b)(http://c)",
  ])
  func `lets nothing come together again`(text: String) {
    for line in [text, PlainAnswer.oneLine(text)] {
      let sentence = PlainAnswer.sentence(line)
      for part in ["](", "![", "://", "<img", "<b", "<a", "www.", "script:alert"] {
        #expect(!sentence.contains(part), "\(sentence)")
      }
    }
  }

  @Test(arguments: [
    "Seals rest on 3 of 5 banks (see a), at 10:30.", "Array<Int> holds a < b.",
    "C:\\dir is snake_case",
    "أ ب: ج", "我们的海豹。", "He said: \"no\" [sic].", "5 * 3 = 15",
  ])
  func `leaves a plain sentence as it is`(text: String) {
    #expect(PlainAnswer.sentence(text) == text)
  }

  @Test func `survives any bytes`() {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "<", ">", "<b", "img ", "www.", "data:", "=", "/", ":", "//",
      "[", "]", "(", ")", "*", "`", "\\", "http://", "h", "é", " ", "\n", "-", "1.", "#", "!",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = PlainAnswer.bytes(of: text)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      let sentence = PlainAnswer.sentence(text)
      #expect(!sentence.contains("](") && !sentence.contains("<img") && !sentence.contains("://"))
    }
  }
}
