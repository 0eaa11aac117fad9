import FlowControl
import Glibc

/// One connection to a local site, on a thread of its own.
final class LocalConnection: Sendable {
  private let descriptor: Int32
  private let site: LocalSite

  init(descriptor: Int32, site: LocalSite) {
    self.descriptor = descriptor
    self.site = site
  }

  /// Answers requests one after the other until either side has had enough.
  func serve() {
    var input: [UInt8] = []
    var number = 0
    while var request = readRequest(&input) {
      number += 1
      request.number = number
      site.update { [request] state in
        state.requests.append(request)
        state.inFlight += request.isForRobots ? 0 : 1
        state.statistics.mostInFlight = max(state.statistics.mostInFlight, state.inFlight)
      }
      let isGoingOn = waitForRelease(request.path) && answer(request)
      site.update { $0.inFlight -= request.isForRobots ? 0 : 1 }
      guard isGoingOn else { break }
    }
    end()
  }

  /// Does one step; returns whether the connection goes on.
  func perform(_ step: LocalStep) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes)
    case .sendEndlessly(let bytes):
      while send(bytes) {}
      return false
    case .pause(let milliseconds): return pause(milliseconds)
    case .waitForEnd: return pause(-1)
    case .halfClose: return shutdown(descriptor, Int32(SHUT_WR)) == 0
    case .reset:
      Socket.resetOnClose(descriptor)
      return false
    case .close: return false
    case .run(let body):
      body(descriptor)
      return true
    }
  }

  /// Closes the connection; it must not be used after.
  func end() {
    site.state.withLock { _ = $0.open.remove(descriptor) }
    close(descriptor)
    site.update { $0.statistics.closed += 1 }
  }

  private func answer(_ request: LocalRequest) -> Bool {
    let answer = site.state.withLock { state -> LocalAnswer in
      let answers = state.answers[request.path] ?? []
      if answers.count > 1 { state.answers[request.path]?.removeFirst() }
      return answers.first ?? .status(404)
    }
    return answer.steps(request).allSatisfy(perform)
  }

  private func waitForRelease(_ path: String) -> Bool {
    while site.state.withLock({ $0.held.contains(path) && !$0.isStopped }) {
      guard pause(1) else { return false }
    }
    return true
  }

  /// Waits, unless the client goes away meanwhile.
  private func pause(_ milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(0x2000 /* POLLRDHUP */), revents: 0)
    guard poll(&wanted, 1, milliseconds) > 0 else { return true }
    return abandon()
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          descriptor,
          buffer.baseAddress.map { $0 + sent },
          bytes.count - sent,
          Int32(MSG_NOSIGNAL)
        )
      }
      guard count > 0 else { return abandon() }
      sent += count
    }
    return true
  }

  private func abandon() -> Bool {
    site.update { $0.statistics.abandoned += 1 }
    return false
  }

  private func readRequest(_ input: inout [UInt8]) -> LocalRequest? {
    while true {
      if let request = takeRequest(&input) { return request }
      var buffer = [UInt8](repeating: 0, count: 16_384)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      input += buffer[..<count]
      if input.first == 0x16 { return refuseTLS() }
    }
  }

  /// Answers a handshake of TLS as most servers do where nothing but HTTP is expected.
  private func refuseTLS() -> LocalRequest? {
    _ = send(LocalAnswer.head(400, [("Connection", "close")]))
    return nil
  }

  private func takeRequest(_ input: inout [UInt8]) -> LocalRequest? {
    // Found in the bytes: a body may be long, and need not be text.
    guard let end = input.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: input[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let headers = lines.dropFirst().map { line -> (name: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
    }
    let size = end.upperBound
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap {
      Int($0.value)
    }
    guard input.count >= size + (length ?? 0) else { return nil }
    let body = Array(input[size..<(size + (length ?? 0))])
    input.removeFirst(size + body.count)
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count == 3 else { return nil }
    return LocalRequest(
      method: String(words[0]),
      path: String(words[1]),
      headers: headers,
      peerPort: Socket.peerPort(of: descriptor),
      body: body,
      arrival: .now
    )
  }
}
