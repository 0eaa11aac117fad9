import Testing

@testable import Summarisation

struct BoilerplateTests {
  private static let phrase = "Try refreshing your browser, or watch other videos from our team."

  private static let harbour = """
    The city council approved the new harbour on Monday after a long debate. The harbour will cost \
    40 million euros and open within four years. Critics say that it threatens the seals on the \
    sandbank nearby. Fishermen were never asked, their union complained.
    """
  private static let port = """
    Councillors voted for a harbour that costs the city millions of euros. Fishermen and biologists \
    fear for the seals on the sandbank nearby. The debate before the vote was long, and the critics \
    of the harbour promised to go to court.
    """
  private static let wine = """
    Rosé of this summer tastes of strawberries and smoked almonds. A bottle from Provence goes well \
    with grilled trout, lemon and fennel. Winemakers harvest the grapes by night to keep them cool. \
    Cheaper kinds come from Navarra, where Garnacha is grown.
    """
  private static let jobs = """
    Employment rose more than economists had forecast last quarter. The central bank may raise its \
    rates again, analysts wrote. Wages in construction grew fastest, followed by transport. \
    Unemployment among students remained high.
    """

  private func keyPoints(_ texts: [String], publishers: [[String]] = []) -> [ChosenSentence] {
    var summariser = CollectionSummariser(
      question: nil,
      language: "en",
      length: SummaryLength(sentences: 0),
      keyPoints: 20
    )
    for (number, text) in texts.enumerated() {
      var document = CollectionDocument(id: number + 1, text: text, language: "en")
      if number < publishers.count { document.publishers = publishers[number] }
      summariser.add(document)
    }
    return summariser.finish().keyPoints
  }

  /// The words of a text in another order, in paragraphs of ten.
  private func reordered(_ text: String, by step: Int) -> String {
    let words = text.filter { $0 != "." && $0 != "," }.split(separator: " ")
    let order = words.indices.sorted { ($0 % step, $0) < ($1 % step, $1) }
    return order.enumerated().map { place, word in
      words[word] + (place % 10 == 9 || place == words.count - 1 ? ".\n\n" : " ")
    }.joined()
  }

  @Test func `is what two unlike texts have in common`() {
    let points = keyPoints([Self.wine + " " + Self.phrase, Self.phrase + " " + Self.jobs])
    #expect(points.count > 4)
    #expect(!points.contains { $0.text == Self.phrase })
  }

  @Test func `is not what texts on one matter both say`() {
    let points = keyPoints([Self.harbour + " " + Self.phrase, Self.phrase + " " + Self.port])
    #expect(points.first?.text == Self.phrase && points.first?.sources == 2)
  }

  @Test func `is not what only short texts say`() {
    let points = keyPoints([Self.phrase, Self.phrase + " Wine is cheap."])
    #expect(points.contains { $0.text == Self.phrase })
  }

  @Test func `is what three unlike pages of one site have, whoever else has it`() {
    let others = [3, 5, 7].map { reordered(Self.harbour, by: $0) + Self.phrase }
    let texts = [Self.harbour, Self.wine, Self.jobs].map { $0 + " " + Self.phrase } + others
    let sites = ["a", "b", "c", "d", "e", "f"].map { [$0] }
    #expect(keyPoints(texts, publishers: sites).first?.text == Self.phrase)
    let oneSite = [["a"], ["a"], ["a"]] + sites.suffix(3)
    #expect(!keyPoints(texts, publishers: oneSite).contains { $0.text == Self.phrase })
  }

  @Test(arguments: [
    ([["a.example"], ["b.example"]], 2), ([["a.example"], ["a.example"]], 1),
    ([["a.example", "news"], ["b.example", "news"]], 1), ([[], []], 2),
  ])
  func `counts one site once`(publishers: [[String]], sources: Int) throws {
    let fact = "The harbour opens when the last of the ferries has left the old port."
    let texts = [Self.harbour, Self.port].map { $0 + " " + fact }
    let point = try #require(keyPoints(texts, publishers: publishers).first { $0.text == fact })
    #expect(point.sources == sources && Set(point.places.map(\.document)) == [1, 2])
  }
}
