import Testing

@testable import Extraction

@Suite struct SiteNamesTests {
  private static func names(_ host: String) throws -> SiteNames {
    let page = "<meta property=og:site_name content='The Valley Courier'>"
    let document = try HTMLParser.document(from: Array(page.utf8), maxNodes: 1000, maxDepth: 100).0
    let head = PageHead(document)
    return SiteNames(head, LinkedData([], titleWords: [], canonical: []), host: host)
  }

  @Test(arguments: [
    ("Valley Courier", true), ("VALLEY COURIER", true), ("Courier", true), ("The Valley", true),
    ("Upper Creek Weekly", true), ("Upper Creek and Weekly e.V.", true), ("ucw", true),
    ("Ucw Official Site", true), ("www.ucw.example", false), ("", true), ("The mill", false),
    ("Jane Doe", false), ("Under construction", false),
  ])
  func `tells names of the site from titles`(text: String, isName: Bool) throws {
    #expect(try Self.names("www.ucw.example").contain(Array(text.utf8)[...]) == isName)
  }

  @Test(arguments: [
    ("The mill - Valley Courier", "The mill"), ("Valley Courier | The mill | UCW", "The mill"),
    ("The mill (Valley Courier)", "The mill"), ("The mill - Floods", "The mill - Floods"),
    ("Valley Courier", "Valley Courier"),
  ])
  func `takes the site's name out of a title`(title: String, rest: String) throws {
    let names = try Self.names("ucw.example")
    #expect(String(decoding: names.removed(from: Array(title.utf8)), as: UTF8.self) == rest)
  }
}
