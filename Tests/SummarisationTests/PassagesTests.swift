import TestSupport
import Testing

@testable import Summarisation

struct PassagesTests {
  /// The scalars of a range of a text, which is what an offset means.
  private func quote(_ text: String, _ passage: Passage) -> String {
    let scalars = Array(text.unicodeScalars)[passage.start..<passage.end]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func passages(_ text: String, language: String? = "en") -> [Passage] {
    Passages.passages(of: text, language: language, source: 7, startingAt: 4)
  }

  private static let sentence =
    "The seals of the bay rest on the sandbank until the tide comes in. "

  @Test(arguments: [
    String(repeating: sentence, count: 40),
    (0..<30).map { "Paragraph \($0). " + sentence }.joined(separator: "\n\n"),
    String(repeating: "海豹在沙洲上休息，直到潮水涌来。", count: 200),
    String(repeating: "الفقمات تستريح على الرمال حتى يأتي المد. ", count: 60),
    String(repeating: "แมวน้ำพักผ่อนบนสันทราย ", count: 200), String(repeating: "é", count: 5_000),
    String(repeating: "👩🏽‍🔬 words without end ", count: 500),
    "- one\n- two\n\n| a | b |\n| c | d |\n\nfunc f() { }\n\n"
      + String(repeating: sentence, count: 9),
  ])
  func `covers a text with exact offsets and bounded lengths`(text: String) {
    let passages = passages(text, language: nil)
    #expect(passages.map(\.number) == (0..<passages.count).map { $0 + 4 })
    #expect(passages.allSatisfy { $0.source == 7 })
    var covered = 0
    for passage in passages {
      #expect(passage.text == quote(text, passage))
      #expect((1...Passages.most).contains(passage.end - passage.start))
      #expect(passage.start >= covered)
      let gap = Array(text.unicodeScalars)[covered..<passage.start]
      #expect(gap.allSatisfy(\.properties.isWhitespace))
      covered = passage.end
    }
    #expect(Array(text.unicodeScalars)[covered...].allSatisfy(\.properties.isWhitespace))
    // Nearly all are long enough to say something.
    let short = passages.count { $0.end - $0.start < Passages.enough }
    #expect(short <= max(1, passages.count / 5), "\(passages.map { $0.end - $0.start })")
  }

  @Test func `ends with a paragraph that is long enough, and takes short ones together`() {
    let long = String(repeating: Self.sentence, count: 4)
    let text = "Heading\n\nShort. \n\n\(long)\n\nNext \(long)"
    let passages = passages(text)
    #expect(passages.count == 2)
    #expect(passages[0].text.hasPrefix("Heading\n\nShort.") && passages[1].text.hasPrefix("Next"))
  }

  @Test func `cuts a long sentence at white space`() {
    let text = String(repeating: "word ", count: 1_000)
    for passage in passages(text).dropLast() {
      #expect(passage.text.hasSuffix("word") && passage.text.hasPrefix("word"))
      #expect(passage.end - passage.start > Passages.most / 2)
    }
  }

  @Test(arguments: ["a", "a ", "é", "。", "\n\n", "a\n\n", ". "])
  func `takes one pass over a million of anything`(part: String) {
    let text = String(repeating: part, count: 1_000_000 / part.utf8.count)
    let passages = passages(text)
    #expect(passages.allSatisfy { $0.end - $0.start <= Passages.most })
  }

  @Test(arguments: ["", " \n\n "])
  func `finds none in nothing`(text: String) {
    #expect(passages(text).isEmpty)
  }
}
