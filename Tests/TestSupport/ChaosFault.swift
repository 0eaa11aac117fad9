/// What may go wrong in one call of a model.
package enum ChaosFault: Sendable, Hashable, CaseIterable {
  /// 429, with the wait in one of the ways in which endpoints tell it.
  case waitInMilliseconds, waitInSeconds, waitUntilReset
  case serverError, unavailable, overloaded
  /// A stream that ends within a character, a line, or before it says why it ends.
  case cutInCharacter, cutInEvent, noFinish
  /// Nothing more in the middle of a stream, and the connection stays.
  case hang
  case webPage, brokenJSON, errorEvent
  /// More than anybody takes.
  case giant
  case empty, filtered
  case reset, resetInStream

  /// Whether the same call may succeed a little later.
  package var passes: Bool {
    switch self {
    case .webPage, .brokenJSON, .giant, .empty, .filtered, .noFinish: false
    default: true
    }
  }

  /// The tokens that are charged for an answer that is none; 0 where nothing is.
  var answered: Int {
    switch self {
    // All of it was thoughts.
    case .empty: 450
    case .filtered: 40
    default: 0
    }
  }

  /// What the server does, the last of it behind the end of the call in the log.
  func steps(_ text: String, asked: Int, _ log: ChaosLog) -> [LocalStep] {
    let over = LocalStep.run { _ in log.end() }
    switch self {
    case .waitInMilliseconds: return [over, refusal(429, [("retry-after-ms", "5")])]
    case .waitInSeconds: return [over, refusal(429, [("Retry-After", "0")])]
    case .waitUntilReset: return [over, refusal(429, [("x-ratelimit-reset-requests", "5ms")])]
    case .serverError: return [over, refusal(500)]
    case .unavailable: return [over, refusal(503, [("Retry-After", "0")])]
    case .overloaded: return [over, refusal(529)]
    case .cutInCharacter:
      let event = Array(ChaosStream.delta("Half an \u{1F9AD}").utf8)
      let cut = (event.firstIndex(of: 0xF0) ?? 0) + 2
      return [ChaosStream.head, ChaosStream.chunk(Array(event[..<cut])), over, .close]
    case .cutInEvent:
      return [ChaosStream.head, ChaosStream.chunk("data: {\"choices\":[{\"del"), over, .close]
    case .noFinish:
      let stream = ChaosStream.delta(text) + "data: [DONE]\n\n"
      return [ChaosStream.head, over, ChaosStream.chunk(stream), ChaosStream.chunk("")]
    case .hang:
      let hang = LocalStep.run { log.hang(on: $0) }
      return [ChaosStream.head, ChaosStream.chunk(ChaosStream.delta("Wait")), hang, .close]
    case .webPage: return [over, whole("<!doctype html><p>Log in", "text/html")]
    case .brokenJSON:
      return [over, whole(#"{"choices":[{"message":{"content":"Cu"#, "application/json")]
    case .errorEvent:
      let error = #"data: {"error":{"message":"gone","code":500}}"# + "\n\n"
      let stream = ChaosStream.delta("Half") + error
      return [ChaosStream.head, over, ChaosStream.chunk(stream), ChaosStream.chunk("")]
    case .giant:
      let piece = ChaosStream.delta(String(repeating: "x", count: 16_000))
      let size = String(piece.utf8.count, radix: 16)
      return [ChaosStream.head, over, .sendEndlessly(Array("\(size)\r\n\(piece)\r\n".utf8))]
    case .empty: return ChaosStream.steps("", usage: (asked, answered), over)
    case .filtered:
      let usage = (asked, answered)
      return ChaosStream.steps("Half", finish: "content_filter", usage: usage, over)
    case .reset: return [over, .reset]
    case .resetInStream:
      return [ChaosStream.head, ChaosStream.chunk(ChaosStream.delta("Half")), over, .reset]
    }
  }

  private func refusal(_ status: Int, _ headers: [(String, String)] = []) -> LocalStep {
    let body = Array(#"{"error":{"message":"not now"}}"#.utf8)
    let fields = [("Content-Type", "application/json"), ("Content-Length", "\(body.count)")]
    return .send(LocalAnswer.head(status, fields + headers) + body)
  }

  private func whole(_ body: String, _ type: String) -> LocalStep {
    let fields = [("Content-Type", type), ("Content-Length", "\(body.utf8.count)")]
    return .send(LocalAnswer.head(200, fields) + Array(body.utf8))
  }
}
