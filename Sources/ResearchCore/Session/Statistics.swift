/// What a run has come to so far, folded from its events in bounded memory.
///
/// What each number means and what adds up to what: <doc:Statistics>.
public struct Statistics: Sendable, Hashable {
  /// What is measured of sources.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// An attempt's wait for its turn.
    case queued
    /// Name look-up, connection and TLS of a new connection.
    case connect
    /// From there to the first byte of the answer.
    case firstByte = "first_byte"
    /// From the first byte to the last.
    case transfer
    /// An attempt from its beginning to its end, successful or failed.
    case fetch
    /// Decoding, parsing and finding the main text.
    case extract
    /// Summing up.
    case summarise
  }

  /// How sources ended.
  public var outcomes = OutcomeCounts()
  /// Sources that are known of.
  public var sources = 0
  /// What became of all requests; the rows of ``hosts`` add up to it.
  public internal(set) var counts = RequestCounts()
  /// How often a robots.txt was asked for.
  public internal(set) var robotsFiles = 0
  /// What was asked of a model.
  public internal(set) var model = ModelCounts()
  /// The seconds that all steps took together.
  public var workSeconds = 0.0

  private var tally = StepTally()
  private var latencies = StageLatencies()
  private var ledger = HostLedger()
  /// The places of the rows of the hosts of attempts under way, by the sources' numbers.
  ///
  /// As many at most as are in flight.
  private var attempts: [Int: Int] = [:]

  /// Nothing has happened yet.
  public init() {}

  /// Takes one event in.
  package mutating func fold(_ kind: Event.Kind) {
    switch kind {
    case .queued: sources += 1
    case .began(.fetch, let subject, let host): begin(subject.index, host)
    case .fetched(let subject, let fetched): pass(subject.index, fetched)
    case .extracted(_, let extracted): pass(.extract, extracted.seconds)
    case .summarised(_, let summarised): pass(summarised)
    case .waiting(let subject, let wait): back(subject.index, wait)
    case .held(_, .robots, 0): robotsFiles += 1
    case .held(let host, _, let seconds): hold(host, seconds)
    case .settled(.used, _, let settled) where settled.isRecorded:
      outcomes.add(.used)
      tally.passAll()
    case .settled(let outcome, let subject, let settled): end(outcome, subject.index, settled)
    // A call that was given up says nothing of the model.
    case .authored(let authored) where authored.error?.kind == .cancelled: break
    case .authored(let authored): model.add(authored)
    case .asked(let asked): model.add(asked)
    case .ended: giveUp()
    default: break
    }
  }

  /// Counts what is still under way as cancelled: the run is over.
  mutating func giveUp() {
    for index in attempts.keys { close(index, .cancelled) }
  }
}

extension Statistics {
  /// Attempts at sources, repeated ones included.
  public var requests: Int { counts.requests }
  /// Failed attempts after which another was to follow.
  public var retries: Int { counts.retries }
  /// Requests served by a pooled connection.
  public var reusedConnections: Int { counts.reusedConnections }
  /// Bytes of the bodies that came, as sent.
  public var bytes: Int { counts.bytes }
  /// Sources that have passed each step.
  public var done: [Step: Int] { tally.done }

  /// How long a stage took, over all sources; nil where it was never measured.
  public func latency(_ stage: Stage) -> Latency? { Latency(latencies[stage]) }

  /// A row a host, most requests first; at most a thousand, the others in a row together, and
  /// saved documents in one.
  public var hosts: [HostStatistics] { ledger.table }

  /// How far the run is; a step's total falls as sources end before they have passed it.
  public var progress: Progress {
    var progress = tally.progress(of: sources)
    progress.bytes = counts.bytes
    progress.settled = outcomes.total
    progress.open = counts.open
    return progress
  }
}

extension Statistics {
  private mutating func begin(_ index: Int, _ host: String?) {
    let place = ledger.place(of: host)
    // Events that leave an end out shall not spoil the sums.
    close(index, .cancelled)
    attempts[index] = place
    counts.requests += 1
    ledger[place].counts.requests += 1
  }

  /// Ends the attempt at a source that is under way; gives back the place of its host's row.
  @discardableResult
  private mutating func close(_ index: Int, _ end: RequestCounts.End) -> Int? {
    guard let place = attempts.removeValue(forKey: index) else { return nil }
    counts.close(end)
    ledger[place].counts.close(end)
    return place
  }

  private mutating func pass(_ index: Int, _ fetched: Event.Fetched) {
    pass(.fetch, fetched.seconds)
    guard let place = close(index, .successful) else { return }
    counts.bytes += fetched.bytes
    ledger[place].counts.bytes += fetched.bytes
    note(fetched.timings, took: nil, isReused: fetched.isReused, place)
    ledger[place].took(fetched.seconds)
  }

  private mutating func pass(_ summarised: Event.Summarised) {
    pass(.summarise, summarised.seconds)
    model.add(summarised)
  }

  private mutating func pass(_ step: Step, _ seconds: Double) {
    tally.pass(step)
    workSeconds += seconds
    latencies[step].add(seconds)
  }

  /// An attempt has failed; the time that it took is its host's too.
  private mutating func fail(_ index: Int, _ timings: FetchTimings?, took: Double?) -> Int? {
    guard let place = close(index, .failed) else { return nil }
    note(timings, took: took, isReused: timings?.isReused, place)
    return place
  }

  private mutating func note(
    _ timings: FetchTimings?,
    took: Double?,
    isReused: Bool?,
    _ place: Int
  ) {
    if let took {
      latencies[Step.fetch].add(took)
      ledger[place].took(took)
    }
    if let isReused {
      counts.connect(isReused: isReused)
      ledger[place].counts.connect(isReused: isReused)
    }
    if let timings { latencies.add(timings) }
  }
}

extension Statistics {
  private mutating func back(_ index: Int, _ wait: Event.Wait) {
    switch wait.reason {
    case .retry:
      guard let place = fail(index, wait.timings, took: wait.took) else { return }
      counts.retries += 1
      ledger[place].counts.retries += 1
    // It had been fetched already, and will be again.
    case .refresh: tally.takeBack(.fetch)
    // There had been no attempt.
    case .robots, .rate, .host: break
    }
  }

  private mutating func hold(_ host: String, _ seconds: Double) {
    let place = ledger.place(of: host)
    ledger[place].waits += 1
    ledger[place].waitSeconds += seconds
  }

  private mutating func end(_ outcome: Outcome, _ index: Int, _ settled: Event.Settled) {
    outcomes.add(outcome)
    guard outcome != .used else { return }
    tally.end(at: settled.step)
    switch (settled.step, settled.error?.kind) {
    // What was given up, at whichever step, says nothing of how long that takes.
    case (nil, _), (_, nil), (_, .cancelled): close(index, .cancelled)
    case (.fetch, _): _ = fail(index, settled.timings, took: settled.took)
    case (let step?, let kind):
      if let took = settled.took { latencies[step].add(took) }
      if step == .summarise, kind == .model { model.fail() }
    }
  }
}
