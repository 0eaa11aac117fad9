import FlowControl
import Testing

@Suite struct PriorityTests {
  @Test func `orders the more urgent first`() {
    #expect(Priority.allCases.reversed().sorted() == [.high, .normal, .low])
    #expect(Priority.allCases.map(\.rank) == [0, 1, 2])
  }

  @Test func `is written as its name`() {
    #expect(Priority.allCases.map(\.rawValue) == ["high", "normal", "low"])
  }
}
