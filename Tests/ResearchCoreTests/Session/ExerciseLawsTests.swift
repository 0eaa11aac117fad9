import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// The tutorial's exercise and the closed forms, exact in virtual time, held against a simulation
/// that shares nothing with the pipeline.
@Suite struct ExerciseLawsTests {
  /// A run, described.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var simulation: PipelineSimulation
    var schedule: Schedule
    var seconds: Double?

    init(
      _ name: String,
      _ schedule: Schedule,
      fetch: [Int],
      summarise: [Int],
      combine: Int,
      slots: Int = 1_000,
      seconds: Double?
    ) {
      self.name = name
      self.schedule = schedule
      self.seconds = seconds
      simulation = PipelineSimulation(
        fetch: fetch,
        summarise: summarise,
        combine: combine,
        summarySlots: slots
      )
    }

    var testDescription: String { "\(name), \(schedule.rawValue)" }

    private static func five(
      _ name: String,
      _ schedule: Schedule,
      slots: Int = 5,
      seconds: Double
    ) -> Case {
      Case(
        name,
        schedule,
        fetch: Array(repeating: 1_000, count: 5),
        summarise: Array(repeating: 3_000, count: 5),
        combine: 2_000,
        slots: slots,
        seconds: seconds
      )
    }

    private static func uneven(_ schedule: Schedule, seconds: Double) -> Case {
      Case(
        "X3 uneven",
        schedule,
        fetch: [1_000, 5_000],
        summarise: [5_000, 1_000],
        combine: 2_000,
        seconds: seconds
      )
    }

    /// The same one by one and at once.
    private static func both(
      _ name: String,
      fetch: [Int],
      summarise: [Int],
      seconds: [Double]
    ) -> [Case] {
      zip([Schedule.oneByOne, .streaming], seconds).map { schedule, seconds in
        Case(
          name,
          schedule,
          fetch: fetch,
          summarise: summarise,
          combine: 0,
          seconds: seconds
        )
      }
    }

    static let tutorial: [Case] =
      [
        five("X1", .oneByOne, seconds: 22), five("X2", .barriers, seconds: 6),
        five("X3", .streaming, seconds: 6), uneven(.barriers, seconds: 12),
        uneven(.streaming, seconds: 8), uneven(.oneByOne, seconds: 14),
      ]
      + zip(1...5, [18, 12, 9, 9, 6]).flatMap { slots, seconds in
        [Schedule.streaming, .barriers].map { schedule in
          five("X4 with \(slots) slots", schedule, slots: slots, seconds: seconds)
        }
      }
      + both("X5 calls", fetch: [0, 0], summarise: [5_000, 5_000], seconds: [10, 5])
      + both("X5 sources", fetch: [2_000, 2_000, 1_000], summarise: [0, 0, 0], seconds: [5, 2])
      + [
        Case(
          "X5 an agent's turn",
          .streaming,
          fetch: [200],
          summarise: [2_000],
          combine: 50,
          seconds: 2.25
        )
      ]

