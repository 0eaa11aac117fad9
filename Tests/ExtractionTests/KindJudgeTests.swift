import Testing

@testable import Extraction

struct KindJudgeTests {
  @Test func `takes paragraphs side by side for an article`() throws {
    let body = (1...6).map { "<p>\(KindFixtures.sentence($0))</p>" }.joined()
    let cards = (1...9).map { "<div><a href=/\($0)>Another tale of the mill</a></div>" }.joined()
    let text = try extract(KindFixtures.page("<div>\(body)</div><div>\(cards)</div>")).text
    #expect(text.contains(KindFixtures.sentence(6)) && !text.contains("Another tale"))
  }

  @Test func `takes paragraphs far from one another for a page of sections`() throws {
    let text = try extract(KindFixtures.page(KindFixtures.sections(1...12))).text
    for number in 1...12 {
      #expect(text.contains("Heading \(number)\n\n" + KindFixtures.sentence(number)))
    }
  }

  @Test func `takes the whole page where one that calls itself an article has next to no text`()
    throws
  {
    let cards = (1...20).map { "<li><h3>Tale \($0)</h3><span>Told in \($0) words</span></li>" }
    let page = KindFixtures.page(
      "<main><ul>\(cards.joined())</ul></main>",
      head: "<meta property=og:type content=article>"
    )
    let text = try extract(page).text
    #expect(text.contains("Tale 1\n") && text.contains("Told in 20 words"))
  }

  @Test(arguments: [
    "Das Mühlrad wurde im Frühjahr von den Leuten des Dorfes erneuert, und seither läuft es Tag für Tag.",
    "水车在春天由村民们修好，从那以后一直转动到今天，邻村的人也常常来看，孩子们最喜欢坐在河边听水声和轮声。",
    "Мельничное колесо починили весной жители деревни, и с тех пор оно вертится каждый день без остановки.",
  ])
  func `keeps every section in any script`(sentence: String) throws {
    let sections = (1...9).map {
      "<section><div><h2>\($0)</h2><p>\($0) \(sentence)</p></div></section>"
    }
    let text = try extract(KindFixtures.page(sections.joined())).text
    #expect(text.contains("1 \(sentence)") && text.contains("9 \(sentence)"))
  }
}
