import Testing

@testable import ResearchCore

struct MarkdownPartsTests {
  private func parts(_ text: String) -> [String] {
    MarkdownParts(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["", "a", "# A\n\nb\n", String(repeating: "a\n\n", count: 40_000)])
  func `leaves a document of usual size whole`(text: String) {
    #expect(parts(text) == (text.isEmpty ? [] : [text]))
  }

  @Test(arguments: [
    (String(repeating: "line\n", count: 10) + "\n", 100), ("line\r\n \r\n", 3), ("word word\n", 7),
  ])
  func `cuts at a blank line, else at a line end`(unit: String, factor: Int) {
    let text = String(repeating: unit, count: factor * (128 << 10) / unit.utf8.count / 2)
    let found = parts(text)
    #expect(found.count > 1)
    #expect(found.joined() == text)
    #expect(found.allSatisfy { $0.utf8.count <= 128 << 10 && $0.hasSuffix(unit) })
  }

  @Test(arguments: ["a", "ü", "語", "😀"])
  func `cuts a line without an end between two characters`(unit: String) {
    let text = "x" + String(repeating: unit, count: 300_000)
    let found = parts(text)
    #expect(found.count > 1)
    #expect(found.joined() == text)
  }

  @Test func `cuts where more brackets open than a part may have`() {
    let line = "[a](b) [c](d)\n"
    let found = parts(String(repeating: line, count: 2_000))
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.utf8.count { $0 == UInt8(ascii: "[") } <= 1_000 })
    #expect(parts(String(repeating: "[", count: 5_000)).joined().utf8.count == 5_000)
  }
}
