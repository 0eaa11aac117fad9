import Testing

@testable import ResearchCore

struct HeadingSlugsTests {
  @Test(
    arguments: [
      ("Sources in detail", "sources-in-detail"), ("1. Swift 6.3 released", "1-swift-63-released"),
      ("A | B", "a--b"), ("Ünïcode ÄÖ", "ünïcode-äö"),
      ("snake_case-and-more", "snake_case-and-more"),
      ("日本語のテキスト。", "日本語のテキスト"), ("एक साथ कई", "एक-साथ-कई"), ("\"<&>'", ""), ("İ", "i\u{307}"),
      ("fn:1", "fn1"), ("a\u{202E}b\u{200B}", "ab"), ("½ ² Ⅳ", "--ⅳ"), ("😀 smile", "-smile"),
    ]
  )
  func `makes ids as GitHub does`(text: String, id: String) {
    var slugs = HeadingSlugs()
    #expect(slugs.id(for: text) == id)
  }

  @Test func `gives no id twice`() {
    var slugs = HeadingSlugs()
    let ids = ["A", "a", "a-1", "A", "a 1", "", ""].map { slugs.id(for: $0) }
    #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "", "-1"])
    #expect(Set(ids).count == ids.count)
  }
}
