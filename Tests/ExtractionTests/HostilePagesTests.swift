import Testing

@testable import Extraction

/// Pages that take hours where something is quadratic: that these tests end is what they prove.
@Suite struct HostilePagesTests {
  private static let text = Fixtures.paragraphs.joined(separator: " ")

  private static func page(_ head: String, _ count: Int, _ tail: String = "") -> String {
    String(repeating: head, count: count) + "<p>\(text)</p>" + String(repeating: tail, count: count)
  }

  @Test(arguments: [
    page("<div>", 200_000, "</div>"), page("<span>", 200_000), page("</b>", 200_000),
    page("<b></i>", 50_000), page("<p><b>", 100_000), page("<ul><li>", 50_000),
    page("<table><tr><td>", 30_000), page("<svg>", 100_000), page("<!--", 100_000),
    page("<template>", 100_000), page("<title>", 50_000), page("<textarea", 1) + ">",
    page("<dd><p><dt>", 60_000), page("<a href=x>", 100_000), page("<x-y>", 100_000, "</x-y>"),
    page("<li><p></li>", 50_000, "</p>"), page("<b>x", 50_000, "</p>"), page("&", 1_000_000),
    page("<time>1", 20_000), page("<h1>a", 20_000), page("<meta name=author content=x>", 50_000),
    page("<i class='date author'>1 May 2020", 20_000),
  ])
  func `keeps the text of pages that nest, repeat and never close`(html: String) throws {
    let extractor = Extractor(maxNodes: 10_000_000)
    let article = try extractor.article(
      from: Array(html.utf8),
      kind: .html,
      charset: nil,
      address: nil,
      followsRefresh: true
    )
    #expect(article.text.contains("fire brigade"))
  }

  @Test func `reads a single text of many megabytes`() throws {
    let html = "<p>" + String(repeating: "word ", count: 4_000_000)
    #expect(try extract(html).words == 4_000_000)
  }

  @Test func `reads linked data that nests and repeats`() throws {
    let deep = String(repeating: "{\"a\":[", count: 50_000)
    let wide = String(repeating: "{\"@id\":\"x\"},", count: 50_000)
    for data in [deep, "{\"@type\":\"Article\",\"author\":[\(wide)]}", "\"", "{\"a\":\"\\u12"] {
      let html = "<script type=application/ld+json>\(data)</script><p>\(Self.text)</p>"
      #expect(try extract(html).text.contains("fire brigade"))
    }
  }

  @Test func `takes any bytes`() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = Array("<>/&;='\" !-ap\u{E9}\n".utf8)
        return state >> 60 == 0
          ? UInt8(truncatingIfNeeded: state >> 40) : letters[Int(state >> 33) % letters.count]
      }
      do {
        let article = try Extractor().article(
          from: bytes,
          kind: .html,
          charset: nil,
          address: nil,
          followsRefresh: true
        )
        #expect(article.words > 0)
      } catch {
        #expect(["empty", "refresh"].contains(error.kind))
      }
    }
  }
}
