import FlowControl
import HeapModule

/// All hosts that sources wait for: whose turn it is, and who is held back until when.
///
/// Arithmetic only: it waits for nobody, and is told the time.
struct HostTable {
  /// A host that cannot be asked now, for readers of events.
  struct Hold {
    var host: String
    var reason: Event.Wait.Reason
    var seconds: Double
  }

  private struct Turn: Comparable {
    let key: PriorityQueue<Source>.Key
    let host: String

    static func < (left: Turn, right: Turn) -> Bool { left.key < right.key }
  }

  private struct Held: Comparable {
    let until: Duration
    let host: String

    static func < (left: Held, right: Held) -> Bool {
      (left.until, left.host) < (right.until, right.host)
    }
  }

  private let limits: HostQueue.Limits
  private let documents: HostQueue.Limits
  private var hosts: [String: HostQueue] = [:]
  /// Whose turn it is among the hosts with room; entries that have been overtaken are skipped.
  private var turns = Heap<Turn>()
  /// Who is looked at again, and when.
  private var held = Heap<Held>()
  private var untold: [Hold] = []

  /// No host is known yet; saved documents share one with as much room as there are `fetches`.
  init(_ limits: HostQueue.Limits, fetches: Int) {
    self.limits = limits
    documents = HostQueue.Limits(slots: fetches)
  }

  /// How many hosts are remembered.
  var count: Int { hosts.count }

  /// When a host that is held back may have its turn; nil where none is.
  var nextOpening: Duration? { held.min?.until }

  /// Queues a source for its host.
  mutating func insert(_ source: Source, for host: String, at now: Duration) {
    hosts[host, default: HostQueue(host.isEmpty ? documents : limits)].insert(source, at: now)
    offer(host, at: now)
  }

  /// The source whose turn it is, with its host's slot; nil where no host has room now.
  mutating func take(at now: Duration) -> Source? {
    while let turn = turns.popMin() {
      guard hosts[turn.host]?.offered == turn.key else { continue }
      hosts[turn.host]?.offered = nil
      let isOpen = hosts[turn.host].map { $0.turn == turn.key && $0.opening(at: now).time <= now }
      let source = isOpen == true ? hosts[turn.host]?.take(at: now) : nil
      offer(turn.host, at: now)
      if let source { return source }
    }
    return nil
  }

  /// Whether the host has refused so often that it is asked no more.
  func isGivenUp(_ host: String) -> Bool { hosts[host]?.isGivenUp == true }

  /// Takes out all sources that wait for a host.
  mutating func removeAll(of host: String) -> [Source] {
    hosts[host]?.removeAll() ?? []
  }

  /// An attempt at the host has ended.
  mutating func release(
    _ host: String,
    _ ending: AttemptEnding,
    startedAt start: Duration,
    at now: Duration
  ) {
    hosts[host]?.release(ending, startedAt: start, at: now)
    offer(host, at: now)
  }

  /// The host's robots.txt is known; whether the host's requests are to be spaced.
  @discardableResult
  mutating func know(_ host: String, crawlDelay: Duration?, at now: Duration) -> Bool {
    hosts[host]?.know(crawlDelay: crawlDelay)
    offer(host, at: now)
    return hosts[host]?.isSpaced == true
  }

  /// Lets the hosts compete again whose time has come.
  mutating func wake(at now: Duration) {
    while let first = held.min, first.until <= now {
      held.removeMin()
      if hosts[first.host]?.heldUntil == first.until { hosts[first.host]?.heldUntil = nil }
      offer(first.host, at: now)
    }
  }

  /// The hosts that have been held back since the last call, as far as that is news.
  mutating func takeHolds() -> [Hold] {
    defer { untold = [] }
    return untold
  }

  /// Takes out all sources that wait.
  mutating func removeAll() -> [Source] {
    var all: [Source] = []
    for host in hosts.keys { all += hosts[host]?.removeAll() ?? [] }
    return all
  }

  /// Lets a host compete with its next source, holds it back, or forgets it where it is idle.
  private mutating func offer(_ host: String, at now: Duration) {
    guard let opening = hosts[host]?.opening(at: now) else { return }
    guard let key = hosts[host]?.turn else {
      guard hosts[host]?.isForgettable == true else { return }
      // One whose interval is running is forgotten when that is over.
      if opening.time > now { return wait(for: host, until: opening.time) }
      hosts[host] = nil
      return
    }
    if opening.time > now {
      hold(host, opening, at: now)
    } else if hosts[host]?.offered != key {
      hosts[host]?.offered = key
      turns.insert(Turn(key: key, host: host))
    }
  }

  private mutating func hold(_ host: String, _ opening: HostQueue.Opening, at now: Duration) {
    if hosts[host]?.tells(opening, at: now) == true {
      let seconds = (opening.time - now).seconds
      untold.append(Hold(host: host, reason: opening.reason, seconds: seconds))
    }
    wait(for: host, until: opening.time)
  }

  /// A timer that rings too early only looks, and waits again.
  private mutating func wait(for host: String, until time: Duration) {
    if let until = hosts[host]?.heldUntil, until <= time { return }
    hosts[host]?.heldUntil = time
    held.insert(Held(until: time, host: host))
  }
}
