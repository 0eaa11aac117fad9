import Testing

@testable import ResearchCore

struct PassageTextTests {
  /// The fragment of the place of `passage` that `number` (from 0) names, without its introduction.
  private func fragment(_ text: String, _ passage: String, number: Int = 0) -> String? {
    let (all, part) = (Array(text.unicodeScalars), Array(passage.unicodeScalars))
    let starts = all.indices.filter { all[$0...].starts(with: part) }
    let fragment = PassageText(text).fragment(starts[number], starts[number] + part.count)
    return fragment.map { String($0.text.dropFirst(8)) }
  }

  private static let long = """
    The first of all words here are followed by many other words, and the last ones of them come at \
    the very end.
    """

  @Test func `names a short passage whole and a long one by its ends`() {
    #expect(
      fragment("Before. One two three. After.", "One two three.") == "Before.-,One%20two%20three."
    )
    #expect(
      fragment("Before. \(Self.long) After.", Self.long)
        == "The%20first%20of%20all%20words%20here%20are%20followed%20by%20many%20other%20words%2C%20and,"
        + "ones%20of%20them%20come%20at%20the%20very%20end."
    )
  }

  @Test func `takes more words where the first ones come up before`() {
    let text = "\(Self.long.prefix(90)), not the next ones. \(Self.long)"
    let found = fragment(text, Self.long)
    #expect(found?.contains("words%2C%20and%20the%20last%20ones%20of%20them%20come%20at") == true)
  }

  @Test func `takes more words where the last ones come up within`() {
    let end = "this of all things came at the very end"
    let long = "\(Self.long.prefix(70)) \(end) while after that \(end)"
    let found = fragment(long, long)
    #expect(
      found?.hasSuffix(
        ",end%20while%20after%20that%20this%20of%20all%20things%20came%20at%20the%20very%20end"
      ) == true
    )
  }

  @Test func `puts what stands before or behind to a repeated passage`() {
    let text = "Yes it is. He asked me. Yes it is. I know.\n\nMore. Yes it is."
    #expect(fragment(text, "Yes it is.") == "Yes%20it%20is.,-He%20asked%20me.%20Yes")
    #expect(
      fragment(text, "Yes it is.", number: 1)
        == "Yes%20it%20is.%20He%20asked%20me.-,Yes%20it%20is."
    )
    #expect(fragment(text, "Yes it is.", number: 2) == "More.-,Yes%20it%20is.")
  }

  @Test func `takes what follows where a paragraph begins with a repeated passage`() {
    let text = "Yes it is. I know.\n\nYes it is. You do not."
    #expect(
      fragment(text, "Yes it is.", number: 1) == "Yes%20it%20is.,-You%20do%20not."
    )
  }

  @Test func `looks for repeated words without regard to case and white space`() {
    let text = "YES ÄH ДА  IT IS. More. Yes äh да it is."
    #expect(
      fragment(text, "Yes äh да it is.")?.hasPrefix(
        "YES%20%C3%84H%20%D0%94%D0%90%20IT%20IS.%20More.-,"
      ) == true
    )
  }

  @Test func `keeps each end within one paragraph and one cell`() {
    #expect(fragment("One two\nthree four", "One two\nthree four") == "One%20two,three%20four")
    #expect(fragment("One | two | three", "One | two | three") == "One,three")
    #expect(fragment("a|b c", "a|b c") == "a%7Cb%20c")
  }

  @Test func `cuts scripts without spaces at their marks`() {
    let text = "市议会星期一批准了新港口的建设计划，市长在会议上说，工程将在明年春天开始，预计需要三年时间才能完成。"
    let found = fragment("前言。\(text)后记。", text)
    let parts: [String]? = found?.split(separator: ",").map { $0.removingPercentEncoding }
    #expect(parts == ["市议会星期一批准了新港口的建设计划，市长在会议上说，", "预计需要三年时间才能完成。"])
  }

  @Test(arguments: [(0, 0), (-1, 2), (3, 2), (0, 99), (2, 3)])
  func `is absent where there are no words`(start: Int, end: Int) {
    #expect(PassageText("ab \n ").fragment(start, end) == nil)
  }

  @Test func `stays short and quick whatever the text`() {
    for unit in ["a ", "語", "a\n", "| ", "，", "\u{301}", "ab "] {
      let text = String(repeating: unit, count: 30_000)
      let count = text.unicodeScalars.count
      for (start, end) in [(0, count), (count / 2, count / 2 + 4_000), (count - 10, count)] {
        let found = PassageText(text).fragment(start, end)
        #expect(found?.text.utf8.count ?? 0 < 5_000)
      }
    }
  }
}

extension Substring {
  fileprivate var removingPercentEncoding: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
