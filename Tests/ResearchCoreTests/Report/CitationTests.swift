import Testing

@testable import ResearchCore

struct CitationTests {
  @Test func `numbers sources by first citation, then by index`() {
    let findings = [ReportFixture.finding("a", 5), ReportFixture.finding("b", 2, 5, 9)]
    let numbers = CitationNumbers(findings: findings, others: [1, 2, 5, 7, 9])
    #expect([5, 2, 9, 1, 7].map { numbers.number(of: $0) } == [1, 2, 3, 4, 5])
    #expect(numbers.number(of: 3) == nil)
    #expect(numbers.number(of: 1_000) == nil)
    #expect(numbers.cited == [5, 2, 9])
    #expect(numbers.ordered([1, 2, 5, 7, 9]) == [5, 2, 9, 1, 7])
    #expect([5, 2, 1].map { numbers.count(of: $0) } == [2, 1, 0])
  }

  @Test func `marks in rising order and apart`() {
    let findings = [ReportFixture.finding("a", 5), ReportFixture.finding("b", 9, 2, 5)]
    let numbers = CitationNumbers(findings: findings, others: [2, 5, 9])
    #expect(numbers.marks(of: findings[1]) == "[^1] [^2] [^3]")
  }

  @Test func `shows at most ten marks`() {
    let finding = Finding(
      text: "a",
      citations: (1...30).map { Citation(source: $0, start: 0, end: 1) }
    )
    let numbers = CitationNumbers(findings: [finding], others: Array(1...30))
    #expect(numbers.marks(of: finding).hasSuffix("[^9] [^10]"))
    #expect(numbers.cited.count == 10)
    #expect(finding.sources == 30)
  }

  @Test func `numbers nothing without sources`() {
    let numbers = CitationNumbers(findings: [], others: [])
    #expect(numbers.number(of: 0) == nil)
    #expect(numbers.cited.isEmpty)
  }
}
