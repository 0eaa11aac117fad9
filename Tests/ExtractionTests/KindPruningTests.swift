import Testing

@testable import Extraction

struct KindPruningTests {
  /// What is kept of a page that is no article.
  private func text(_ body: String, kind: PageKind = .other) throws -> String {
    let page = Array(KindFixtures.page(body).utf8)
    let (document, _) = try HTMLParser.document(from: page, maxNodes: 10_000, maxDepth: 100)
    let blocks = TextBlocksBuilder.blocks(of: document)
    let pruning = KindPruning(blocks, ElementSigns.signs(of: blocks, in: document), kind)
    return blocks.blocks.indices.filter { !pruning.isDropped[$0] }
      .map { String(decoding: blocks.bytes(of: $0), as: UTF8.self) }.joined(separator: "\n\n")
  }

  @Test(arguments: [
    "class=cookie-banner", "class=main-menu", "id=newsletter", "role=navigation", "class=sr-only",
    "class=d-none", "class=related-products", "class=breadcrumbs", "class=right-column",
    "aria-hidden=true", "class=post-tags", "hidden", "style='display:none'",
    "style='opacity:0;transform:translateY(30px)'", "class=answer style='font-size:0'",
    "class=faq style='opacity:0'", "class=collapse style='color:#fff;background:#fff'",
    "class=panel style='position:absolute;left:-9999px'",
  ])
  func `drops the frame of a page of sections`(attribute: String) throws {
    let text = try text(
      "<main>\(KindFixtures.sections(1...8))<div \(attribute)><p>None of this is said here, whoever may ask for it.</p></div></main>"
    )
    #expect(text.contains(KindFixtures.sentence(1)) && text.contains("Heading 8"))
    #expect(!text.contains("None of this"))
  }

  @Test(arguments: [
    "class=sidebar-layout-page", "class=email-menu-source-text", "class=carousel", "class=has-menu",
    "class=card-slider", "class=infobox",
    "class='faq-answer' style='display:none'", "role=tabpanel hidden",
  ])
  func `keeps the content of a page of sections`(attribute: String) throws {
    let text = try text(
      "<main>\(KindFixtures.sections(1...8))<div \(attribute)><p>All of this is said here, whoever may ask for it again.</p></div></main>"
    )
    #expect(text.contains("All of this"))
  }

  @Test func `keeps the sections of a page that fades in`() throws {
    let parts = (1...8).map {
      "<div style='opacity:0;transform:translateY(30px)'>\(KindFixtures.sections($0...$0))</div>"
    }
    let text = try text("<main>\(parts.joined())<p>\(KindFixtures.sentence(9))</p></main>")
    #expect((1...9).allSatisfy { text.contains(KindFixtures.sentence($0)) })
  }

  @Test(arguments: ["<div hidden>", "<noscript>", "<div style='display:none'>"])
  func `keeps what is hidden where it is the page`(tag: String) throws {
    let end = tag.hasPrefix("<div") ? "</div>" : "</noscript>"
    let text = try text("<p>Loading</p>\(tag)\(KindFixtures.sections(1...6))\(end)")
    #expect(text.contains(KindFixtures.sentence(6)))
  }

  @Test func `takes a page of comments alone for a thread`() throws {
    let posts = (1...6).map { "<li class=comment-body><p>\(KindFixtures.sentence($0))</p></li>" }
    let text = try text("<h1>Mill</h1><ol class=comment-list>\(posts.joined())</ol>")
    #expect(text.contains(KindFixtures.sentence(1)) && text.contains(KindFixtures.sentence(6)))
  }

  @Test func `drops asides to the posts of a thread, and members' names`() throws {
    let posts = (1...4).map { number in
      """
      <div class=post><div class=user-info>Member \(number), 300 posts</div>
      <p>\(KindFixtures.sentence(number))</p><p>\(KindFixtures.sentence(number + 50))</p>
      <ul class=comments><li class=comment>An aside to post \(number) that nobody needs.</li></ul></div>
      """
    }
    let text = try text(posts.joined(), kind: .forum)
    #expect(text.contains(KindFixtures.sentence(4)))
    #expect(!text.contains("An aside") && !text.contains("300 posts"))
  }

  @Test func `believes names less where they would leave next to nothing`() throws {
    let cards = (1...9).map { "<div class=promo><p>\(KindFixtures.sentence($0))</p></div>" }
    let text = try text("<main><h1>Mill</h1>\(cards.joined())</main>")
    #expect(text.contains(KindFixtures.sentence(1)) && text.contains(KindFixtures.sentence(9)))
  }
}
