import Testing

@testable import ResearchCore

@Suite struct StatisticsTests {
  private static func subject(_ index: Int, attempt: Int = 1) -> Event.Subject {
    Event.Subject(index: index, source: "s\(index)", attempt: attempt)
  }

  private static func folded(_ events: [Event.Kind]) -> Statistics {
    var statistics = Statistics()
    for event in events { statistics.fold(event) }
    return statistics
  }

  private static func began(_ index: Int, _ host: String? = "http://a.test:80") -> Event.Kind {
    .began(.fetch, subject(index), host: host)
  }

  private static func fetched(_ index: Int, reused: Bool? = false, seconds: Double = 1)
    -> Event.Kind
  {
    .fetched(subject(index), .init(bytes: 10, isReused: reused, seconds: seconds))
  }

  private static func settled(
    _ index: Int,
    _ outcome: Outcome,
    at step: Step?,
    _ kind: Failure.Kind?,
    took: Double? = nil
  ) -> Event.Kind {
    .settled(
      outcome,
      subject(index),
      .init(error: kind.map { Failure($0, "x") }, step: step, took: took, attempts: 1, seconds: 0)
    )
  }

  private static func retry(_ index: Int, took: Double? = 2) -> Event.Kind {
    let failure = Failure(.timeout, "slow", isRetryable: true)
    return .waiting(subject(index), .init(reason: .retry, seconds: 1, error: failure, took: took))
  }

  private static func ends(_ statistics: Statistics) -> [Int] {
    let counts = statistics.counts
    return [counts.requests, counts.successful, counts.failed, counts.cancelled, counts.open]
  }

  @Test func `a request is open until it ends, and ends once`() {
    var statistics = Self.folded([Self.began(1), Self.began(2), Self.began(3), Self.began(4)])
    #expect(Self.ends(statistics) == [4, 0, 0, 0, 4] && statistics.progress.open == 4)
    statistics.fold(Self.fetched(1))
    statistics.fold(Self.settled(1, .used, at: nil, nil))
    statistics.fold(Self.settled(2, .failed, at: .fetch, .http, took: 1))
    statistics.fold(Self.settled(3, .unfinished, at: .fetch, .cancelled, took: 1))
    #expect(Self.ends(statistics) == [4, 1, 1, 1, 1])
    statistics.fold(Self.settled(4, .unfinished, at: nil, .cancelled))
    #expect(Self.ends(statistics) == [4, 1, 1, 2, 0])
    #expect(statistics.counts.successRate == 0.25)
    #expect(statistics.outcomes.total == 4)
  }

  @Test func `a fetched source that is given up later was fetched`() {
    for step in [nil, Step.extract, .summarise] {
      let end = Self.settled(1, .unfinished, at: step, .cancelled, took: 3)
      let statistics = Self.folded([Self.began(1), Self.fetched(1), end])
      #expect(Self.ends(statistics) == [1, 1, 0, 0, 0])
      #expect(statistics.latency(.extract) == nil && statistics.latency(.summarise) == nil)
    }
  }

  @Test func `what should have come again but may not has failed`() {
    let end = Self.settled(1, .unfinished, at: .fetch, .http, took: 1)
    #expect(Self.ends(Self.folded([Self.began(1), end])) == [1, 0, 1, 0, 0])
  }

  @Test func `retries fail and are counted, refreshes succeed`() {
    let refresh = Event.Kind.waiting(Self.subject(1), .init(reason: .refresh, seconds: 0))
    let statistics = Self.folded([
      Self.began(1), Self.retry(1), Self.began(1), Self.fetched(1), refresh,
      Self.began(1, "http://b.test:80"), Self.fetched(1),
    ])
    #expect(Self.ends(statistics) == [3, 2, 1, 0, 0])
    #expect(statistics.retries == 1 && statistics.done[.fetch] == 1)
    let hosts = statistics.hosts
    #expect(hosts.map(\.host) == ["http://a.test:80", "http://b.test:80"])
    #expect(hosts.map(\.counts.requests) == [2, 1] && hosts.map(\.counts.retries) == [1, 0])
    #expect(hosts.map(\.counts.bytes) == [10, 10] && statistics.bytes == 20)
  }

  @Test func `what robots.txt puts off or forbids is no request, what fails for its want is`() {
    let robots = Event.Kind.waiting(Self.subject(1), .init(reason: .robots, seconds: 0))
    let refusal = Self.settled(1, .skipped, at: nil, .robots)
    var statistics = Self.folded([robots, refusal])
    #expect(Self.ends(statistics) == [0, 0, 0, 0, 0] && statistics.hosts.isEmpty)
    statistics.fold(Self.began(2))
    statistics.fold(Self.settled(2, .skipped, at: .fetch, .robots, took: 1))
    #expect(Self.ends(statistics) == [1, 0, 1, 0, 0])
    #expect(statistics.hosts.map(\.counts.requests) == [1])
  }

  @Test func `an attempt whose end was not told has been given up`() {
    let statistics = Self.folded([Self.began(1), Self.began(1, nil), Self.fetched(1)])
    #expect(Self.ends(statistics) == [2, 1, 0, 1, 0])
    #expect(statistics.hosts.map(\.counts.cancelled) == [1, 0])
  }

