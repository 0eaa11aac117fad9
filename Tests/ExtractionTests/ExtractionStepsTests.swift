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
      try StepFixtures.article(Fixtures.article, steps)
    }
    #expect(try article([]) == extract(Fixtures.article))
    #expect(try article([]).modified == "2026-03-05")
    #expect(try article(.linkedData).modified == nil)
  }

  @Test(arguments: StepFixtures.steps)
  func `changes what is read of some page where a step is left out`(name: String) throws {
    let step = try #require(ExtractionSteps.named.first { $0.name == name }?.step)
    let changed = try StepFixtures.pages.contains { page in
      try StepFixtures.article(page, step) != StepFixtures.article(page, [])
    }
    #expect(changed)
  }
}
