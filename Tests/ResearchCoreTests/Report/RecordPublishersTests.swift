import Testing

@testable import ResearchCore

struct RecordPublishersTests {
  private func publishers(
    _ source: String,
    final: String? = nil,
    canonical: String? = nil,
    site: String? = nil
  ) -> [String] {
    var record = Record(index: 1, source: source)
    (record.finalURL, record.canonical, record.site) = (final, canonical, site)
    return record.publishers
  }

  @Test func `takes the host that answered`() {
    #expect(publishers("https://a.example/1") == ["a.example"])
    #expect(
      publishers("https://t.example/x", final: "https://www.B.example:8080/1", site: "The B")
        == ["b.example", "the b"]
    )
  }

  @Test func `takes a saved page's own address`() {
    #expect(
      publishers("/a.html", final: "/a.html", canonical: "https://www.c.example/")
        == ["c.example"]
    )
    #expect(publishers("/a.html", site: "").isEmpty)
  }
}
