import FlowControl
import Glibc

/// A small web server on the loopback interface that misbehaves as it is told.
///
/// It listens on a port of its own choice, with a thread for accepting and one for each connection.
/// Paths without an answer get 404, robots.txt among them, whose requests are counted apart. Nothing
/// in it needs a test to sleep: requests can be held until released, and their arrival can be awaited.
package final class LocalSite: Sendable {
  struct State {
    var answers: [String: [LocalAnswer]] = [:]
    var requests: [LocalRequest] = []
    var held: Set<String> = []
    var refusals: [LocalStep] = []
    var open: Set<Int32> = []
    var inFlight = 0
    var statistics = Statistics()
    var waiting:
      [(isMet: @Sendable (State) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
        []
    var isStopped = false
  }

  /// What has happened so far.
  package struct Statistics: Sendable {
    package var connections = 0
    /// Connections that the client closed before its answer was complete.
    package var abandoned = 0
    /// Connections that are over, for whatever reason.
    package var closed = 0
    package var mostInFlight = 0
  }

  /// Why a site could not be started.
  package struct StartFailure: Error {
    let errorNumber: Int32
  }

  let state = Locked(State())
  package let host: String
  package let port: Int
  private let listener: Int32

  /// Starts a site on an address of this machine, "127.0.0.1" or another of 127.0.0.0/8, or "::1".
  package static func start(
    host: String = "127.0.0.1",
    _ answers: [String: LocalAnswer] = [:]
  ) throws -> LocalSite {
    let listener = try Socket.listen(on: host)
    let site = LocalSite(host: host, port: Socket.port(of: listener), listener: listener)
    for (path, answer) in answers { site.answer(path, answer) }
    Socket.startThread { site.acceptConnections() }
    return site
  }

  private init(host: String, port: Int, listener: Int32) {
    self.host = host
    self.port = port
    self.listener = listener
  }

  /// Returns the address of a path here, under another name for this machine if one is given.
  package func url(_ path: String, host name: String? = nil) -> String {
    let name = name ?? host
    return "http://\(name.contains(":") ? "[\(name)]" : name):\(port)\(path)"
  }

  /// Sets the answers of a path: the first request gets the first one, the last one is repeated.
  package func answer(_ path: String, _ answers: LocalAnswer...) {
    state.withLock { $0.answers[path] = answers }
  }

  /// Resets the next connections before a byte is read.
  package func resetNextConnections(_ count: Int) {
    state.withLock { $0.refusals += Array(repeating: .reset, count: count) }
  }

  /// Keeps requests for the path waiting for their answers until `release`.
  package func hold(_ path: String) {
    state.withLock { _ = $0.held.insert(path) }
  }

  /// Answers what is held on the path, and holds nothing more there.
  package func release(_ path: String) {
    state.withLock { _ = $0.held.remove(path) }
  }

  /// Returns when so many requests for the path have arrived in all.
  package func arrived(_ path: String, count: Int = 1) async {
    await wait { state in state.requests.filter { $0.path == path }.count >= count }
  }

  /// Returns when the statistics are as wanted.
  package func reached(_ isReached: @escaping @Sendable (Statistics) -> Bool) async {
    await wait { isReached($0.statistics) }
  }

  /// All requests so far but those for robots.txt, in the order of their arrival.
  package var requests: [LocalRequest] {
    state.withLock { $0.requests.filter { !$0.isForRobots } }
  }

  /// The requests for robots.txt so far.
  package var robotsRequests: [LocalRequest] {
    state.withLock { $0.requests.filter(\.isForRobots) }
  }

  /// How many requests for the path have arrived.
  package func count(_ path: String) -> Int {
    state.withLock { $0.requests.filter { $0.path == path }.count }
  }

  package var statistics: Statistics { state.withLock { $0.statistics } }

  /// Ends all connections and accepts no more.
  package func stop() {
    let waiting = state.withLock { state in
      state.isStopped = true
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
      shutdown(listener, Int32(SHUT_RDWR))
      defer { state.waiting = [] }
      return state.waiting.map(\.continuation)
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Changes the state, and wakes those whose condition is met now.
  func update<R: Sendable>(_ change: (inout State) -> R) -> R {
    let (result, met) = state.withLock { state in
      let result = change(&state)
      let met = state.waiting.filter { $0.isMet(state) }.map(\.continuation)
      if !met.isEmpty { state.waiting = state.waiting.filter { !$0.isMet(state) } }
      return (result, met)
    }
    for continuation in met { continuation.resume() }
    return result
  }

  private func wait(_ isMet: @escaping @Sendable (State) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isNow = state.withLock { state in
        if isMet(state) || state.isStopped { return true }
        state.waiting.append((isMet, continuation))
        return false
      }
      if isNow { continuation.resume() }
    }
  }

  private func acceptConnections() {
    while true {
      let descriptor = accept(listener, nil, nil)
      guard descriptor >= 0 else { break }
      let refusal = update { state -> LocalStep? in
        state.statistics.connections += 1
        state.open.insert(descriptor)
        if state.isStopped { shutdown(descriptor, Int32(SHUT_RDWR)) }
        return state.refusals.isEmpty ? nil : state.refusals.removeFirst()
      }
      let connection = LocalConnection(descriptor: descriptor, site: self)
      if let refusal {
        _ = connection.perform(refusal)
        connection.end()
      } else {
        Socket.startThread { connection.serve() }
      }
    }
    close(listener)
  }
}
