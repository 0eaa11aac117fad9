import FoundationEssentials
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

  @Test(arguments: ["plain – ü 🙂", "a\u{9b}2J\u{7f}", "\u{202e}x", "\u{e0041}\u{1b}"])
  func `escapes in JSON what a terminal obeys`(_ text: String) throws {
    let line = try JSONEncoder().encode([text]) + [UInt8(ascii: "\n")]
    let safe = String(decoding: TerminalText.safe(json: [UInt8](line)), as: UTF8.self)
    #expect(safe.hasSuffix("]\n") && TerminalText.safe(String(safe.dropLast())) == safe.dropLast())
    #expect(try JSON(safe) == .list([.string(text)]))
  }
}
