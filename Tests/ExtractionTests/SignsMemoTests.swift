import Testing

@testable import Extraction

@Suite struct SignsMemoTests {
  @Test func `gives what the reader gives, at first and again`() {
    var memo = SignsMemo()
    var reader = NameReader()
    let names = ["nav", "articleBody", "articlebody", "post-date", "x", ""]
    let many = names + (0..<1000).map { "byline-\($0)" }
    for name in many + many.reversed() {
      let value = Array(name.utf8)
      #expect(memo.signs(of: value.span) == reader.signs(of: value.span))
    }
  }
}
