import Fetching
import TestSupport
import Testing

/// What a request with a body does; the rest is told by the fetcher's tests.
@Suite(.timeLimit(.minutes(15)))
struct CurlTransferTests {
  private func post(
    _ address: String,
    _ body: [UInt8],
    headers: [HeaderField] = []
  ) throws -> FetchRequest {
    FetchRequest(address: try WebAddress(address), headers: headers, body: body)
  }

  @Test(arguments: [0, 1, 70_000, 2 << 20])
  func `posts bytes as they are`(size: Int) async throws {
    try await withSite(["/": .text("fine")]) { site, fetcher in
      let body = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      let page = try await fetcher.fetch(post(site.url("/"), body))
      #expect(page.status == 200 && page.body.bytes == Array("fine".utf8))
      let request = try #require(site.requests.first)
      #expect(request.method == "POST" && request.body == body)
      #expect(request.header("content-length") == "\(size)")
      #expect(request.header("expect") == nil && request.header("content-type") == nil)
    }
  }

  @Test func `sends the request's own headers with it`() async throws {
    try await withSite(["/": .text("fine")]) { site, fetcher in
      let type = HeaderField(name: "Content-Type", value: "application/json")
      _ = try await fetcher.fetch(post(site.url("/"), Array("{}".utf8), headers: [type]))
      #expect(site.requests.first?.header("content-type") == "application/json")
    }
  }

  @Test func `gets and posts in turn on one connection`() async throws {
    try await withSite(["/": .text("x"), "/a": .redirect("/")]) { site, fetcher in
      let body = Array("words".utf8)
      _ = try await fetcher.fetch(post(site.url("/"), body))
      try await #expect(fetcher.fetch(site.url("/a")).redirects == 1)
      _ = try await fetcher.fetch(post(site.url("/"), []))
      _ = try await fetcher.fetch(site.url("/"))
      #expect(site.requests.map(\.method) == ["POST", "GET", "GET", "POST", "GET"])
      #expect(site.requests.map(\.body) == [body, [], [], [], []])
      #expect(site.requests[4].header("content-length") == nil)
      #expect(site.statistics.connections == 1)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `follows no redirect, so that a key travels nowhere`(status: Int) async throws {
    let other = try LocalSite.start(host: "127.0.0.2", ["/": .text("x")])
    defer { other.stop() }
    try await withSite(["/": .redirect(other.url("/"), status: status)]) { site, fetcher in
      let key = HeaderField(name: "Authorization", value: "Bearer secret")
      let page = try await fetcher.fetch(post(site.url("/"), [1], headers: [key]))
      #expect(page.status == status && page.redirects == 0)
      #expect(page.header("location") == other.url("/"))
      #expect(site.requests.first?.header("authorization") == "Bearer secret")
      #expect(other.requests.isEmpty)
    }
  }

  @Test func `ends a post when its task is cancelled, and is then as new`() async throws {
    try await withSite(["/held": .text("x"), "/": .text("fine")]) { site, fetcher in
      site.hold("/held")
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          await expect("cancelled") { try await fetcher.fetch(post(site.url("/held"), [1, 2])) }
        }
        await site.arrived("/held")
        group.cancelAll()
      }
      await site.reached { $0.abandoned == 1 }
      try await #expect(fetcher.fetch(site.url("/")).status == 200)
      #expect(site.requests.last?.method == "GET" && site.requests.last?.body == [])
    }
  }
}
