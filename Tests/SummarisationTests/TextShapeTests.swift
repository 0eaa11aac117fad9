import Testing

@testable import Summarisation

struct TextShapeTests {
  @Test(arguments: [(0, 0.0), (1, 0), (20, 0), (40, 0.25), (320, 1), (20_000, 1.2)])
  func `grows with the doublings of the text`(sentences: Int, length: Double) {
    let index = indexed([Array(repeating: "Ships sail.", count: sentences)])
    #expect(TextShape(index).length == length)
  }

  private static let sharings: [(documents: [[String]], sharing: Double)] = [
    ([["ship ice"], ["harbour"]], -1), ([["ship ice"], ["ship ice"]], 1), ([["ship ice"]], 0),
    ([["ship oak bay ice"], ["ship elm"], []], -0.5), ([[], []], 0),
  ]

  @Test(arguments: sharings)
  func `measures what the documents share`(documents: [[String]], sharing: Double) {
    #expect(abs(TextShape(indexed(documents)).sharing - sharing) < 1e-9)
  }
}
