import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

@Suite struct HostTableTests {
  private static func source(
    _ index: Int,
    _ priority: Priority = .normal,
    host: String = "http://a.test:80"
  ) -> Source {
    Source(index: index, name: "\(host)/\(index)", priority: priority, target: .page(origin: host))
  }

  private static func table(_ limits: HostQueue.Limits, _ sources: [Source]) -> HostTable {
    var table = HostTable(limits, fetches: 100)
    for source in sources { table.insert(source, for: source.host ?? "", at: .zero) }
    return table
  }

  @Test func `spaces a host's requests by its interval, however many may be open`() {
    var table = Self.table(
      .init(slots: 6, interval: .seconds(2)),
      (1...3).map { Self.source($0) }
    )
    #expect(table.take(at: .zero)?.index == 1)
    #expect(table.take(at: .seconds(1)) == nil)
    #expect(table.nextOpening == .seconds(2))
    table.wake(at: .seconds(2))
    #expect(table.take(at: .seconds(2))?.index == 2)
    #expect(table.take(at: .seconds(3)) == nil)
    table.wake(at: .seconds(7))
    #expect(table.take(at: .seconds(7))?.index == 3)
  }

  @Test func `what asked nothing takes no interval`() {
    let host = "http://a.test:80"
    var table = Self.table(
      .init(slots: 6, interval: .seconds(2)),
      (1...9).map { Self.source($0) }
    )
    #expect(table.take(at: .zero)?.index == 1)
    table.release(host, AttemptEnding(outcome: .success), startedAt: .zero, at: .zero)
    table.wake(at: .seconds(2))
    for index in 2...8 {
      #expect(table.take(at: .seconds(2))?.index == index)
      table.release(
        host,
        AttemptEnding(hasAsked: false),
        startedAt: .seconds(2),
        at: .seconds(2)
      )
    }
    #expect(table.take(at: .seconds(2))?.index == 9)
  }

  @Test func `forgets a host when its interval is over`() {
    var table = HostTable(.init(slots: 1, interval: .seconds(2)), fetches: 1)
    for index in 1...50 {
      let source = Self.source(index, host: "http://h\(index).test:80")
      table.insert(source, for: source.host ?? "", at: .zero)
    }
    while let source = table.take(at: .zero) {
      let ending = AttemptEnding(outcome: .success)
      table.release(source.host ?? "", ending, startedAt: .zero, at: .zero)
    }
    #expect(table.count == 50)
    table.wake(at: .seconds(2))
    #expect(table.count == 0 && table.nextOpening == nil)
  }

  @Test func `remembers the interval of a host for which nobody waits`() {
    var table = Self.table(.init(slots: 6, interval: .seconds(2)), [Self.source(1)])
    _ = table.take(at: .zero)
    table.release(
      "http://a.test:80",
      AttemptEnding(outcome: .success),
      startedAt: .zero,
      at: .seconds(1)
    )
    table.insert(Self.source(2), for: "http://a.test:80", at: .seconds(1))
    #expect(table.take(at: .seconds(1)) == nil)
    #expect(table.nextOpening == .seconds(2))
  }

  @Test func `has room for one until robots.txt is known`() {
    var table = Self.table(.init(slots: 3, asksRobots: true), (1...5).map { Self.source($0) })
    #expect(table.take(at: .zero)?.index == 1)
    #expect(table.take(at: .zero) == nil)
    table.know("http://a.test:80", crawlDelay: nil, at: .zero)
    #expect([2, 3, nil] == (0..<3).map { _ in table.take(at: .zero)?.index })
  }

  @Test(arguments: [(5, 5), (1, 2), (600, 60)])
  func `obeys a crawl delay between the interval and a minute`(asked: Int, obeyed: Int) {
    var table = Self.table(
      .init(slots: 6, interval: .seconds(2), asksRobots: true),
      (1...2).map { Self.source($0) }
    )
    _ = table.take(at: .zero)
    table.know("http://a.test:80", crawlDelay: .seconds(asked), at: .milliseconds(10))
    #expect(table.take(at: .milliseconds(10)) == nil)
    #expect(table.nextOpening == .seconds(obeyed))
    let hold = table.takeHolds().first
    #expect(hold?.reason == (asked > 2 ? .robots : .host))
  }

  @Test func `a host that is held back lets the others have their turn`() {
    var table = Self.table(
      .init(slots: 1, interval: .seconds(9)),
      [
        Self.source(1, .high), Self.source(2, .high),
        Self.source(3, .low, host: "http://b.test:80"),
      ]
    )
    #expect(table.take(at: .zero)?.index == 1)
    table.release("http://a.test:80", AttemptEnding(outcome: .success), startedAt: .zero, at: .zero)
    #expect(table.take(at: .zero)?.index == 3)
  }

  @Test func `a wait that a server asks for is the whole host's`() {
    var table = Self.table(.init(slots: 2), (1...4).map { Self.source($0) })
    _ = table.take(at: .zero)
    _ = table.take(at: .zero)
    let outcome = AttemptEnding(outcome: .throttled(retryAfter: .seconds(20)))
    table.release("http://a.test:80", outcome, startedAt: .zero, at: .seconds(1))
    #expect(table.take(at: .seconds(1)) == nil)
    #expect(table.nextOpening == .seconds(21))
    #expect(table.takeHolds().map(\.reason) == [.rate])
    table.wake(at: .seconds(21))
    #expect(table.take(at: .seconds(21))?.index == 3)
  }

