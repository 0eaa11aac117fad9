import Fetching
import FlowControl
import Testing

@testable import ResearchServer

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseServerTests {
  @Test func `serves pages to the fetcher`() async throws {
    try await withServer { port in
      let plan = ExercisePlan(key: "k", summaries: [], report: .zero)
      let page = try await fetch(plan.page(2, delay: .nanoseconds(1), port: port))
      #expect(page.status == 200 && page.contentType == "text/html" && page.charset == "utf-8")
      #expect(page.body.bytes == SamplePage.numbered(2)?.body)
      let base = "http://127.0.0.1:\(port)"
      try await #expect(fetch(base + "/healthz").body.bytes == Array("ok\n".utf8))
      try await #expect(
        fetch(base + "/robots.txt").body.bytes == Array("User-agent: *\nAllow: /\n".utf8)
      )
      try await #expect(fetch(base + "/pages/1?delay=-1").status == 400)
      try await #expect(fetch(base + "/other").status == 404)
      let statistics = try await fetch(plan.statistics(port: port))
      #expect(statistics.body.bytes == Array(#"{"mostAtOnce":0,"posts":0}"#.utf8))
    }
  }

  @Test func `answers several requests on one connection, also HEAD`() async throws {
    try await withServer { port in
      let text = try await PlainClient.send(
        "HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
          + post("/plan/k/0,0/0/v1", #"{"model":"m","messages":[{"role":"u","content":"x"}]}"#)
          + "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        to: port
      )
      let answers = text.components(before: "HTTP/1.1 200 OK\r\n")
      #expect(answers.count == 3, "\(text)")
      #expect(answers.first?.contains("Content-Length: 3") == true)
      #expect(answers.first?.hasSuffix("\r\n\r\n") == true)
      #expect(answers.dropFirst().first?.contains(#""model":"m""#) == true)
      #expect(answers.last?.hasSuffix("ok\n") == true)
    }
  }

  @Test(arguments: [0, 1 << 16, ExerciseServer.longestBody])
  func `reads a long body to its end, whether it takes it or not`(excess: Int) async throws {
    let body = String(repeating: "x", count: excess + 1)
    try await withServer { port in
      let text = try await PlainClient.send(
        post("/plan/k/0/0/v1", body)
          + "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        to: port
      )
      let status = excess < ExerciseServer.longestBody ? "400 Bad Request" : "413 Content Too Large"
      #expect(text.hasPrefix("HTTP/1.1 \(status)\r\n"))
      #expect(text.hasSuffix("ok\n"))
    }
  }

  @Test func `goes on after what is no HTTP`() async throws {
    try await withServer { port in
      for bytes in ["\r\n\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\n\n"] {
        _ = try await PlainClient.send(bytes, to: port)
      }
      _ = try await PlainClient.send(
        "POST /healthz HTTP/1.1\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        to: port
      )
      try await #expect(fetch("http://127.0.0.1:\(port)/healthz").status == 200)
    }
  }

  @Test func `ends when its task is cancelled, also while somebody waits`() async throws {
    let (ports, listening) = AsyncStream<UInt16>.makeStream()
    let (sleeps, sleeping) = AsyncStream<Void>.makeStream()
    let server = ExerciseServer(clock: SessionClock(EndlessClock(sleeping: sleeping)))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        defer { listening.finish() }
        do {
          try await server.run { listening.yield($0) }
          return false
        } catch {
          return error is CancellationError
        }
      }
      for await port in ports {
        let request = "GET /pages/1?delay=3600 HTTP/1.1\r\nHost: x\r\n\r\n"
        async let answer = PlainClient.send(request, to: port)
        for await _ in sleeps { break }
        group.cancelAll()
        #expect(try await group.next() == true)
        try await #expect(!answer.contains("200 OK"))
        return
      }
      Issue.record("the server did not start")
    }
  }

  @Test func `says that a port is taken`() async throws {
    try await withServer { port in
      await #expect(throws: (any Error).self) {
        try await ExerciseServer().run(port: port) { _ in Issue.record("listens") }
      }
    }
  }

  private func withServer(_ body: (UInt16) async throws -> Void) async throws {
    let (ports, continuation) = AsyncStream<UInt16>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { continuation.finish() }
        do { try await ExerciseServer().run { continuation.yield($0) } } catch is CancellationError
        {}
      }
      defer { group.cancelAll() }
      for await port in ports {
        try await body(port)
        break
      }
    }
  }

  private func fetch(_ address: String) async throws -> Page {
    var configuration = FetchConfiguration()
    configuration.timeout = .seconds(3_600)
    configuration.connectTimeout = .seconds(3_600)
    let fetcher = try CurlFetcher(configuration)
    do {
      let page = try await fetcher.fetch(FetchRequest(address: WebAddress(address)))
      await fetcher.close()
      return page
    } catch {
      await fetcher.close()
      throw error
    }
  }

  private func post(_ base: String, _ body: String) -> String {
    "POST \(base)/chat/completions HTTP/1.1\r\nHost: x\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }
}

/// A clock that tells of each sleep, which only cancelling ends.
private struct EndlessClock: Clock {
  let sleeping: AsyncStream<Void>.Continuation

  var now: ContinuousClock.Instant { .now }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
    sleeping.yield()
    for await _ in AsyncStream<Void>.makeStream().stream {}
    throw CancellationError()
  }
}

extension String {
  /// The parts that begin behind each occurrence of a text.
  fileprivate func components(before text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      if !parts.isEmpty { parts[parts.count - 1] = rest[..<range.lowerBound] }
      rest = rest[range.upperBound...]
      parts.append(rest)
    }
    return parts
  }
}
