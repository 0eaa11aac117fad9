import FlowControl
import Glibc

/// What a chaotic model has been asked, as it saw it itself.
package final class ChaosLog: Sendable {
  /// One request for a completion.
  package struct Call: Sendable {
    package let arrival: ContinuousClock.Instant
    /// How many calls were in flight when it had come, itself among them.
    package let inFlight: Int
    /// The tokens of the request, one for four bytes of its messages.
    package let asked: Int
    /// The tokens of the answer that are charged; 0 where there are none.
    package let answered: Int
    /// What went wrong; nil where nothing did.
    package let fault: ChaosFault?
  }

  private struct State {
    var calls: [Call] = []
    var inFlight = 0
    /// The connections on which a call hangs.
    var hanging: Set<Int32> = []
  }

  private let state = Locked(State())

  /// An empty log.
  package init() {}

  /// The calls so far, in the order of their arrival.
  package var calls: [Call] { state.withLock { $0.calls } }

  /// The most calls that were in flight at once.
  package var mostInFlight: Int { calls.map(\.inFlight).max() ?? 0 }

  /// The tokens of all calls, of prompts and answers.
  package var tokens: Int { calls.reduce(0) { $0 + $1.asked + $1.answered } }

  /// Notes a call that has come.
  ///
  /// Who gives a hanging call up closes its connection before making another one, and this is seen
  /// here whether or not the thread of the first has woken up yet.
  func begin(asked: Int, answered: Int, fault: ChaosFault?) {
    state.withLock { state in
      state.inFlight += 1
      let left = state.hanging.count { Self.hasEnded($0, within: 0) }
      state.calls.append(
        Call(
          arrival: .now,
          inFlight: state.inFlight - left,
          asked: asked,
          answered: answered,
          fault: fault
        )
      )
    }
  }

  /// Notes that a call is over: before the bytes go out that let its client make the next one.
  func end() {
    state.withLock { $0.inFlight -= 1 }
  }

  /// Keeps a call in flight until its client goes away.
  func hang(on descriptor: Int32) {
    state.withLock { _ = $0.hanging.insert(descriptor) }
    while !Self.hasEnded(descriptor, within: 1_000) {}
    state.withLock { state in
      state.hanging.remove(descriptor)
      state.inFlight -= 1
    }
  }

  private static func hasEnded(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(0x2000 /* POLLRDHUP */), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }
}
