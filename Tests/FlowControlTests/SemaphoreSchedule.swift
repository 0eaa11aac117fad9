import FlowControl
import TestSupport

/// Visits to a semaphore at fixed times: run in virtual time, and worked out by a simple model.
struct SemaphoreSchedule: Sendable {
  /// One that comes, holds what it asked for, and may be cancelled.
  struct Visit: Sendable {
    var arrives: Duration
    var weight = 1
    var priority = Priority.normal
    var holds = Duration.seconds(1)
    var isCancelled: Duration?
  }

  /// What a run showed.
  struct Outcome: Sendable {
    /// When each visit had its permits; nil where it was cancelled before.
    var admitted: [Duration?]
    var mostInUse = 0
    var inUseAtEnd = 0
    var waitingAtEnd = 0
  }

  var permits: Int
  var visits: [Visit]

  /// A few visits that crowd each other, all at times of their own.
  static func random(seed: UInt64) -> SemaphoreSchedule {
    var generator = SeededGenerator(seed: seed)
    let spread = Int64.random(in: 1...300, using: &generator) * 1_000_000_000
    let visits = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      let arrives = Duration.nanoseconds(Int64.random(in: 0...spread, using: &generator))
      let patience = Duration.nanoseconds(Int64.random(in: 1...spread, using: &generator))
      return Visit(
        arrives: arrives,
        weight: Int.random(in: 0...6, using: &generator),
        priority: Priority.allCases.randomElement(using: &generator) ?? .normal,
        holds: .nanoseconds(Int64.random(in: 0...(spread / 2), using: &generator)),
        isCancelled: Int.random(in: 0..<3, using: &generator) == 0 ? arrives + patience : nil
      )
    }
    return SemaphoreSchedule(permits: Int.random(in: 1...5, using: &generator), visits: visits)
  }

  /// Runs the visits against the real semaphore; nil where they hang.
  func run() -> Outcome? {
    let time = VirtualTime()
    let clock = SessionClock(time)
    let semaphore = AsyncSemaphore(permits, clock: clock)
    let occupancy = Occupancy()
    let admitted = time.run {
      await withTaskGroup(of: (Int, Duration?).self) { group in
        for (index, visit) in visits.enumerated() {
          group.addTask { (index, await admission(of: visit, to: semaphore, on: clock, occupancy)) }
        }
        return await group.reduce(into: [Duration?](repeating: nil, count: visits.count)) {
          $0[$1.0] = $1.1
        }
      }
    }
    return admitted.map {
      Outcome(
        admitted: $0,
        mostInUse: occupancy.most,
        inUseAtEnd: semaphore.inUse,
        waitingAtEnd: semaphore.waiting
      )
    }
  }

  private func admission(
    of visit: Visit,
    to semaphore: AsyncSemaphore,
    on clock: SessionClock,
    _ occupancy: Occupancy
  ) async -> Duration? {
    await cancelled(at: visit.isCancelled, on: clock) {
      // Sleeps end early when they are cancelled.
      try? await clock.sleep(until: visit.arrives)
      return try? await semaphore.withPermit(weight: visit.weight, priority: visit.priority) {
        let admitted = clock.now
        occupancy.change(by: max(0, min(visit.weight, permits)))
        try? await clock.sleep(for: visit.holds)
        occupancy.change(by: -max(0, min(visit.weight, permits)))
        return admitted
      }
    }
  }

  /// What has to come out: every event in turn, the queue sorted anew each time.
  func expected() -> [Duration?] {
    enum Kind { case arrival, cancel, release }
    var events: [(time: Duration, kind: Kind, index: Int)] = []
    for (index, visit) in visits.enumerated() {
      events.append((visit.arrives, .arrival, index))
      if let time = visit.isCancelled { events.append((time, .cancel, index)) }
    }
    var admitted = [Duration?](repeating: nil, count: visits.count)
    var waiting: [Int] = []
    var free = permits
    func isEarlier(_ left: Int, _ right: Int) -> Bool {
      let keys = [left, right].map { visits[$0].arrives + .seconds(60) * visits[$0].priority.rank }
      return keys[0] != keys[1] ? keys[0] < keys[1] : left < right
    }
    while let at = events.indices.min(by: { events[$0].time < events[$1].time }) {
      let event = events.remove(at: at)
      switch event.kind {
      case .arrival: waiting.append(event.index)
      case .cancel: waiting.removeAll { $0 == event.index }
      case .release: free += min(visits[event.index].weight, permits)
      }
      waiting.sort(by: isEarlier)
      while let first = waiting.first, min(visits[first].weight, permits) <= free {
        waiting.removeFirst()
        free -= min(visits[first].weight, permits)
        admitted[first] = event.time
        let end = event.time + visits[first].holds
        events.append((min(end, visits[first].isCancelled ?? end), .release, first))
      }
    }
    return admitted
  }
}
