import FlowControl

/// An OpenAI-compatible endpoint on this machine that fails in every way, and keeps its own log.
///
/// The same seed gives the same share of faults, each kind as often as the others, but which call
/// meets which depends on the order in which they come.
package final class ChaosModel: Sendable {
  private struct State {
    var generator: SeededGenerator
    var deck: [ChaosFault] = []
    /// How many of the next calls are refused because one was.
    var burst = 0
    var calls = 0
  }

  /// Where completions are asked for.
  package static let path = "/v1/chat/completions"
  /// The model that it has.
  package static let name = "chaos"

  /// How many calls surely have a good one among them.
  private static let beginning = 24

  package let log = ChaosLog()
  private let site: LocalSite
  private let state: Locked<State>
  private let share: Double
  private let kinds: [ChaosFault]

  /// Starts an endpoint that fails in that share of its calls, from 0 to 1, in these ways.
  package init(
    seed: UInt64,
    share: Double,
    kinds: [ChaosFault] = ChaosFault.allCases
  ) throws {
    site = try LocalSite.start()
    state = Locked(State(generator: SeededGenerator(seed: seed)))
    (self.share, self.kinds) = (share, kinds)
    site.answer(Self.path, LocalAnswer { [self] in steps(for: $0) })
    let list = #"{"object":"list","data":[{"id":"\#(Self.name)","object":"model"}]}"#
    site.answer("/v1/models", .text(list, type: "application/json"))
  }

  /// What the program is told of it.
  package var variables: [String: String] {
    ["OPENAI_BASE_URL": site.url("/v1"), "OPENAI_API_KEY": "sk-chaos-0a1b2c3d4e"]
  }

  /// Ends all connections, and lets go of itself.
  package func stop() {
    site.stop()
    site.answer(Self.path, .status(404))
  }

  private func steps(for request: LocalRequest) -> [LocalStep] {
    let (fault, latency) = state.withLock { draw(&$0) }
    let text = "The creature was gone in winter [1]. Its house is kept clean [2]."
    let asked = request.body.count / 4
    let answered = fault.map(\.answered) ?? text.utf8.count / 4
    log.begin(asked: asked, answered: answered, fault: fault)
    let wait = LocalStep.pause(milliseconds: latency)
    if let fault { return [wait] + fault.steps(text, asked: asked, log) }
    let over = LocalStep.run { [log] _ in log.end() }
    return [wait] + ChaosStream.steps(text, usage: (asked, answered), over)
  }

  /// The fault of the next call, and how long it takes: mostly little, sometimes ten times that.
  private func draw(_ state: inout State) -> (ChaosFault?, latency: Int32) {
    let isSlow = Int.random(in: 0..<10, using: &state.generator) == 0
    let latency = Int32.random(in: 0...(isSlow ? 100 : 10), using: &state.generator)
    state.calls += 1
    if state.burst > 0 {
      state.burst -= 1
      return (.waitInMilliseconds, latency)
    }
    guard Double.random(in: 0..<1, using: &state.generator) < share else { return (nil, latency) }
    if state.deck.isEmpty { state.deck = kinds.shuffled(using: &state.generator) }
    // A page of the web before any answer would say that this is no endpoint at all.
    if state.calls < Self.beginning, state.deck.last == .webPage {
      state.deck.swapAt(0, state.deck.count - 1)
    }
    let fault = state.deck.removeLast()
    if fault == .waitInMilliseconds { state.burst = 3 }
    return (fault, latency)
  }
}
