package import Fetching
package import FlowControl

/// A fetcher without a network: it answers after a delay, and counts what it is asked.
package final class StubFetcher: Fetcher {
  /// What is answered to one attempt.
  package struct Answer: Sendable {
    package var delay: Duration
    package var status = 200
    package var headers: [HeaderField] = []
    package var body: [UInt8] = []
    package var error: FetchError?
    /// Whether it comes from a public address.
    package var isPublic = false
    /// What was measured of it.
    package var timings = PageTimings()

    /// A page, or a status with headers.
    package init(
      _ body: String = "",
      after delay: Duration = .zero,
      status: Int = 200,
      type: String = "text/html; charset=utf-8",
      headers: [(String, String)] = []
    ) {
      self.delay = delay
      self.status = status
      self.body = Array(body.utf8)
      self.headers =
        [HeaderField(name: "Content-Type", value: type)]
        + headers.map { HeaderField(name: $0.0, value: $0.1) }
    }

    /// A failure.
    package init(_ error: FetchError, after delay: Duration = .zero) {
      self.delay = delay
      self.error = error
    }
  }

  /// One request and when it came.
  package struct Request: Sendable, Equatable {
    package var address: String
    /// From 1, counted for each address.
    package var attempt: Int
    package var start: Duration
    /// Whether it says that a public page has led to it.
    package var isLedByPublic = false
    /// How many redirects it says have led to it.
    package var redirects = 0

    fileprivate init(_ request: FetchRequest, attempt: Int, start: Duration) {
      address = request.address.description
      self.attempt = attempt
      self.start = start
      isLedByPublic = request.isLedByPublic
      redirects = request.redirects
    }
  }

  private struct State {
    var requests: [Request] = []
    var robots: [Request] = []
    var attempts: [String: Int] = [:]
    var now: [String: Int] = [:]
    var mostOfOneHost = 0
    var most = 0
  }

  private let clock: SessionClock
  private let answer: @Sendable (WebAddress, Int) -> Answer
  private let robots: (@Sendable (WebAddress, Int) -> Answer)?
  private let state = Locked(State())

  /// A fetcher that answers to an address and the number of its attempt, from 1, as `answer` says.
  ///
  /// There is no robots.txt anywhere, which is told at once, unless `robots` says otherwise.
  package init(
    clock: SessionClock,
    robots: (@Sendable (WebAddress, Int) -> Answer)? = nil,
    _ answer: @escaping @Sendable (WebAddress, Int) -> Answer
  ) {
    self.clock = clock
    self.robots = robots
    self.answer = answer
  }

  /// All requests for pages, in the order in which they came.
  package var requests: [Request] { state.withLock { $0.requests } }

  /// All requests for robots.txt files, likewise.
  package var robotsRequests: [Request] { state.withLock { $0.robots } }

  /// How many requests for pages have no answer yet.
  package var running: Int { state.withLock { $0.now.values.reduce(0, +) } }

  /// The most requests for pages at once.
  package var most: Int { state.withLock { $0.most } }

  /// The most requests for pages at once of any one host.
  package var mostOfOneHost: Int { state.withLock { $0.mostOfOneHost } }

  package func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    if request.address.path == "/robots.txt" { return try await robots(request) }
    let answer = answer(request.address, begin(request))
    defer { end(request.address) }
    return try await page(request, answer)
  }

  private func robots(_ request: FetchRequest) async throws(FetchError) -> Page {
    let number = state.withLock { state in
      let number = state.robots.filter { $0.address == request.address.description }.count + 1
      state.robots.append(Request(request, attempt: number, start: clock.now))
      return number
    }
    guard let robots else {
      return Page(address: request.address, status: 404, body: PageBody(bytes: []))
    }
    return try await page(request, robots(request.address, number))
  }

  private func page(
    _ request: FetchRequest,
    _ answer: Answer
  ) async throws(FetchError) -> Page {
    do {
      try await clock.sleep(for: answer.delay)
    } catch {
      throw .cancelled
    }
    if let error = answer.error { throw error }
    return Page(
      address: request.address,
      status: answer.status,
      headers: answer.headers,
      body: PageBody(bytes: answer.body),
      isPublic: answer.isPublic,
      timings: answer.timings
    )
  }

  private func begin(_ request: FetchRequest) -> Int {
    let (address, start) = (request.address, clock.now)
    let name = address.description
    return state.withLock { state in
      let attempt = state.attempts[name, default: 0] + 1
      state.attempts[name] = attempt
      state.requests.append(Request(request, attempt: attempt, start: start))
      state.now[address.origin, default: 0] += 1
      state.mostOfOneHost = max(state.mostOfOneHost, state.now[address.origin, default: 0])
      state.most = max(state.most, state.now.values.reduce(0, +))
      return attempt
    }
  }

  private func end(_ address: WebAddress) {
    state.withLock { $0.now[address.origin, default: 0] -= 1 }
  }
}
