@testable import ResearchCore

/// What a run must take, worked out without tasks, streams or actors: a list of times and slots.
///
/// It knows only the words of ARCHITECTURE.md: who is admitted when, and who is served first.
struct PipelineSimulation {
  /// How long each page takes to be fetched, in the order of the list, in milliseconds.
  var fetch: [Int]
  /// How long each page takes to be summed up, in milliseconds.
  var summarise: [Int]
  /// How long the report takes, in milliseconds.
  var combine = 0
  /// How many fetches may run at once.
  var fetchSlots = 1_000
  /// How many summaries may run at once.
  var summarySlots = 1_000
  /// How many sources may be between the frontier and the store.
  var window = 10_000

  /// The milliseconds that a schedule takes.
  func wall(_ schedule: Schedule) -> Int {
    switch schedule {
    case .oneByOne: zip(fetch, summarise).reduce(0) { $0 + $1.0 + $1.1 } + combine
    case .barriers: barriers() + combine
    case .streaming: streaming() + combine
    }
  }

  /// All fetches, then all summaries in the order in which the fetches ended.
  private func barriers() -> Int {
    var slots = Array(repeating: 0, count: min(fetchSlots, fetch.count))
    var arrivals: [(end: Int, page: Int)] = []
    for (page, duration) in fetch.enumerated() {
      let slot = slots.indices.min { slots[$0] < slots[$1] } ?? 0
      slots[slot] += duration
      arrivals.append((slots[slot], page))
    }
    let opening = slots.max() ?? 0
    var summaries = Array(repeating: opening, count: min(summarySlots, fetch.count))
    for (_, page) in arrivals.sorted(by: { $0 < $1 }) {
      let slot = summaries.indices.min { summaries[$0] < summaries[$1] } ?? 0
      summaries[slot] += summarise[page]
    }
    return summaries.max() ?? 0
  }

  /// Millisecond by millisecond: what ends, then who is served, then who is admitted.
  private func streaming() -> Int {
    var (next, now, inFlight) = (0, 0, 0)
    var fetching: [Int: Int] = [:]
    var summarising: [Int: Int] = [:]
    var queue: [Int] = []
    while next < fetch.count || inFlight > 0 {
      for page in fetching.keys.sorted() where fetching[page] == now {
        fetching[page] = nil
        queue.append(page)
      }
      for page in summarising.keys.sorted() where summarising[page] == now {
        summarising[page] = nil
        inFlight -= 1
      }
      while summarising.count < summarySlots, !queue.isEmpty {
        let page = queue.removeFirst()
        summarising[page] = now + summarise[page]
      }
      while next < fetch.count, inFlight < window, fetching.count < fetchSlots {
        fetching[next] = now + fetch[next]
        inFlight += 1
        next += 1
      }
      guard inFlight > 0 else { break }
      now = (Array(fetching.values) + Array(summarising.values)).min() ?? now
    }
    return now
  }
}
