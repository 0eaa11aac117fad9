import Testing

@testable import ResearchServer

struct DelayRunsTests {
  private static let runs = DelayRuns([.zero, .seconds(2), .seconds(2), .seconds(1), .seconds(2)])

  @Test func `gives each delay by its index, and nothing beyond them`() {
    let found = (-1...5).map { Self.runs[$0] }
    #expect(found == [nil, .zero, .seconds(2), .seconds(2), .seconds(1), .seconds(2), nil])
    #expect(Self.runs.count == 5)
    #expect(DelayRuns().count == 0 && DelayRuns()[0] == nil)
  }

  @Test func `keeps equal neighbours as one, however they were added`() {
    #expect(Self.runs.counted.map(\.delay) == [.zero, .seconds(2), .seconds(1), .seconds(2)])
    #expect(Self.runs.counted.map(\.count) == [1, 2, 1, 1])
    var many = DelayRuns()
    many.append(.seconds(1), times: 60_000)
    many.append(.seconds(1), times: 40_000)
    #expect(many.count == 100_000 && many.counted.count == 1)
    #expect(many[99_999] == .seconds(1) && many[100_000] == nil)
  }
}
