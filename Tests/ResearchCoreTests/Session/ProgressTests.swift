import Testing

@testable import ResearchCore

@Suite struct RemainingTimeTests {
  private static func progress(_ done: Int, of total: Int = 100) -> Progress {
    var progress = Progress()
    progress.fetch = .init(done: done, total: total)
    progress.settled = done
    return progress
  }

  @Test func `divides what is left by the rate`() {
    var remaining = RemainingTime()
    let told = (1...10).map { remaining.estimate(Self.progress(2 * $0), at: Double($0)) }
    #expect(told.prefix(2).allSatisfy { $0 == nil })
    #expect(told[2] == 47)
    #expect(told[9] == 47)
  }

  @Test func `says nothing before five pages, and nothing new where nothing moves`() {
    var remaining = RemainingTime()
    for second in 1...8 {
      #expect(remaining.estimate(Self.progress(4), at: Double(second)) == nil)
    }
    #expect(remaining.estimate(Self.progress(5), at: 9) != nil)
  }

  @Test func `the slowest step wins`() {
    var remaining = RemainingTime()
    var last: Double?
    for second in 1...5 {
      var progress = Self.progress(10 * second)
      progress.summarise = .init(done: second, total: 100)
      last = remaining.estimate(progress, at: Double(second))
    }
    #expect(last == 97)
  }
}
