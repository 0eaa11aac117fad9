import DequeModule
import Fetching

/// What is known of the robots.txt of each origin, in bounded memory.
///
/// An origin costs some hundred bytes, as long as its file forbids nothing to us. Rules are kept in
/// at most `capacity` bytes in all: beyond it those are forgotten that have gone unused the longest,
/// about (the CLOCK algorithm; Corbató, "A paging experiment with the Multics system", 1968), and
/// asked for again when they are needed.
struct RobotsMemory {
  /// Where an origin stands.
  enum State {
    /// It is being asked, after so many failures.
    case asking(failures: Int)
    /// It has failed so often, and is not asked before `until`, counted from the session's start.
    case failing(failures: Int, until: Duration)
    /// It is not asked any more in this run.
    case refused(Failure)
    case known(RobotsFile)
  }

  private struct Place {
    var state: State
    var isRecent = false
  }

  private let capacity: Int
  private var places: [Fingerprint: Place] = [:]
  /// The origins with rules, from the one that is looked at first when room is needed.
  private var order = Deque<Fingerprint>()
  /// The bytes of all rules.
  private(set) var size = 0

  /// Nothing is known yet.
  init(capacity: Int = 16 << 20) {
    self.capacity = capacity
  }

  /// How many origins are known of.
  var count: Int { places.count }

  /// Where an origin stands; nil where it is not known.
  mutating func look(up origin: String) -> State? {
    let key = Fingerprint(origin)
    places[key]?.isRecent = true
    return places[key]?.state
  }

  /// Notes where an origin stands, which had no rules until now; nil forgets it.
  mutating func note(_ state: State?, of origin: String) {
    let key = Fingerprint(origin)
    places[key] = state.map { Place(state: $0) }
    guard case .known(let file) = state, file.size > 0 else { return }
    order.append(key)
    size += file.size
    makeRoom(for: key)
  }

  /// The rules that came last stay, however large they are.
  private mutating func makeRoom(for latest: Fingerprint) {
    while size > capacity, order.count > 1, let key = order.popFirst() {
      if key == latest {
        order.append(key)
        continue
      }
      guard let place = places[key], case .known(let file) = place.state else { continue }
      if place.isRecent {
        places[key]?.isRecent = false
        order.append(key)
      } else {
        size -= file.size
        places[key] = nil
      }
    }
  }
}
