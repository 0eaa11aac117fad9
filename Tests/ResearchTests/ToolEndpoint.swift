import TestSupport

/// An endpoint whose model follows a script over its tools, by what it was told so far.
enum ToolEndpoint {
  /// One answer: calls of tools, or text.
  enum Turn {
    case calls([(name: String, arguments: String)])
    case text(String)
  }

  /// Answers turn by turn, told by how many of the model's own turns were sent along; a request
  /// that allows no calls is told as turn 0.
  static func answer(_ script: @escaping @Sendable (Int) -> Turn) -> LocalAnswer {
    LocalAnswer { request in
      let body = String(decoding: request.body, as: UTF8.self)
      let turn = body.ranges(of: #""role":"assistant""#).count + 1
      let mayCall = body.contains(#""tools":["#) && !body.contains(#""tool_choice":"none""#)
      return reply(script(mayCall ? turn : 0), turn, streams: body.contains(#""stream":true"#))
        .steps(request)
    }
  }

  private static func reply(_ turn: Turn, _ number: Int, streams: Bool) -> LocalAnswer {
    let (content, calls, reason) = parts(turn, number)
    let usage = #""usage":{"prompt_tokens":100,"completion_tokens":10}"#
    guard streams else {
      return .text(
        #"{"choices":[{"index":0,"message":{"role":"assistant","content":\#(content)\#(calls)},"#
          + #""finish_reason":"\#(reason)"}],\#(usage)}"#,
        type: "application/json"
      )
    }
    let events = [
      #"{"choices":[{"index":0,"delta":{"role":"assistant","content":\#(content)\#(calls)}}]}"#,
      #"{"choices":[{"index":0,"delta":{},"finish_reason":"\#(reason)"}],\#(usage)}"#, "[DONE]",
    ]
    return .text(events.map { "data: \($0)\n\n" }.joined(), type: "text/event-stream")
  }

  private static func parts(_ turn: Turn, _ number: Int) -> (String, String, String) {
    switch turn {
    case .text(let text): return ("\"\(text)\"", "", "stop")
    case .calls(let calls):
      let listed = calls.enumerated().map { place, call in
        let arguments = call.arguments.replacing("\"", with: "\\\"")
        return #"{"index":\#(place),"id":"c\#(number)-\#(place)","type":"function","#
          + #""function":{"name":"\#(call.name)","arguments":"\#(arguments)"}}"#
      }
      return ("null", #","tool_calls":[\#(listed.joined(separator: ","))]"#, "tool_calls")
    }
  }

  /// The requests for turns so far.
  static func turns(_ site: LocalSite) -> [String] {
    site.requests.filter { $0.path == StubEndpoint.path }
      .map { String(decoding: $0.body, as: UTF8.self) }
  }
}
