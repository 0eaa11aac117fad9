import Testing

@testable import Summarisation

struct PassageFinderTests {
  private static func passages(_ source: Int, _ texts: String...) -> [Passage] {
    texts.enumerated().map {
      Passage(number: 0, source: source, start: 100 * $0, end: 100 * $0 + 10, text: $1)
    }
  }

  private static func best(_ query: String, _ sources: [[Passage]], _ language: String = "en")
    -> [[Int]]
  {
    guard var finder = PassageFinder(query) else { return [[-1]] }
    for source in sources { finder.add(source, language: language) }
    return finder.best(3).map { [$0.source, $0.start / 100] }
  }

  private static let sources = [
    passages(
      1,
      "The harbour was built in spring.",
      "Nobody knew what the creature eats.",
      "Windows are cleaned on Mondays."
    ),
    passages(2, "Creatures of the sea eat bread and apples.", "The weather was fine."),
  ]

  @Test func `finds what says most, by stems, the best first`() {
    #expect(Self.best("what do creatures eat", Self.sources) == [[1, 1], [2, 0]])
    #expect(Self.best("creatures eating apples", Self.sources).first == [2, 0])
    #expect(Self.best("clean windows", Self.sources).first == [1, 2])
  }

  @Test func `finds nothing where no word stands, and asks for words`() {
    #expect(Self.best("quantum chromodynamics", Self.sources).isEmpty)
    #expect(Self.best("  \n", Self.sources) == [[-1]])
    #expect(Self.best("bread", []).isEmpty)
  }

  @Test func `finds pairs of characters where words have no spaces between them`() {
    let sources = [Self.passages(1, "東京は日本の首都です。", "天気がいいです。")]
    #expect(Self.best("首都", sources, "ja").first == [1, 0])
  }
}
