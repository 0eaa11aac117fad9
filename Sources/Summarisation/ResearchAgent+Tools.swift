internal import FlowControl
internal import FoundationEssentials

extension ResearchAgent {
  /// What a call came to.
  private struct Use: Sendable {
    var result: AgentResult
    var seconds = 0.0
  }

  /// A model's call, read.
  private struct Request {
    let call: ChatToolCall
    let read: Result<AgentCall, AgentCallError>
  }

  /// In tokens, of what one tool gives.
  private static let mostOfResult = 2_000
  private static let leastOfResult = 200

  /// Does what a turn asks for, and adds what came of it to the conversation.
  func use(_ said: ChatAnswer, _ work: inout AgentWork) async {
    let requests = requests(said.toolCalls, turn: work.answer.steps)
    work.conversation.add(asking: requests.map(\.call), aside: said.text)
    work.answer.calls += requests.count
    // Half of the conversation is for what one turn brings.
    let room = work.conversation.limit / 2 / max(1, requests.count)
    let tokens = min(Self.mostOfResult, max(Self.leastOfResult, room))
    let uses = await uses(of: fresh(requests, work), tokens)
    for (call, use) in uses { work.results[call] = use.result }
    let left = said.toolCalls.count - requests.count
    for (place, request) in requests.enumerated() {
      let result = result(of: request, work)
      let isLast = place == requests.count - 1
      work.conversation.add(
        result,
        answering: request.call,
        note: isLast && left > 0
          ? " \(left) further calls of this turn were left out: at most \(limits.callsATurn) at once."
          : ""
      )
      tell(request, result, uses)
    }
  }

  private func result(of request: Request, _ work: AgentWork) -> AgentResult {
    switch request.read {
    case .failure(let error): .failure(error.message)
    case .success(let call): work.results[call] ?? .failure("The run is being ended.")
    }
  }

  /// The calls that have not been made before, each once.
  private func fresh(_ requests: [Request], _ work: AgentWork) -> [AgentCall] {
    var seen = Set<AgentCall>()
    return requests.compactMap { request in
      guard case .success(let call) = request.read else { return nil }
      // What there is grows, so that lists and searches are worth asking for again.
      if let known = work.results[call], !known.isFailure, !call.mayChange { return nil }
      return seen.insert(call).inserted ? call : nil
    }
  }

  private func uses(of calls: [AgentCall], _ tokens: Int) async -> [AgentCall: Use] {
    var uses: [AgentCall: Use] = [:]
    guard limits.isConcurrent else {
      for call in calls where desk.stop() == nil {
        await desk.begin(call)
        uses[call] = await use(call, tokens)
      }
      return uses
    }
    for call in calls { await desk.begin(call) }
    return await withTaskGroup(of: (AgentCall, Use).self) { group in
      for call in calls { group.addTask { (call, await use(call, tokens)) } }
      for await (call, use) in group { uses[call] = use }
      return uses
    }
  }

  private func use(_ call: AgentCall, _ tokens: Int) async -> Use {
    let start = clock.now
    let result = await desk.use(call, tokens)
    return Use(result: result, seconds: (clock.now - start) / .seconds(1))
  }

  private func tell(_ request: Request, _ result: AgentResult, _ uses: [AgentCall: Use]) {
    // A broken call is told by the name that the model gave.
    let call = try? request.read.get()
    desk.tell(
      .used(
        tool: call?.name ?? request.call.name,
        about: call?.about,
        passages: result.passages,
        failure: result.reason,
        seconds: call.flatMap { uses[$0]?.seconds } ?? 0
      )
    )
  }

  /// The calls that are made, in such a form that any endpoint takes them back.
  private func requests(_ calls: [ChatToolCall], turn: Int) -> [Request] {
    var ids = Set<String>()
    return calls.prefix(limits.callsATurn).enumerated().map { place, call in
      var call = call
      let read = Result { () throws(AgentCallError) in try AgentCall(call) }
      if call.id.isEmpty || call.id.utf8.count > 200 || !ids.insert(call.id).inserted {
        call.id = "call_\(turn)_\(place + 1)"
        ids.insert(call.id)
      }
      call.name = Self.shown(call.name)
      if !Self.isObject(call.arguments) { call.arguments = "{}" }
      return Request(call: call, read: read)
    }
  }

  /// A name of such characters as names of functions have.
  private static func shown(_ name: String) -> String {
    let kept = name.utf8.prefix(64).filter { $0.isLetterOrDigit || $0 == 0x5F || $0 == 0x2D }
    return kept.isEmpty ? "unknown" : String(decoding: kept, as: UTF8.self)
  }

  /// Whether arguments are a JSON object of bearable length, as some endpoints insist.
  private static func isObject(_ arguments: String) -> Bool {
    struct Nothing: Decodable {}
    guard arguments.utf8.count <= AgentCall.longestArguments,
      arguments.utf8.first(where: { !$0.isBlank }) == UInt8(ascii: "{")
    else { return false }
    // How it fails to be one helps nobody.
    return (try? JSONDecoder().decode(Nothing.self, from: Data(arguments.utf8))) != nil
  }
}

extension AgentCall {
  /// Whether the same call may give more a turn later.
  fileprivate var mayChange: Bool {
    switch self {
    case .sources, .search: true
    case .read, .fetch: false
    }
  }
}
