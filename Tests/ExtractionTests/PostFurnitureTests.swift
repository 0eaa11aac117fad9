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

  @Test func `drops the counters of members`() throws {
    let found = try text {
      "<div><a href=/u\($0)>Member \($0)</a> Posts: \($0 * 37) Joined: 12 Jan 201\($0)</div>"
    }
    #expect(found.contains(KindFixtures.sentence(4)) && !found.contains("Joined"))
  }

  @Test func `keeps what posts say in the same words`() throws {
    let found = try text { "<p>Posts \($0) and \($0 + 1)</p>" }
    #expect(found.contains("Posts 4 and 5"))
  }

  @Test func `drops signatures beside posts`() throws {
    let found = try text { _ in "<div class=signature>My other boiler is a kettle</div>" }
    #expect(found.contains(KindFixtures.sentence(4)) && !found.contains("kettle"))
  }
}
