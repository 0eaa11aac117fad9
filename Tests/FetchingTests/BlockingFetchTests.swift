import Fetching
import FlowControl
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct BlockingFetchTests {
  /// Runs what blocks on a thread of its own, and never on the pool.
  private func onThread<R: Sendable>(
    _ body: @escaping @Sendable () throws -> R
  ) async throws -> R {
    try await withCheckedContinuation { continuation in
      Thread.start { continuation.resume(returning: Result { try body() }) }
    }.get()
  }

  private func fetch(
    _ addresses: [String],
    _ configuration: FetchConfiguration = FetchConfiguration()
  ) async throws -> [Page] {
    try await onThread {
      let fetcher = try BlockingFetch(configuration)
      return try addresses.map { try fetcher.fetch(FetchRequest(address: WebAddress($0))) }
    }
  }

  private func site(_ answers: [String: LocalAnswer]) throws -> LocalSite {
    try LocalSite.start(answers)
  }

  @Test func `fetches page after page on one connection`() async throws {
    let site = try site(["/a": .text("<p>Grüße"), "/b": .redirect("/a")])
    defer { site.stop() }
    let pages = try await fetch([site.url("/a"), site.url("/b"), site.url("/c")])
    #expect(pages.map(\.status) == [200, 200, 404])
    #expect(pages.map(\.redirects) == [0, 1, 0])
    #expect(pages[1].address.description == site.url("/a"))
    #expect(String(decoding: pages[0].body.bytes, as: UTF8.self) == "<p>Grüße")
    #expect(pages.map(\.isConnectionReused) == [false, true, true])
    #expect(site.statistics.connections == 1)
  }

  @Test func `posts and then gets`() async throws {
    let site = try site(["/": .text("x")])
    defer { site.stop() }
    try await onThread {
      let fetcher = try BlockingFetch()
      let address = try WebAddress(site.url("/"))
      _ = try fetcher.fetch(FetchRequest(address: address, body: [1, 2, 3]))
      _ = try fetcher.fetch(FetchRequest(address: address))
    }
    #expect(site.requests.map(\.method) == ["POST", "GET"])
    #expect(site.requests.map(\.body) == [[1, 2, 3], []])
  }

  @Test func `fails as the other fetcher does, and goes on after it`() async throws {
    let site = try site([
      "/reset": .reset, "/broken": .brokenChunking, "/endless": .endless, "/fine": .text("x"),
      "/loop": .redirect("/loop"),
    ])
    defer { site.stop() }
    var configuration = FetchConfiguration()
    configuration.maxSize = 100_000
    let paths = ["/reset", "/broken", "/endless", "/fine", "/loop", "/fine"]
    let ends = try await onThread { [configuration] in
      let fetcher = try BlockingFetch(configuration)
      return try paths.map { path in
        let request = FetchRequest(address: try WebAddress(site.url(path)))
        do throws(FetchError) { return "\(try fetcher.fetch(request).status)" } catch {
          return error.kind
        }
      }
    }
    #expect(ends == ["reset", "protocol", "too_large", "200", "too_many_redirects", "200"])
  }

  @Test func `ends when its time is over`() async throws {
    let site = try site(["/": .text("x")])
    defer { site.stop() }
    site.hold("/")
    let error = try await onThread {
      let fetcher = try BlockingFetch()
      let address = try WebAddress(site.url("/"))
      let request = FetchRequest(address: address, timeout: .milliseconds(50))
      return #expect(throws: FetchError.self) { try fetcher.fetch(request) }
    }
    #expect(error == .timeout(host: "127.0.0.1", reason: "no answer after 50 ms"))
    await site.reached { $0.abandoned == 1 }
  }

  @Test func `guards addresses and checks its configuration`() async throws {
    let site = try site(["/": .text("x")])
    defer { site.stop() }
    var configuration = FetchConfiguration()
    configuration.addressPolicy.blocksPrivate = true
    await expect("blocked_address") { try await fetch([site.url("/")], configuration)[0] }
    configuration.resolve = ["nonsense"]
    await expect("invalid_url") { try await fetch([site.url("/")], configuration)[0] }
    #expect(site.requests.isEmpty)
  }

  @Test func `works on many threads at once`() async throws {
    let site = try site(["/": .text("x")])
    defer { site.stop() }
    site.hold("/")
    let address = site.url("/")
    var patient = FetchConfiguration()
    (patient.timeout, patient.connectTimeout) = (.seconds(3_600), .seconds(3_600))
    try await withThrowingTaskGroup(of: Int.self) { [patient] group in
      for _ in 0..<40 { group.addTask { try await fetch([address], patient)[0].status } }
      await site.arrived("/", count: 40)
      site.release("/")
      for try await status in group { #expect(status == 200) }
    }
    #expect(site.statistics.connections == 40 && site.statistics.mostInFlight == 40)
    await site.reached { $0.closed == 40 }
  }
}
