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
  }

  private struct State {
    var requests: [Request] = []
    var attempts: [String: Int] = [:]
    var now: [String: Int] = [:]
    var mostOfOneHost = 0
    var most = 0
  }

  private let clock: SessionClock
  private let answer: @Sendable (WebAddress, Int) -> Answer
  private let state = Locked(State())

  /// A fetcher that answers to an address and the number of its attempt, from 1, as `answer` says.
  package init(
    clock: SessionClock,
    _ answer: @escaping @Sendable (WebAddress, Int) -> Answer
  ) {
    self.clock = clock
    self.answer = answer
  }

  /// All requests, in the order in which they came.
  package var requests: [Request] { state.withLock { $0.requests } }

  /// How many requests have no answer yet.
  package var running: Int { state.withLock { $0.now.values.reduce(0, +) } }

  /// The most requests at once.
  package var most: Int { state.withLock { $0.most } }

  /// The most requests at once of any one host.
  package var mostOfOneHost: Int { state.withLock { $0.mostOfOneHost } }

  package func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    let answer = answer(request.address, begin(request))
    defer { end(request.address) }
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
      isPublic: answer.isPublic
    )
  }

  private func begin(_ request: FetchRequest) -> Int {
    let (address, start) = (request.address, clock.now)
    let name = address.description
    return state.withLock { state in
      let attempt = state.attempts[name, default: 0] + 1
      state.attempts[name] = attempt
      state.requests.append(
        Request(
          address: name,
          attempt: attempt,
          start: start,
          isLedByPublic: request.isLedByPublic
        )
      )
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