  @Test func `gives up a host that refuses again and again, a crowd counting once`() {
    var table = Self.table(.init(slots: 2, patience: 2), (1...9).map { Self.source($0) })
    let host = "http://a.test:80"
    let refusal = AttemptEnding(outcome: .throttled(retryAfter: .seconds(60)))
    _ = (table.take(at: .zero), table.take(at: .zero))
    table.release(host, refusal, startedAt: .zero, at: .seconds(1))
    table.release(host, refusal, startedAt: .zero, at: .seconds(1))
    #expect(!table.isGivenUp(host))
    table.wake(at: .seconds(302))
    #expect(table.take(at: .seconds(302))?.index == 3)
    table.release(host, refusal, startedAt: .seconds(302), at: .seconds(303))
    #expect(table.isGivenUp(host))
    #expect(Set(table.removeAll(of: host).map(\.index)) == Set(4...9))
  }

  @Test func `no host is given up within five minutes`() {
    var table = Self.table(.init(slots: 1, patience: 2), (1...9).map { Self.source($0) })
    for second in [0, 100, 200, 299] {
      let now = Duration.seconds(second)
      table.wake(at: now)
      #expect(table.take(at: now) != nil)
      table.release(
        "http://a.test:80",
        AttemptEnding(outcome: .throttled(retryAfter: nil)),
        startedAt: now,
        at: now
      )
    }
    #expect(!table.isGivenUp("http://a.test:80"))
  }

  @Test func `an answer makes up for all refusals`() {
    var table = Self.table(.init(slots: 1, patience: 2), (1...9).map { Self.source($0) })
    let host = "http://a.test:80"
    for (turn, outcome) in [.throttled(retryAfter: nil), .success, .throttled(retryAfter: nil)]
      .enumerated() as EnumeratedSequence<[RequestOutcome]>
    {
      let now = Duration.seconds(100 * turn)
      table.wake(at: now)
      #expect(table.take(at: now) != nil)
      table.release(host, AttemptEnding(outcome: outcome), startedAt: now, at: now + .seconds(1))
    }
    #expect(!table.isGivenUp(host))
  }

  @Test func `tells once that a host has an interval`() {
    var table = Self.table(
      .init(slots: 1, interval: .seconds(2)),
      (1...9).map { Self.source($0) }
    )
    var told = 0
    for second in 0..<20 {
      table.wake(at: .seconds(second))
      if table.take(at: .seconds(second)) != nil {
        table.release(
          "http://a.test:80",
          AttemptEnding(outcome: .success),
          startedAt: .seconds(second),
          at: .seconds(second)
        )
      }
      told += table.takeHolds().count
    }
    #expect(told == 1)
  }

  /// A run of a table with random sources, hosts, durations and outcomes.
  private struct Schedule {
    let limits: HostQueue.Limits
    let sources: [Source]
    var generator: Generator

    init(seed: UInt64) {
      generator = Generator(state: seed)
      limits = HostQueue.Limits(
        slots: Int.random(in: 1...3, using: &generator),
        interval: .milliseconds(Int.random(in: 0...3, using: &generator) * 500),
        asksRobots: Bool.random(using: &generator)
      )
      var sources: [Source] = []
      for index in 1...Int.random(in: 1...12, using: &generator) {
        let host = "http://h\(Int.random(in: 0...2, using: &generator)).test:80"
        let priority = Priority.allCases.randomElement(using: &generator) ?? .normal
        sources.append(HostTableTests.source(index, priority, host: host))
      }
      self.sources = sources
    }

    /// What is wrong with the run; nil where nothing is.
    mutating func fault() -> String? {
      var table = HostTableTests.table(limits, sources)
      var (now, left) = (Duration.zero, sources.count)
      var open: [(host: String, start: Duration, end: Duration)] = []
      var last: [String: Duration] = [:]
      var rounds = 0
      while left > 0 || !open.isEmpty {
        rounds += 1
        if rounds > 10_000 { return "it never ends" }
        table.wake(at: now)
        while let source = table.take(at: now), let host = source.host {
          if let last = last[host], now - last < limits.interval { return "too early" }
          last[host] = now
          left -= 1
          if open.filter({ $0.host == host }).count >= limits.slots { return "too many" }
          let length = Duration.milliseconds(Int.random(in: 0...2_000, using: &generator))
          open.append((host, now, now + length))
          if limits.asksRobots { table.know(host, crawlDelay: nil, at: now) }
        }
        let next = ([table.nextOpening].compactMap { $0 } + open.map(\.end)).min()
        guard let next else { return left == 0 ? nil : "nobody has a turn any more" }
        now = max(now, next)
        for ended in open where ended.end <= now {
          table.release(ended.host, ending(), startedAt: ended.start, at: now)
        }
        open.removeAll { $0.end <= now }
      }
      return table.removeAll().isEmpty ? nil : "some are left"
    }

    private mutating func ending() -> AttemptEnding {
      switch Int.random(in: 0...9, using: &generator) {
      case 0: return AttemptEnding()
      case 1: return AttemptEnding(outcome: .failure)
      case 2: return AttemptEnding(outcome: .throttled(retryAfter: nil))
      case 3:
        let wait = Duration.seconds(Int.random(in: 0...3, using: &generator))
        return AttemptEnding(outcome: .throttled(retryAfter: wait))
      default: return AttemptEnding(outcome: .success)
      }
    }
  }

  @Test func `everybody has a turn within the limits, in 10,000 random schedules`() {
    let first = UInt64.random(in: 0...UInt64(UInt32.max))
    for seed in first..<first + Schedules.count {
      var schedule = Schedule(seed: seed)
      if let fault = schedule.fault() {
        Issue.record("seed \(seed): \(fault)")
        return
      }
    }
  }
}
