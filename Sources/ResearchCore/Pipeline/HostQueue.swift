import FlowControl
import HeapModule

/// One host: who waits for it, how many may ask it at once, and when the next one may.
struct HostQueue {
  /// What the options say of every host.
  struct Limits: Sendable {
    /// How often it may be asked at once.
    var slots: Int
    /// The least time between two requests' beginnings.
    var interval = Duration.zero
    /// How many requests in a row it may refuse, for five minutes, before it is asked no more.
    var patience = Int.max
    /// Whether its robots.txt is asked for, until which it has room for one.
    var asksRobots = false
  }

  /// The earliest time of a next request, and what puts it off.
  struct Opening {
    var time: Duration
    var reason: Event.Wait.Reason
  }

  /// The longest crawl delay that is obeyed: a longer one would only hold a run of a few pages up.
  static var longestCrawlDelay: Duration { .seconds(60) }

  /// How long a host may refuse all that it is asked for: several of the longest waits.
  static var patientTime: Duration { .seconds(300) }

  /// A source in its place; a reference, so that a queue of many is light to keep and to move.
  private struct Waiting: Comparable {
    indirect enum Place {
      case source(Source)
    }

    let key: PriorityQueue<Source>.Key
    let place: Place

    static func < (left: Waiting, right: Waiting) -> Bool { left.key < right.key }
    static func == (left: Waiting, right: Waiting) -> Bool { left.key == right.key }

    var source: Source {
      switch place {
      case .source(let source): source
      }
    }
  }

  private struct Refusals {
    let since: Duration
    var last = Duration.zero
    var count = 0
  }

  /// The place in the order of all sources at which it was offered last, while that stands.
  var offered: PriorityQueue<Source>.Key?
  /// When it is looked at again, while it is held back.
  var heldUntil: Duration?

  private let slots: Int
  private let patience: Int
  private var waiting = Heap<Waiting>()
  private var lastTicket: PriorityQueue<Source>.Ticket = 0
  private var open = 0
  private var isKnown: Bool
  private var interval: Duration
  private var isCrawlDelay = false
  private var lastStart: Duration?
  /// The last but one, for when nothing was asked after all.
  private var earlierStart: Duration?
  private var rate = AdaptiveRate()
  /// What it has refused since it last answered; nil where its last word was an answer.
  private var refusals: Refusals?
  /// Whether it has refused so often and for so long that asking on would only hold the run up.
  private(set) var isGivenUp = false
  /// Why it was held back when that was told last, and until when that holds.
  private var told: Opening?

  /// A host that nobody waits for yet.
  init(_ limits: Limits) {
    slots = limits.slots
    patience = limits.patience
    interval = limits.interval
    isKnown = !limits.asksRobots
  }

  /// The place in the order of all sources that the host's next one has; nil where it has no room.
  var turn: PriorityQueue<Source>.Key? {
    open < (isKnown ? slots : 1) ? waiting.min?.key : nil
  }

  /// Whether there is to be time between its requests.
  var isSpaced: Bool { interval > .zero }

  /// Whether nobody waits, nothing runs, and nothing but its interval is remembered.
  var isForgettable: Bool { waiting.isEmpty && open == 0 && rate.isSilent }

  /// When the next request may begin, as far as time is concerned.
  func opening(at now: Duration) -> Opening {
    let allowed = rate.earliest(Cost(), at: now)
    let spaced = lastStart.map { $0 + interval } ?? now
    return allowed > spaced
      ? Opening(time: allowed, reason: .rate)
      : Opening(time: spaced, reason: isCrawlDelay ? .robots : .host)
  }

  /// Queues a source in its place: by priority, then by the order of the list.
  mutating func insert(_ source: Source, at now: Duration) {
    lastTicket += 1
    let order = PriorityQueue<Source>.Ticket(source.index)
    let key = PriorityQueue<Source>.Key(source.priority, at: now, order: order, ticket: lastTicket)
    waiting.insert(Waiting(key: key, place: .source(source)))
  }

  /// Gives the next source the host's slot; nil where there is neither.
  mutating func take(at now: Duration) -> Source? {
    guard turn != nil, let source = waiting.popMin()?.source else { return nil }
    open += 1
    (earlierStart, lastStart) = (lastStart, now)
    rate.commit(Cost(), at: now)
    return source
  }

  /// An attempt has ended: its slot is free, and the host's rate follows what came of it.
  ///
  /// Where nothing was asked the next one is due when this one was.
  mutating func release(_ ending: AttemptEnding, startedAt start: Duration, at now: Duration) {
    open -= 1
    if !ending.hasAsked, lastStart == start {
      lastStart = earlierStart
      rate.retract(departedAt: start)
    }
    guard let outcome = ending.outcome else { return }
    rate.observe(outcome, departedAt: start, at: now)
    switch outcome {
    case .success: (refusals, isGivenUp) = (nil, false)
    case .throttled: refuse(startedAt: start, at: now)
    case .failure: break
    }
  }

  /// Requests that were under way together count as one.
  private mutating func refuse(startedAt start: Duration, at now: Duration) {
    var refusals = refusals ?? Refusals(since: now)
    if refusals.count == 0 || start > refusals.last { refusals.count += 1 }
    refusals.last = now
    self.refusals = refusals
    isGivenUp = refusals.count >= patience && now - refusals.since >= Self.patientTime
  }

  /// Its robots.txt is known, and with it the delay that it asks for.
  mutating func know(crawlDelay: Duration?) {
    isKnown = true
    let delay = min(crawlDelay ?? .zero, Self.longestCrawlDelay)
    guard delay > interval else { return }
    interval = delay
    isCrawlDelay = true
  }

  /// Whether it has to be told that the host is held back: an interval once, a rate whenever it
  /// holds for a second more than was told.
  mutating func tells(_ opening: Opening, at now: Duration) -> Bool {
    guard opening.time > now else { return false }
    let isNews: Bool
    switch opening.reason {
    case .rate: isNews = opening.time >= (told?.time ?? now) + .seconds(1)
    default: isNews = told?.reason != opening.reason
    }
    if isNews { told = opening }
    return isNews
  }

  /// Takes out all that wait.
  mutating func removeAll() -> [Source] {
    defer { waiting = [] }
    return waiting.unordered.map(\.source)
  }
}
