import Testing

@testable import Extraction

/// Reads a page with the default limits.
func extract(
  _ html: String,
  kind: DocumentKind = .html,
  address: String? = nil,
  followsRefresh: Bool = false
) throws(ExtractionError) -> Article {
  try Extractor().article(
    from: Array(html.utf8),
    kind: kind,
    charset: nil,
    address: address,
    followsRefresh: followsRefresh
  )
}

@Suite struct ExtractorTests {
  @Test func `gives the same article for the same bytes on several threads at once`() async throws {
    let first = try extract(Fixtures.article)
    let all = await withTaskGroup(of: Article?.self) { group in
      for _ in 0..<8 { group.addTask { try? extract(Fixtures.article) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.count == 8)
    #expect(all.allSatisfy { $0 == first })
  }

  @Test func `keeps what was known of a page without text`() {
    let html = "<html lang=en><title>Nothing here</title><body><script>app()</script></body>"
    #expect(throws: ExtractionError.self) { try extract(html) }
    do {
      _ = try extract(html)
    } catch .empty(let article) {
      #expect(article.title == "Nothing here")
      #expect(article.language == "en")
      #expect(article.text == "")
    } catch {
      Issue.record("unexpected: \(error)")
    }
  }

  @Test(arguments: [
    "", " ", "\0", "<", "<!--", "<p", "&", "<a href=\"", "<title>", "<svg>", "\u{FEFF}",
  ])
  func `takes fragments for empty or short, never for a reason to stop`(html: String) {
    do {
      let article = try extract(html)
      #expect(article.words > 0)
    } catch {
      #expect(error.kind == "empty")
    }
  }

  @Test(arguments: [
    "<p>&lt;", "[{}, [], \"\", {}]", "<p>— … —</p><p>***</p>", "<p>\u{1F600}</p>", "<h1>!</h1>",
  ])
  func `takes for empty what has no letter and no digit`(html: String) {
    do {
      Issue.record("unexpected: \(try extract(html).text)")
    } catch .empty(let article) {
      #expect(article.text == "" && article.words == 0 && article.headings.isEmpty)
    } catch {
      Issue.record("unexpected: \(error)")
    }
  }

  @Test(arguments: ["<p>7", "<p>ж", "<p>語", "<p>٣", "<p>ⅷ"])
  func `takes one letter or digit of any script for text`(html: String) throws {
    #expect(try !extract(html).text.isEmpty)
  }

  @Test func `names its failures for records and for people`() {
    #expect(ExtractionError.empty(Article()).kind == "empty")
    let large = ExtractionError.tooLarge(budget: "nodes", limit: 7)
    #expect(large.kind == "too_large")
    #expect(large.message.contains("7 nodes"))
    #expect(ExtractionError.refresh(to: "https://a.example/b").message.contains("a.example/b"))
  }

  @Test func `keeps all of a page whose structure is trusted`() throws {
    let html = "<h1>Guide</h1><nav>Short</nav><p>One.</p><aside>Two.</aside><footer>Three.</footer>"
    let article = try extract(html, kind: .wholeHTML)
    #expect(article.text == "Guide\n\nShort\n\nOne.\n\nTwo.\n\nThree.")
    #expect(article.title == "Guide")
    #expect(article.headings == [Heading(text: "Guide", level: 1, start: 0)])
  }
}
