import FoundationEssentials
import Testing

@testable import ResearchCore

struct JSONTextTests {
  @Test(arguments: [
    "plain – ü “日本” 🙂", "", "a\u{9b}2J\u{7f}", "\u{202e}x", "\u{e0041}\u{1b}", "\u{10ffff}",
    "می\u{200c}خواهم", "\u{feff}", "é\u{80}", "\u{2028}", "\u{a0}\u{ad}",
  ])
  func `means the same, and hides nothing`(text: String) throws {
    let json = [UInt8](try JSONEncoder().encode([text]))
    let safe = JSONText.safe(json)
    try #expect(JSONDecoder().decode([String].self, from: Data(safe)) == [text])
    for scalar in String(decoding: safe, as: UTF8.self).unicodeScalars {
      #expect(!scalar.isInvisible && !(0x7F..<0xA0).contains(scalar.value) && scalar.value >= 0x20)
    }
  }

  @Test func `changes nothing that is plain`() {
    let json = Array(#"{"a":"ü – “日本” 🙂"}"#.utf8)
    #expect(JSONText.safe(json) == json)
  }

  @Test func `escapes by halves what lies beyond the first plane`() {
    #expect(JSONText.safe(Array("\"\u{e0041}\"".utf8)) == Array(#""\udb40\udc41""#.utf8))
  }

  @Test func `is written for records and events`() throws {
    var record = Record(index: 1, source: "a\u{9b}\u{202e}b")
    record.title = "\u{7f}"
    let line = String(decoding: try RecordCoder().line(for: record), as: UTF8.self)
    #expect(line.contains(#""source":"a\u009b\u202eb""#) && line.contains(#""title":"\u007f""#))
    try #expect(RecordCoder().record(from: Array(line.utf8)) == record)
    let event = Event(id: 1, time: 0, elapsed: 0, kind: .draining(reason: "a\u{202e}"))
    let text = String(decoding: try EventCoder().line(for: event), as: UTF8.self)
    #expect(text.contains(#""reason":"a\u202e""#))
  }
}
