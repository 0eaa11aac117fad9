import Testing

@testable import Extraction

@Suite struct TitlePartsTests {
  @Test(arguments: [
    ("A - B | C", 3, "A", "C"), ("A|B", 2, "A", "B"), ("A-B", 1, "A-B", "A-B"),
    ("A :: B", 2, "A", "B"), ("水車小屋 – 新聞", 2, "水車小屋", "新聞"), ("水車小屋－新聞", 2, "水車小屋", "新聞"),
    ("水車小屋｜新聞", 2, "水車小屋", "新聞"), (" - A", 1, " - A", " - A"), ("| A", 1, "| A", "| A"),
    ("", 1, "", ""),
  ])
  func `cuts at signs between parts`(title: String, count: Int, first: String, last: String) {
    let parts = TitleParts(Array(title.utf8))
    #expect(parts.count == count)
    #expect(String(decoding: parts.first, as: UTF8.self) == first)
    #expect(String(decoding: parts.last, as: UTF8.self) == last)
  }

  @Test func `gives any number of parts from either end`() {
    let parts = TitleParts(Array("A - B | C".utf8))
    #expect(parts.beginning(2).elementsEqual("A - B".utf8))
    #expect(parts.ending(2).elementsEqual("B | C".utf8))
    #expect(parts.beginning(0).elementsEqual("A - B | C".utf8))
    #expect(parts.ending(9).elementsEqual("A - B | C".utf8))
  }
}
