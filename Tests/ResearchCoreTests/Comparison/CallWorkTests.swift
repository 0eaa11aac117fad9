import Testing

@testable import ResearchCore

struct CallWorkTests {
  @Test(
    arguments: [
      (1_000, 1, 2_000), (1_000, 50, 40), (1_000, nil, 2), (1_000, 3, 668), (3, 50, 2), (1, 1, 2),
    ] as [(Int, Int?, Int)]
  )
  func `takes as many rounds as the number in flight needs`(
    calls: Int,
    atOnce: Int?,
    seconds: Int
  ) {
    let work = CallWork(calls, of: .seconds(2), on: .tasks, atOnce: atOnce)
    #expect(work.predicted == .seconds(seconds))
  }
}
