import Testing

@testable import ResearchCore

@Suite struct PassageChoiceTests {
  private static let text = (1...60).map {
    "Sentence number \($0) says that the harbour of town \($0 * 7 % 61) has \($0 + 100) boats."
  }.joined(separator: " ")

  private static func places(
    sources: Int = 1,
    text: String = text,
    _ places: [Record.Place]
  ) -> [Range<Int>] {
    let record = ReportFixture.used(1, "https://a.example/", text: text)
    var sentence = Record.Sentence(text: "Written.")
    sentence.passages = places
    return PassageChoice(sources: sources, options: ReportOptions())
      .places(of: record, summary: [sentence])
  }

  @Test func `what the summary cites comes first, and further sentences fill the share`() {
    let cited = Record.Place(start: 3_000, end: 3_050)
    for (sources, share) in [(1, 4_000), (60, 1_000), (500, 120)] {
      let places = Self.places(sources: sources, [cited])
      #expect(places.contains(3_000..<3_050))
      #expect(places.reduce(0) { $0 + $1.count } <= share)
      #expect(places == places.sorted { $0.lowerBound < $1.lowerBound })
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(sources < 500 ? places.count > 5 : places.count <= 2)
    }
  }

  @Test func `there is a passage however many the sources, and none of nothing`() {
    #expect(Self.places(sources: 100_000, []).count == 1)
    #expect(Self.places(text: "", []).isEmpty)
  }

  @Test func `passes over what is not there, and cuts what is too long`() {
    let count = Self.text.unicodeScalars.count
    let places = Self.places(
      sources: 60,
      [
        Record.Place(start: -1, end: 9), Record.Place(start: 9, end: 2),
        Record.Place(start: 0, end: count + 1), Record.Place(start: .min, end: .max),
        Record.Place(start: 10, end: count),
      ]
    )
    #expect(places == [10..<1_010])
  }

  @Test func `overlapping places are one passage`() {
    let many = (0..<5_000).map { Record.Place(start: $0 % 50, end: $0 % 50 + 10) }
    let places = Self.places(many)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
