import TestSupport
import Testing

@testable import Summarisation

struct PassedOverTests {
  private static let text = """
    Harbour plan

    The council approved the harbour. It opens in 2027.

    Year | Cost | Seals

    let harbour = seals.count

    The seals rest nearby.
    """

  private func range(of part: String) throws -> Range<Int> {
    try #require(Array(Self.text.unicodeScalars).firstRange(of: Array(part.unicodeScalars)))
  }

  private func prose(without ranges: [Range<Int>]) -> [String] {
    let bytes = Array(Self.text.utf8)
    let splitter = SentenceSplitter(language: "en", data: LanguageData())
    return PassedOver(ranges).prose(splitter.sentences(of: bytes.span)).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test func `leaves sentences out that share a character with a range`() throws {
    let ranges = try ["let harbour", "Harbour plan", "Cost"].map(range)
    #expect(
      prose(without: ranges) == [
        "The council approved the harbour.", "It opens in 2027.", "The seals rest nearby.",
      ]
    )
  }

  @Test(arguments: [[], [0..<0], [1_000..<2_000], [12..<14]])
  func `leaves all others where they are`(ranges: [Range<Int>]) {
    #expect(prose(without: ranges).count == 6)
  }

  @Test func `agrees with a look at each pair`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let ranges = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        let start = Int.random(in: 0...60, using: &random)
        return start..<start + Int.random(in: 0...9, using: &random)
      }
      let sentences = (0..<20).map { number in
        TextSentence(
          bytes: 0..<1,
          scalars: number * 3..<number * 3 + 2,
          isComplete: true,
          isQuestion: false
        )
      }
      let expected = sentences.filter { sentence in
        ranges.allSatisfy { $0.isEmpty || !$0.overlaps(sentence.scalars) }
      }
      #expect(PassedOver(ranges).prose(sentences) == expected)
    }
  }

  @Test func `are quoted by no summary`() throws {
    let ranges = try ["Harbour plan", "Year | Cost | Seals", "let harbour = seals.count"]
      .map(range)
    var text = SourceText(text: Self.text, language: "en")
    text.passedOver = ranges
    let length = SummaryLength(sentences: 9)
    let single = ExtractiveSummariser(length: length).summary(of: text).sentences.map(\.text)
    #expect(!single.isEmpty && single.allSatisfy { $0.hasSuffix(".") })
    var several = CollectionSummariser(question: nil, language: "en", length: length, keyPoints: 9)
    var document = CollectionDocument(id: 1, text: Self.text, language: "en")
    document.passedOver = ranges
    several.add(document)
    let found = several.finish()
    let quoted = (found.summary + found.keyPoints).map(\.text)
    #expect(!quoted.isEmpty && quoted.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func `leaves no summary where nothing is prose`() {
    var text = SourceText(text: Self.text, language: "en")
    text.passedOver = [0..<Self.text.unicodeScalars.count]
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 3))
    #expect(summariser.summary(of: text).sentences.isEmpty)
  }
}
