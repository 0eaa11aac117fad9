/// A request as the local site has read it.
package struct LocalRequest: Sendable {
  package let method: String
  /// With the query, as it was sent.
  package let path: String
  package let headers: [(name: String, value: String)]
  /// The address of this machine that it came from.
  package let peerPort: Int
  package let body: [UInt8]
  package let arrival: ContinuousClock.Instant
  /// Which request of its connection it is, from 1.
  package var number = 1

  /// Whether it is no request for a page.
  var isForRobots: Bool { path == "/robots.txt" }

  /// Returns the value of the first header of that name, in any case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// One thing that a server does in answering.
package enum LocalStep: Sendable {
  case send([UInt8])
  /// Sends the bytes again and again until the client goes away.
  case sendEndlessly([UInt8])
  case pause(milliseconds: Int32)
  /// Does nothing more until the client goes away.
  case waitForEnd
  /// Says that nothing more comes, and still reads what does.
  case halfClose
  /// Ends the connection with RST.
  case reset
  case close
  /// Runs something on the connection's thread, with its descriptor.
  case run(@Sendable (Int32) -> Void)
}

/// What a local site does with a request for a path.
package struct LocalAnswer: Sendable {
  /// Returns what is done with a request, in order.
  package let steps: @Sendable (LocalRequest) -> [LocalStep]

  /// Makes an answer from what a request is to be answered with, step by step.
  package init(_ steps: @escaping @Sendable (LocalRequest) -> [LocalStep]) {
    self.steps = steps
  }

  /// Answers with exactly these bytes, head included, and closes the connection.
  package static func raw(_ text: String, then end: LocalStep = .close) -> LocalAnswer {
    LocalAnswer { _ in [.send(Array(text.utf8)), end] }
  }

  /// Answers with exactly these bytes, head included, and then does what is said.
  package static func raw(_ bytes: [UInt8], then end: LocalStep = .close) -> LocalAnswer {
    LocalAnswer { _ in [.send(bytes), end] }
  }

  /// Answers properly, and closes the connection without having said so.
  package static func closing(_ answer: LocalAnswer) -> LocalAnswer {
    LocalAnswer { answer.steps($0) + [.close] }
  }

  /// Sends other whole answers, provisional ones perhaps, before an answer.
  package static func after(_ heads: String, _ answer: LocalAnswer) -> LocalAnswer {
    LocalAnswer { [.send(Array(heads.utf8))] + answer.steps($0) }
  }

  /// Never answers.
  package static let silence = LocalAnswer { _ in [.waitForEnd] }

  /// Answers completely and properly; the connection stays open.
  package static func bytes(
    _ body: [UInt8],
    status: Int = 200,
    type: String = "text/html; charset=utf-8",
    headers: [(String, String)] = []
  ) -> LocalAnswer {
    let fields = [("Content-Type", type), ("Content-Length", "\(body.count)")] + headers
    return LocalAnswer { request in
      [.send(head(status, fields) + (request.method == "HEAD" ? [] : body))]
    }
  }

  /// Answers with text, a whole page of HTML unless the type says otherwise.
  package static func text(
    _ text: String,
    status: Int = 200,
    type: String = "text/html; charset=utf-8",
    headers: [(String, String)] = []
  ) -> LocalAnswer {
    bytes(Array(text.utf8), status: status, type: type, headers: headers)
  }

  /// Answers with a body that is said to be encoded so, whatever it is.
  package static func encoded(_ body: [UInt8], _ encoding: String) -> LocalAnswer {
    bytes(body, headers: [("Content-Encoding", encoding)])
  }

  /// Answers with a status and a short text.
  package static func status(_ status: Int, headers: [(String, String)] = []) -> LocalAnswer {
    text("status \(status)\n", status: status, type: "text/plain", headers: headers)
  }

  /// Sends the client to another place.
  package static func redirect(
    _ location: String,
    status: Int = 302,
    headers: [(String, String)] = []
  ) -> LocalAnswer {
    self.status(status, headers: [("Location", location)] + headers)
  }

  /// Refuses for now; follow it by the answer that comes after the wait.
  package static func tooManyRequests(retryAfter: String) -> LocalAnswer {
    status(429, headers: [("Retry-After", retryAfter)])
  }

  /// Answers with the request's own head, as text.
  package static let echo = LocalAnswer { request in
    let lines = request.headers.map { "\($0.name): \($0.value)\n" }.joined()
    return LocalAnswer.text("\(request.method) \(request.path)\n\(lines)", type: "text/plain")
      .steps(request)
  }

  /// Answers in chunks (RFC 9112, section 7.1).
  package static func chunked(_ chunks: [String]) -> LocalAnswer {
    LocalAnswer { _ in
      [.send(head(200, chunkedFields))] + (chunks + [""]).map { .send(chunk($0)) }
    }
  }

  /// Begins a chunked body and goes on with what is no chunk.
  package static let brokenChunking = LocalAnswer { _ in
    [
      .send(head(200, chunkedFields) + chunk("fine so far") + Array("zz\r\nrubbish\r\n".utf8)),
      .close,
    ]
  }

  /// Sends the body in small pieces with pauses.
  package static func drip(
    _ text: String,
    piece: Int = 10,
    pause: Int32 = 1
  ) -> LocalAnswer {
    LocalAnswer { _ in
      let body = Array(text.utf8)
      let pieces = stride(from: 0, to: body.count, by: piece).flatMap { start -> [LocalStep] in
        [.send(Array(body[start..<min(start + piece, body.count)])), .pause(milliseconds: pause)]
      }
      return [.send(head(200, [("Content-Length", "\(body.count)")]))] + pieces
    }
  }

  /// Announces a length, sends less, and then does what is said.
  package static func short(
    _ text: String,
    announced: Int,
    then end: LocalStep = .close
  ) -> LocalAnswer {
    LocalAnswer { _ in
      [.send(head(200, [("Content-Length", "\(announced)")]) + Array(text.utf8)), end]
    }
  }

  /// Sends a body without length for as long as the client takes it.
  package static let endless = LocalAnswer { _ in
    [.send(head(200, [])), .sendEndlessly([UInt8](repeating: UInt8(ascii: "x"), count: 16_384))]
  }

  /// Sends a body that begins so and goes on with more of the same for as long as it is taken.
  package static func endless(after beginning: String, _ more: String) -> LocalAnswer {
    let piece = Array(String(repeating: more, count: 16_384 / max(1, more.utf8.count) + 1).utf8)
    return LocalAnswer { _ in
      [.send(head(200, []) + Array(beginning.utf8)), .sendEndlessly(piece)]
    }
  }

  /// Sends these lines one by one with pauses, and so a head that takes its time.
  package static func slow(_ lines: [String], pause: Int32 = 1) -> LocalAnswer {
    LocalAnswer { _ in
      lines.flatMap { [.send(Array("\($0)\r\n".utf8)), .pause(milliseconds: pause)] }
    }
  }

  /// Resets the connection after the request, in the head, or in the body.
  package static let reset = LocalAnswer { _ in [.reset] }
  package static let resetInHead = LocalAnswer { _ in
    [.send(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), .pause(milliseconds: 5), .reset]
  }
  package static let resetInBody = LocalAnswer { _ in
    [
      .send(head(200, [("Content-Length", "1000")]) + Array("begun".utf8)),
      .pause(milliseconds: 5), .reset,
    ]
  }

  private static let chunkedFields = [("Transfer-Encoding", "chunked")]

  private static func chunk(_ text: String) -> [UInt8] {
    Array("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n".utf8)
  }

  /// Returns the bytes of an answer's head.
  package static func head(_ status: Int, _ fields: [(String, String)]) -> [UInt8] {
    let lines = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
    return Array("HTTP/1.1 \(status) \(status == 200 ? "OK" : "Status")\r\n\(lines)\r\n".utf8)
  }
}
