import Testing

@testable import Summarisation

struct CitedPlacesTests {
  private static let seals =
    "Forty grey seals were counted on the northern sandbank in March by the wardens of the bay. "
  private static let tides =
    "The tide covers the bank for five hours each night, says the harbour office. "
  private static let filler = "Nothing else of any kind was written on that page about the matter. "
  private static let boats =
    "Two fishing boats from Hull were seen near the old lighthouse in the autumn. "
  private static let text =
    filler + filler + seals + tides + filler + "\n\n" + boats + filler + filler + filler + filler

  private let cutter = AnswerSentences()

  private func judged(_ sentence: String, _ numbers: [Int]) -> SummarySentence {
    let numbered = NumberedText(SourceText(text: Self.text, language: "en"), cutter)
    return CitedPlaces(cutter).judged(CitedSentence(text: sentence, numbers: numbers), in: numbered)
  }

  private func quotes(_ sentence: SummarySentence) -> [String] {
    sentence.places.map { range in
      let start = Self.text.index(Self.text.startIndex, offsetBy: range.lowerBound)
      return String(Self.text[start...].prefix(range.count))
    }
  }

  private func trimmed(_ text: String) -> String { String(text.dropLast()) }

  @Test func `narrows the cited passages to what bears the sentence out`() {
    let judged = judged("Wardens counted forty grey seals on the sandbank in March.", [1])
    #expect(judged.isSupported == true && quotes(judged) == [trimmed(Self.seals)])
  }

  @Test func `joins places that touch`() {
    let judged = judged(
      "Wardens counted forty grey seals on the sandbank, which the tide covers five hours a night, "
        + "says the harbour office.",
      [1]
    )
    #expect(judged.isSupported == true && quotes(judged) == [trimmed(Self.seals + Self.tides)])
  }

  @Test func `draws on several passages`() {
    let judged = judged(
      "Wardens counted forty grey seals in March, and two fishing boats from Hull were seen near the "
        + "lighthouse.",
      [1, 2]
    )
    #expect(judged.isSupported == true)
    #expect(quotes(judged) == [trimmed(Self.seals), trimmed(Self.boats)])
  }

  @Test(arguments: [
    "Wardens counted ninety grey seals on the sandbank in March.",
    "No grey seals were counted on the northern sandbank in March by the wardens.",
    "Whales sing of love beneath the polar ice.",
  ])
  func `keeps the whole passages of what they do not support`(sentence: String) {
    let judged = judged(sentence, [1])
    #expect(judged.isSupported == false && judged.places.count == 1)
    #expect(quotes(judged)[0].contains(trimmed(Self.seals)))
    #expect(judged.start == 0 && judged.end == 0 && judged.text == sentence)
  }

  @Test(arguments: [[], [99], [0]])
  func `supports nothing that cites nothing`(numbers: [Int]) {
    let judged = judged("Wardens counted forty grey seals on the sandbank in March.", numbers)
    #expect(judged.isSupported == false && judged.places.isEmpty)
  }

  @Test func `looks at the first of many citations only`() {
    let text = (1...50).map { "Passage \($0). " + String(repeating: Self.filler, count: 4) }
      .joined(separator: "\n\n")
    let numbered = NumberedText(SourceText(text: text, language: "en"), cutter)
    let sentence = CitedSentence(text: "Whales sing.", numbers: Array(1...50))
    let judged = CitedPlaces(cutter).judged(sentence, in: numbered)
    #expect(judged.isSupported == false)
    #expect(judged.places.last?.upperBound ?? 0 <= numbered.places[9].scalars.upperBound)
  }
}
