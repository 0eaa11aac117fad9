import Testing

@testable import ResearchCore

@Suite struct SupportCheckTests {
  private static let text =
    "The council of Westhaven approved the new harbour on Monday. It will cost 40 million euros."

  private static func checked(
    _ sentence: String,
    _ passages: [Record.Place]?,
    text: String? = text,
    claimed: Bool? = true
  ) -> Record.Sentence {
    var record = Record(index: 1, source: "a")
    (record.text, record.language) = (text, "en")
    var written = Record.Sentence(text: sentence)
    (written.passages, written.supported) = (passages, claimed)
    return SupportCheck().checked([written], of: record)[0]
  }

  @Test(arguments: [true, false, nil])
  func `judges by the text, whatever is claimed`(claimed: Bool?) {
    let place = Record.Place(start: 0, end: 60)
    let said = "Westhaven's council approved the new harbour."
    let good = Self.checked(said, [place], claimed: claimed)
    #expect(good.supported == true && good.passages == [place] && good.mark == nil)
    let bad = Self.checked("The council of Easthaven refused 50 plans.", [place], claimed: claimed)
    #expect(bad.supported == false && bad.mark == .unsupported)
    let none = Self.checked(said, nil, claimed: claimed)
    #expect(none.supported == false && none.mark == .uncited)
  }

  @Test(
    arguments: [(-1, 5), (0, 0), (5, 2), (0, 1_000), (.min, .max), (.max, .max), (90, 93)]
      as [(Int, Int)]
  )
  func `a place that is not in the text supports nothing`(start: Int, end: Int) {
    let wrong = Record.Place(start: start, end: end)
    let alone = Self.checked("It will cost 40 million euros.", [wrong])
    #expect(alone.supported == false && alone.passages == nil)
    // Nor does it go with one that does.
    let right = Record.Place(start: 61, end: 91)
    let both = Self.checked("It will cost 40 million euros.", [right, wrong])
    #expect(both.supported == false && both.passages == [right] && both.mark == .unsupported)
    #expect(Self.checked("It will cost.", [right], text: nil).supported == false)
  }

  @Test func `what cites everything is not supported`() {
    let places = (0..<200).map { Record.Place(start: 0, end: 60 + $0 % 2) }
    let many = Self.checked("The council approved the harbour.", places)
    #expect(many.supported == false && many.passages?.count == SupportCheck.mostPassages)
    let long = String(repeating: Self.text + " ", count: 1_000)
    let whole = Record.Place(start: 0, end: long.unicodeScalars.count)
    #expect(Self.checked("The council approved.", [whole], text: long).supported == false)
  }

  @Test func `a quoted sentence of a model's summary cites its own place`() {
    var record = Record(index: 1, source: "a")
    (record.text, record.language) = (Self.text, "en")
    let quoted = Record.Sentence(
      text: "It will cost 40 million euros.",
      start: 61,
      end: 91,
      score: 1
    )
    let checked = SupportCheck().checked([quoted], of: record)[0]
    #expect(checked.passages == [Record.Place(start: 61, end: 91)] && checked.supported == true)
  }
}