    /// Uneven pages of all kinds: counts, slots, fetch slots and windows, durations from a seed.
    static let drawn: [Case] = (0..<120).map { number in
      var generator = Generator(state: UInt64(number))
      let pages = [1, 2, 5, 13, 40].randomElement(using: &generator) ?? 1
      let draw = { (range: ClosedRange<Int>, generator: inout Generator) in
        (0..<pages).map { _ in Int.random(in: range, using: &generator) }
      }
      // Thousands of milliseconds, so that hardly two things happen at the same moment.
      var drawn = Case(
        "drawn \(number), n \(pages)",
        Schedule.allCases[number % 3],
        fetch: draw(1...50_000, &generator),
        summarise: draw(1...50_000, &generator),
        combine: Int.random(in: 0...9_000, using: &generator),
        slots: [1, 2, 3, 7, 1_000].randomElement(using: &generator) ?? 1,
        seconds: nil
      )
      drawn.simulation.fetchSlots = [1, 2, 5, 50].randomElement(using: &generator) ?? 50
      if drawn.schedule == .streaming {
        drawn.simulation.window = [1, 2, 4, 10, 10_000].randomElement(using: &generator) ?? 1
      }
      return drawn
    }
  }

  @Test(arguments: Case.tutorial)
  func `the exercise takes what the tutorial's arithmetic says`(wanted: Case) throws {
    let wall = try run(wanted)
    #expect(wall.seconds == wanted.seconds)
    #expect(wall == .milliseconds(wanted.simulation.wall(wanted.schedule)))
  }

  @Test(arguments: Case.drawn)
  func `uneven pages take what the simulation says`(wanted: Case) throws {
    #expect(try run(wanted) == .milliseconds(wanted.simulation.wall(wanted.schedule)))
  }

  @Test(arguments: [(false, 4.5), (true, 2.25)])
  func `an agent's turn, twice, takes twice as long only one by one`(
    isAtOnce: Bool,
    seconds: Double
  ) throws {
    var session = VirtualSession(fetch: .milliseconds(200), summarise: .seconds(2))
    session.configuration.summarising.model = "stub"
    session.author = StubAuthor(clock: session.clock, after: .milliseconds(50))
    let agent = session
    let end = agent.time.run { () -> Duration in
      let turn = { @Sendable () async throws -> Void in
        let session = try agent.made()
        _ = try await session.run(VirtualSession.urls(1).map { .source($0) })
        try await session.writeReport { _ in }
      }
      do {
        if isAtOnce {
          async let first: Void = turn()
          async let second: Void = turn()
          _ = try await (first, second)
        } else {
          try await turn()
          try await turn()
        }
      } catch {
        Issue.record(error)
      }
      return agent.clock.now
    }
    #expect(end?.seconds == seconds)
  }

  @Test(arguments: [1, 4, 9, 30], [(1, 3), (4, 1)])
  func `the closed forms hold over the grid`(pages: Int, durations: (Int, Int)) throws {
    let (fetch, summarise) = durations
    for slots in [1, 2, 3, 8, 30] {
      for combine in [0, 2] {
        let wanted = Case(
          "n \(pages), k \(slots)",
          .streaming,
          fetch: Array(repeating: fetch * 1_000, count: pages),
          summarise: Array(repeating: summarise * 1_000, count: pages),
          combine: combine * 1_000,
          slots: slots,
          seconds: nil
        )
        let rounds = (pages + slots - 1) / slots
        let closed = Duration.seconds(fetch + rounds * summarise + combine)
        #expect(try run(wanted) == closed)
        var sync = wanted
        sync.schedule = .oneByOne
        #expect(try run(sync) == .seconds(pages * (fetch + summarise) + combine))
        var barriers = wanted
        barriers.schedule = .barriers
        #expect(try run(barriers) == closed)
      }
    }
  }

  /// How long the run takes that the case describes, its report included.
  private func run(_ wanted: Case) throws -> Duration {
    let simulation = wanted.simulation
    var session = VirtualSession(
      fetch: { address, _ in
        let page = Int(address.path.dropFirst(2)) ?? 0
        return .init(
          VirtualSession.page("page-\(page)-"),
          after: .milliseconds(simulation.fetch[page])
        )
      },
      summarise: { text in
        let digits = text.drop { $0 != "-" }.dropFirst().prefix { $0 != "-" }
        return .milliseconds(simulation.summarise[Int(digits) ?? 0])
      }
    )
    session.configuration.schedule = wanted.schedule
    session.configuration.fetching.maxConcurrency = simulation.fetchSlots
    session.configuration.summarising.concurrency = simulation.summarySlots
    session.configuration.window = simulation.window
    session.configuration.summarising.model = "stub"
    session.author = StubAuthor(clock: session.clock, after: .milliseconds(simulation.combine))
    let outcome = try #require(session.run(VirtualSession.urls(simulation.fetch.count)))
    #expect(outcome.counts.used == simulation.fetch.count)
    return outcome.end
  }
}