  @Test func `the end of a run gives up what is open`() {
    let end = Event.Kind.ended(counts: OutcomeCounts(), exit: 1, statistics: Statistics())
    let statistics = Self.folded([Self.began(1), Self.began(2, nil), Self.fetched(1), end])
    #expect(Self.ends(statistics) == [2, 1, 0, 1, 0])
    #expect(statistics.hosts.map(\.counts.cancelled) == [0, 1])
  }

  @Test func `connections are those of answers, failed ones too`() {
    var timings = FetchTimings()
    (timings.queued, timings.firstByte, timings.transfer) = (3, 0.5, 0.25)
    let reused = Event.Wait(reason: .retry, seconds: 1, took: 1, timings: timings)
    timings.connect = 0.125
    let new = Event.Wait(reason: .retry, seconds: 1, took: 1, timings: timings)
    let statistics = Self.folded([
      Self.began(1), Self.fetched(1), Self.began(2), Self.fetched(2, reused: true),
      Self.began(3, nil), Self.fetched(3, reused: nil), Self.began(4), Self.retry(4),
      Self.began(4), .waiting(Self.subject(4), reused),
      Self.began(4), .waiting(Self.subject(4), new),
    ])
    #expect(statistics.counts.newConnections == 2 && statistics.reusedConnections == 2)
    #expect(statistics.latency(.connect)?.count == 1 && statistics.latency(.connect)?.p99 == 0.125)
    #expect(statistics.latency(.queued)?.count == 2 && statistics.latency(.transfer)?.mean == 0.25)
    #expect(statistics.latency(.firstByte)?.count == 2)
  }

  @Test func `a step's time is that of all that ended by themselves`() throws {
    let statistics = Self.folded([
      Self.began(1), Self.fetched(1, seconds: 4), Self.began(2), Self.retry(2, took: 2),
      Self.began(2), Self.settled(2, .unfinished, at: .fetch, .cancelled, took: 9),
      .extracted(Self.subject(1), .init(words: 1, seconds: 0.5)),
      Self.settled(1, .failed, at: .summarise, .model, took: 3),
    ])
    let fetch = try #require(statistics.latency(.fetch))
    #expect(fetch.count == 2 && fetch.mean == 3 && fetch.slowest == 4)
    #expect(abs(fetch.p50 - 2) < 0.04 && fetch.p95 == 4)
    #expect(statistics.hosts.first?.fetch == fetch)
    #expect(statistics.latency(.extract)?.mean == 0.5)
    #expect(statistics.latency(.summarise)?.mean == 3)
    #expect(statistics.workSeconds == 4.5)
  }

  @Test func `counts what a model was asked`() {
    let usage = TokenUsage(promptTokens: 100, completionTokens: 10)
    let failure = Failure(.model, "no")
    let statistics = Self.folded([
      .summarised(Self.subject(1), .init(sentences: 1, model: "m", usage: usage, seconds: 1)),
      .summarised(Self.subject(2), .init(sentences: 1, model: "m", seconds: 1)),
      .summarised(Self.subject(3), .init(sentences: 1, seconds: 1)),
      Self.settled(4, .failed, at: .summarise, .model, took: 1),
      .authored(.init(model: "m", sentences: 2, usage: usage, seconds: 1)),
      .authored(.init(model: "m", sentences: 0, error: failure, seconds: 1)),
      // One that was given up is none.
      .authored(.init(model: "m", sentences: 0, error: Failure(.cancelled, ""), seconds: 1)),
    ])
    #expect(statistics.model.calls == 5 && statistics.model.failed == 2)
    #expect(statistics.model.promptTokens == 200 && statistics.model.completionTokens == 20)
  }

  @Test func `counts the pages that a model did not do, and what was held back`() {
    let (failure, budget) = (Failure(.model, "no"), Failure(.budget, "no"))
    var usage = TokenUsage(promptTokens: 1_000_000, completionTokens: 500_000)
    usage.estimated = true
    var statistics = Self.folded([
      .summarised(
        Self.subject(1),
        .init(sentences: 1, error: failure, hasFailedCall: true, seconds: 1)
      ),
      .summarised(Self.subject(2), .init(sentences: 1, error: failure, seconds: 1)),
      .summarised(Self.subject(3), .init(sentences: 1, error: budget, seconds: 1)),
      .authored(.init(model: "m", sentences: 0, error: budget, seconds: 1)),
    ])
    #expect(statistics.model.calls == 1 && statistics.model.failed == 1)
    #expect(statistics.model.fallbacks == 3 && statistics.model.heldBack == 2)
    #expect(!statistics.model.isEstimated && statistics.model.cost == nil)
    statistics.fold(
      .summarised(Self.subject(4), .init(sentences: 1, model: "m", usage: usage, seconds: 1))
    )
    statistics.model.price = ModelPrice(input: 2, output: 8)
    #expect(statistics.model.isEstimated && statistics.model.cost == 6)
  }

  @Test func `says how often a host was held back`() {
    let statistics = Self.folded([
      Self.began(1), .held(host: "http://a.test:80", reason: .rate, seconds: 2),
      .held(host: "http://a.test:80", reason: .host, seconds: 0.5),
      .held(host: "http://b.test:80", reason: .robots, seconds: 1),
      .held(host: "http://c.test:80", reason: .robots, seconds: 0),
    ])
    #expect(statistics.robotsFiles == 1)
    #expect(statistics.hosts.map(\.waits) == [2, 1])
    #expect(statistics.hosts.map(\.waitSeconds) == [2.5, 1])
  }
}
