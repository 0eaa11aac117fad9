import Testing

@testable import Summarisation

struct ListLineTests {
  @Test(arguments: [
    ("We need", "• bread", true), ("We need", "- bread", false), ("We need:", "- bread", true),
    ("- milk", "- bread", true), ("We need.", "2) bread", true), ("1. milk", "2. bread", true),
    ("It was in", "1990. Then", false), ("We need:", "-bread", false), ("We need:", "bread", false),
    ("We need:", "a) bread", true), ("We need:", "-", false),
  ])
  func `parts items from what stands before them`(first: String, line: String, begins: Bool) {
    let bytes = Array((first + "\n" + line).utf8)
    let end = first.utf8.count
    #expect(ListLine.begins(bytes.span, at: end + 1, start: 0, end: end) == begins)
  }
}
