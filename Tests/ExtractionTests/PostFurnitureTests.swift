import Testing

@testable import Extraction

@Suite struct PostFurnitureTests {
  private func text(_ line: (Int) -> String) throws -> String {
    let posts = (1...4).map { number in
      "<div class=post><div>\(KindFixtures.sentence(number))</div>\(line(number))</div>"
    }
    return try extract(KindFixtures.page("<h1>Pump</h1>\(posts.joined())")).text
  }

  @Test func `drops the links under each post`() throws {
    let found = try text { "<div><a href=/r\($0)>Reply</a> <a href=/q\($0)>Quote</a></div>" }
    #expect(found.contains(KindFixtures.sentence(4)) && !found.contains("Reply"))
  }
}
