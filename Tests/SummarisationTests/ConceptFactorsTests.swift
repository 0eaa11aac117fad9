import Testing

@testable import Summarisation

struct ConceptFactorsTests {
  private func parameters(_ change: (inout RankParameters) -> Void) -> RankParameters {
    var parameters = RankParameters.question
    parameters.documentPower = 0
    parameters.pairWeight = 0
    change(&parameters)
    return parameters
  }

  /// The factors of the stems, in the order of their first appearance.
  private func factors(
    _ documents: [[String]],
    _ change: (inout RankParameters) -> Void
  ) -> [Double] {
    ConceptFactors(indexed(documents), parameters(change)).values.filter { $0 > 0 }
  }

  @Test func `weighs subjects, numbers, function words and pairs`() {
    let index = indexed([["The harbour of the 1903 harbour of the 1903."], ["Of the."]])
    let factors = ConceptFactors(
      index,
      parameters {
        $0.functionWeight = 0.25
        $0.numberWeight = 0.5
        $0.pairWeight = 2
        $0.functionPair = 0.5
        $0.lonePair = 0.25
      }
    ).values
    // the, harbour, the harbour, of, harbour of, of the, 1903, the 1903, 1903 harbour
    #expect(factors == [0.25, 1, 0.5, 0.25, 0.5, 1, 0.5, 0.5, 0.5])
  }

  @Test func `lets what most sentences hold count less`() {
    let values = factors([["ship ice", "ship", "ship"]]) { $0.rarityPower = 1 }
    #expect(values == [0.25, 0.75])
  }

  @Test func `lets what runs through a text count more`() {
    let sentences =
      (0..<40).map { $0 % 4 == 0 ? "ship" : "filler" } + Array(repeating: "ice", count: 9)
    let values = factors([sentences]) { $0.spreadPower = 1 }
    #expect(values == [8, 8, 2])
  }

  @Test func `counts documents, where there are several`() {
    let shared = [["ship ice"], ["ship"], ["ship"]]
    #expect(factors(shared) { $0.documentPower = 1 } == [3, 1])
    #expect(factors([["ship ice", "ship"]]) { $0.documentPower = 1 } == [1, 1])
  }

  @Test func `keeps powers of great counts right`() {
    let many = Array(repeating: ["ship"], count: 100)
    #expect(factors(many) { $0.documentPower = 2 } == [10_000])
  }
}
