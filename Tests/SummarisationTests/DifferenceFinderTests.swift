import TestSupport
import Testing

@testable import Summarisation

struct DifferenceFinderTests {
  private func differences(_ texts: [String], question: String? = nil) -> [CollectionDifference] {
    var summariser = CollectionSummariser(
      question: question,
      language: "en",
      length: SummaryLength(sentences: 3),
      keyPoints: 7
    )
    for (number, text) in texts.enumerated() {
      summariser.add(CollectionDocument(id: number + 1, text: text, language: "en"))
    }
    return summariser.finish().differences
  }

  private static let twelve =
    "The blast in the market of Kabul killed 12 people on Monday, police said."
  private static let fifteen =
    "On Monday police said that 15 people were killed by the blast in the market of Kabul."

  @Test func `quotes both sides of a difference`() throws {
    let found = differences([Self.twelve, Self.fifteen, "Rain fell. " + Self.twelve])
    try #require(found.count == 1)
    #expect(found[0].subject == "blast market Kabul killed police")
    #expect(found[0].statements.map(\.value) == ["12 people", "15 people"])
    #expect(found[0].statements.map(\.sentence.text) == [Self.twelve, Self.fifteen])
    #expect(found[0].statements[0].sentence.places.map(\.document) == [1, 3])
    #expect(found[0].statements[0].sentence.sources == 2)
    #expect(found[0].statements[1].sentence.places.map(\.document) == [2])
  }

  @Test(arguments: [
    "Police said that 15 people were killed by the blast in the market of Herat.",
    "Police said that 15 goats were killed by the blast in the market of Kabul.",
    "Police said that 12 people were killed by the blast in the market of Kabul.",
    "Police denied that 15 people were killed by the blast in the market of Kabul.",
    "On Friday 15 people were killed by a blast in the market of Kabul, police said.",
    "More than 10 people were killed by the blast in the market of Kabul, police said.",
    "Police said that 15 people were killed by the blast in the market of Kabul. Earlier it had "
      + "said that 12 people died.",
    "There were 15 people in the market.", "15 people.", "",
  ])
  func `makes none of what may be two matters`(text: String) {
    #expect(differences([Self.twelve, text]).isEmpty)
    #expect(differences([text, Self.twelve]).isEmpty)
  }

  @Test(arguments: [
    (
      "Germany reported exports of # billion crowns of cars and trucks today.", "5", "8", "France",
      "Germany"
    ),
    (
      "The police of Kabul counted # people in the % part of the market.", "12", "30", "northern",
      "southern"
    ),
    (
      "The police of Kabul counted # new % in the market of the old town.", "12", "30", "nurses",
      "patients"
    ),
    (
      "The fields of Norway give # barrels a % of heavy oil to buyers.", "500", "9000", "year",
      "day"
    ),
    (
      "The police of Kabul counted # people in the market % year again.", "12", "30", "last", "this"
    ),
  ])
  func `tells apart other places, parts, units and rates`(
    sample: (String, String, String, String, String)
  ) {
    func fill(_ value: String, _ word: String) -> String {
      var text = ""
      for character in sample.0 {
        text += character == "#" ? value : character == "%" ? word : String(character)
      }
      return text.hasPrefix("Germany") ? word + text.dropFirst(7) : text
    }
    #expect(differences([fill(sample.1, sample.3), fill(sample.2, sample.4)]).isEmpty)
  }

  @Test func `finds none within one source or its copies`() {
    var random = SeededGenerator(seed: 3)
    #expect(differences([Self.twelve + " " + Self.fifteen]).isEmpty)
    let text = Corpus.prose(&random, sentences: 30)
    #expect(differences([text + " " + Self.twelve, text + " " + Self.fifteen]).isEmpty)
  }

  @Test func `shows with a question what bears on it`() {
    let texts = [Self.twelve, Self.fifteen]
    #expect(differences(texts, question: "How many people did the blast in Kabul kill?").count == 1)
    #expect(differences(texts, question: "Who won the chess tournament?").isEmpty)
  }

  @Test func `gives the same for the same, within bounds`() {
    let texts = (0..<200).map {
      "The blast in the market of Kabul killed \($0 * 3 + 5) people on Monday, police said."
    }
    let found = differences(texts)
    #expect(found == differences(texts))
    #expect(
      !found.isEmpty && found.count <= 7
        && found.allSatisfy { (2...4).contains($0.statements.count) }
    )
  }

  @Test func `reads any text`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let texts = (0..<4).map { _ in Corpus.noise(&random, length: 200) }
      #expect(differences(texts).allSatisfy { $0.statements.count >= 2 })
    }
  }
}
