import Testing

@testable import Extraction

@Suite struct HeadingsTests {
  private static func headings(_ page: String) throws -> Headings {
    let document = try HTMLParser.document(from: Array(page.utf8), maxNodes: 9000, maxDepth: 100).0
    return Headings(document, properties: PageHead(document).headlines)
  }

  @Test(arguments: [
    ("<h1><span>Floods</span> The mill</h1>", "The mill", false),
    ("<h1><span>Floods:</span> The mill</h1>", "The mill", true),
    ("<h1> <small>Floods</small>| The mill</h1>", "The mill", true),
    ("<h1><em>Floods</em> The mill</h1>", nil, false),
    ("<h1>The mill <span>floods</span></h1>", nil, false),
    ("<h1><span>The mill</span></h1>", nil, false),
    ("<h1><span></span>The mill</h1>", nil, false),
  ])
  func `finds what follows a kicker`(page: String, rest: String?, isPunctuated: Bool) throws {
    let heading = try #require(try Self.headings(page).main.first)
    #expect(heading.rest.map { String(decoding: $0, as: UTF8.self) } == rest)
    #expect(heading.isPunctuated == isPunctuated)
  }

  @Test(arguments: [
    ("<h1>A</h1>", false), ("<div class=comments><h1>A</h1></div>", true),
    ("<footer><h1>A</h1></footer>", true),
  ])
  func `knows headings of other parts of the page`(page: String, isAside: Bool) throws {
    #expect(try Self.headings(page).main.first?.isAside == isAside)
  }

  @Test func `keeps fifty at most, and two that microdata names`() throws {
    let page = String(repeating: "<h2>B</h2><h1 itemprop='headline name'>A</h1>", count: 100)
    let headings = try Self.headings(page)
    #expect(headings.main.count == 25)
    #expect(headings.properties.count == 2)
    #expect(headings.words.count == 2)
  }
}
