import Testing

@testable import Extraction

struct StructuredTextTests {
  private func head(_ description: String) -> String {
    #"<script type=application/ld+json>{"@type": "Product", "name": "Mill", "description": "\#(description)"}</script>"#
  }

  @Test func `adds the description of a product that the page does not show`() throws {
    let description =
      "Grinds rye, wheat and barley between two stones of granite; the coarseness is set with a wheel of brass, and the drawer below takes half a kilogram of flour."
    let page = KindFixtures.page(KindFixtures.sections(1...3), head: head(description))
    #expect(try extract(page).text.hasSuffix("\n\n" + description))
  }

  @Test func `adds no description twice`() throws {
    let description = KindFixtures.sentence(1) + " " + KindFixtures.sentence(2)
    let page = KindFixtures.page(KindFixtures.sections(1...3), head: head(description))
    let text = try extract(page).text
    #expect(
      text.split(separator: KindFixtures.sentence(1)).count <= 2 && !text.contains(description)
    )
  }

  @Test func `takes the post of linked data where the page shows next to none of it`() throws {
    let post = (1...5).map(KindFixtures.sentence).joined(separator: " ")
    let head =
      #"<script type=application/ld+json>{"@type": "DiscussionForumPosting", "text": "\#(post)"}</script>"#
    #expect(try extract(KindFixtures.page("<p>One moment, please.</p>", head: head)).text == post)
  }
}
