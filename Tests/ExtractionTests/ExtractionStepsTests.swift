import Testing

@testable import Extraction

struct ExtractionStepsTests {
  @Test func `names each step once`() {
    let names = ExtractionSteps.named
    #expect(Set(names.map(\.name)).count == names.count)
    let all = names.reduce(into: ExtractionSteps()) { $0.formUnion($1.step) }
    #expect(all.rawValue.nonzeroBitCount == names.count)
  }

  @Test func `leaves a step out where that is asked for, and only there`() throws {
    func article(_ steps: ExtractionSteps) throws -> Article {
      try Extractor(leavingOut: steps).article(
        from: Array(Fixtures.article.utf8),
        kind: .html,
        charset: nil,
        address: nil,
        followsRefresh: false
      )
    }
    #expect(try article([]) == extract(Fixtures.article))
    #expect(try article([]).modified == "2026-03-05")
    #expect(try article(.linkedData).modified == nil)
  }
}
