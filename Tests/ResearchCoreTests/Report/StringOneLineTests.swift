import Testing

@testable import ResearchCore

struct StringOneLineTests {
  @Test(arguments: [
    ("a b", "a b"), ("  a \r\n\t b  ", "a b"), ("a\u{0}b\u{1B}c", "a b c"),
    ("a\u{202E}b\u{FEFF}", "ab"), ("a\u{2028}b", "a b"), ("", ""), (" \n ", ""),
    ("12345678901", "1234567890…"), ("1234567890", "1234567890"), ("123456789 0", "123456789…"),
  ])
  func `is one line of bounded length`(text: String, expected: String) {
    #expect(text.oneLine(limit: 10) == expected)
  }

  @Test(arguments: [
    ("a", "\"a\""), ("a\"b\\c", "\"a\\\"b\\\\c\""),
    ("x\"\ntags: [evil]\n---", "\"x\\\" tags: [evil] ---\""),
    ("", "\"\""), ("# no comment: yes", "\"# no comment: yes\""),
  ])
  func `stays one value of front matter`(text: String, expected: String) {
    #expect(YAMLString.quoted(text) == expected)
  }
}
