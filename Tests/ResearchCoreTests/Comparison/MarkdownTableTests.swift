import Testing

@testable import ResearchCore

struct MarkdownTableTests {
  @Test func `pads its columns and leaves out empty ones`() {
    let table = MarkdownTable(
      [
        MarkdownTable.Column("what", isNumeric: false), MarkdownTable.Column("s"),
        MarkdownTable.Column("nothing"), MarkdownTable.Column("measured"),
      ],
      [["one", "22.00", "", "22.03"], ["uneven – two", "6"]]
    )
    #expect(
      table.lines == [
        "| what         |     s | measured |",
        "| ------------ | ----: | -------: |",
        "| one          | 22.00 |    22.03 |",
        "| uneven – two |     6 |          |",
      ]
    )
  }

  @Test func `has a rule that Markdown knows for the narrowest column`() {
    let table = MarkdownTable(
      [MarkdownTable.Column("a"), MarkdownTable.Column("b")],
      [["1", "2"]]
    )
    #expect(table.lines == ["|  a |  b |", "| -: | -: |", "|  1 |  2 |"])
  }
}
