import TestSupport
import Testing

@testable import Summarisation

struct RedundancyBoundTests {
  private func taken(_ sentences: [String], language: String = "en") -> [Bool] {
    var bound = RedundancyBound(LanguageData())
    var taken: [Bool] = []
    for sentence in sentences {
      let bytes = Array(sentence.utf8)
      taken.append(bound.take(bytes.span, 0..<bytes.count, language: language))
    }
    return taken
  }

  @Test func `refuses what was said before`() {
    #expect(
      taken([
        "The council approved the harbour plan.", "Councils approve harbour plans.",
        "It was the council that approved of the plan for the harbour.",
        "The seals rest on a sandbank.", "The council approved the harbour plan.",
      ]) == [true, false, false, true, false]
    )
  }

  @Test func `looks at words of grammar too`() {
    #expect(
      taken([
        "That is what he said to us at the time, and it was so.",
        "That is what he told us at the time, and it was so.",
      ]) == [true, false]
    )
  }

  @Test func `knows scripts without spaces`() {
    #expect(taken(["市议会批准了港口计划。", "市议会批准了这个港口计划。"], language: "zh") == [true, false])
  }

  @Test func `holds for any two of those taken`() {
    var random = SeededGenerator(seed: 3)
    let words = (0..<12).map { "word\($0)" }
    let sentences = (0..<400).map { _ in
      words.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random))
    }
    let kept = zip(sentences, taken(sentences.map { $0.joined(separator: " ") })).filter(\.1).map {
      Set($0.0)
    }
    #expect(kept.count > 20)
    for (place, one) in kept.enumerated() {
      for other in kept[..<place] {
        let overlap = Double(one.intersection(other).count) / Double(one.union(other).count)
        #expect(overlap <= RedundancyBound.most)
      }
    }
  }

  @Test func `gives up on thousands of sentences with the same words`() {
    let sentences = (0..<2_500).map {
      "alpha beta gamma delta n\($0) m\($0) o\($0) p\($0) q\($0) r\($0)"
    }
    #expect(!taken(sentences).prefix(500).contains(false))
  }

  @Test func `takes sentences without words once`() {
    #expect(taken(["...", "!", ""]) == [true, true, true])
  }
}
