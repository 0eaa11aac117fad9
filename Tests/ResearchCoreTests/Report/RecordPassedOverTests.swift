import Testing

@testable import ResearchCore

struct RecordPassedOverTests {
  private static func part(_ kind: Record.Part.Kind, _ start: Int, _ end: Int) -> Record.Part {
    Record.Part(kind: kind, start: start, end: end)
  }

  @Test func `are headings, rows and code, and no lists or quotations`() {
    var record = Record(index: 1, source: "http://h/")
    record.headings = [Record.Heading(text: "Größe", level: 1, start: 10)]
    var table = Self.part(.table, 30, 90)
    table.rows = [[30, 34, 37, 40], [], [80, 80, 83, 90]]
    record.parts = [
      Self.part(.list, 0, 8), Self.part(.code, 20, 25), Self.part(.quotation, 26, 29), table,
    ]
    #expect(record.passedOver == [10..<15, 20..<25, 30..<40, 80..<90])
  }

  @Test func `are none of a record that tells of none`() {
    #expect(Record(index: 1, source: "http://h/").passedOver.isEmpty)
  }

  @Test func `take whatever a file says`() {
    var record = Record(index: 1, source: "http://h/")
    record.headings = [
      Record.Heading(text: "", level: 1, start: .max),
      Record.Heading(text: "a", level: 1, start: -5),
    ]
    record.parts = [Self.part(.code, 9, 3), Self.part(.code, .min, .max)]
    #expect(record.passedOver == [.max..<(.max), 0..<0, 9..<9, 0..<(.max)])
  }

  @Test func `give the page's own summary no heading, row or code`() {
    var record = Record(index: 1, source: "http://h/")
    record.text = "The tides of the bay\n\nA | B\n\nlet tide = bay\n\nThe bay has two tides a day."
    record.headings = [Record.Heading(text: "The tides of the bay", level: 1, start: 0)]
    var table = Self.part(.table, 22, 27)
    table.rows = [[22, 23, 26, 27]]
    record.parts = [table, Self.part(.code, 29, 43)]
    let pages = PageSummary(options: ReportOptions(), trustsStored: false)
    let quoted: [String] = pages.sentences(of: record).map { $0.text }
    #expect(quoted == ["The bay has two tides a day."])
  }
}
