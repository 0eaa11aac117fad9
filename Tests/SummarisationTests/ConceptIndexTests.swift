import Testing

@testable import Summarisation

struct ConceptIndexTests {
  @Test func `holds stems, and pairs of neighbours`() {
    let index = indexed([["The harbour freezes.", "Harbours freeze."]])
    // the, the harbour, harbour, harbour freeze, freeze
    #expect(index.isPair.count == 5)
    #expect(index.isPair.count(where: { $0 }) == 2)
    #expect(index.range(of: 1).count == 3)
  }

  @Test func `tells subjects from grammar`() {
    let index = indexed([["Of the harbour in 1903."]])
    let all = index.isPair.indices
    #expect(all.count(where: index.isSubject) == 2)
    #expect(all.count(where: { !index.isStatement($0) }) == 3)
    #expect(index.isGrammar.count(where: { $0 }) == 4)
    #expect(index.isNumber.count(where: { $0 }) == 1)
  }

  @Test(arguments: [("of the to", 0.2), ("harbour ice ship", 0.8), ("the ship", 0.5), ("", 0.5)])
  func `measures how many words carry a subject`(sentence: String, density: Double) {
    #expect(indexed([[sentence]]).densities == [density])
  }

  @Test func `makes no pairs of particles in scripts without spaces`() {
    let index = indexed([["我的了"], ["图像"]], language: "zh")
    #expect(index.isPair.count(where: { $0 }) == 1)
  }

  @Test func `knows the sentences of each document`() {
    let index = indexed([["One harbour.", "Two ships."], [], ["Ice."]])
    #expect(index.documents == [0..<2, 2..<2, 2..<3])
    #expect(index.lengths == [2, 0, 1])
  }
}
