import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct FetchErrorTests {
  static let faults: [(fault: String, answer: LocalAnswer, kind: String, isRetryable: Bool)] = [
    ("reset", .reset, "reset", true),
    ("reset in the head", .resetInHead, "reset", true),
    ("reset in the body", .resetInBody, "reset", true),
    ("closed without an answer", LocalAnswer { _ in [.close] }, "reset", true),
    ("cut short", .short("some", announced: 100), "reset", true),
    (
      "cut in a chunk", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc"),
      "reset", true
    ),
    ("broken chunking", .brokenChunking, "protocol", false),
    ("HTTP/0.9", .raw("just some text, no head at all\n"), "protocol", false),
    ("no HTTP", .raw("SSH-2.0-OpenSSH_9.2\r\n"), "protocol", false),
    ("a strange version", .raw("HTTP/7.3 200 OK\r\n\r\n"), "protocol", false),
    ("no length", .raw("HTTP/1.1 200 OK\r\nContent-Length: x1\r\n\r\nabc"), "protocol", false),
    (
      "one large header",
      .raw("HTTP/1.1 200 OK\r\nX: \(String(repeating: "a", count: 1 << 20))\r\n\r\n"),
      "protocol", false
    ),
    (
      "many headers",
      .raw(
        "HTTP/1.1 200 OK\r\n\(String(repeating: "X: y\r\n", count: 5_000))Content-Length: 0\r\n\r\n"
      ),
      "protocol", false
    ),
    ("another scheme", .redirect("ftp://127.0.0.1/x"), "unsupported_scheme", false),
    ("a file", .redirect("file:///etc/passwd"), "unsupported_scheme", false),
    ("a script", .redirect("javascript:alert(1)"), "unsupported_scheme", false),
    ("no address", .redirect("http://[::1/"), "protocol", false),
    ("a loop", .redirect("/"), "too_many_redirects", false),
    ("endless", .endless, "too_large", false),
    ("announced too large", .short("some", announced: 200_000), "too_large", false),
    (
      "chunks too large",
      .chunked(Array(repeating: String(repeating: "x", count: 5_000), count: 30)),
      "too_large", false
    ),
    ("a cloud's secrets", .redirect("http://169.254.169.254/"), "blocked_address", false),
  ]

  @Test(arguments: 0..<faults.count)
  func `gives every fault its kind`(index: Int) async throws {
    let (fault, answer, kind, isRetryable) = Self.faults[index]
    var configuration = FetchConfiguration()
    configuration.maxSize = 100_000
    configuration.connectTimeout = .seconds(5)
    try await withSite(["/": answer, "/fine": .text("x")], configuration) { site, fetcher in
      do {
        let page = try await fetcher.fetch(site.url("/"))
        Issue.record("\(fault): \(page)")
      } catch let error as FetchError {
        #expect(error.kind == kind, "\(fault): \(error)")
        #expect(error.isRetryable == isRetryable, "\(fault): \(error)")
        #expect(!error.message.isEmpty)
      }
      try await #expect(fetcher.fetch(site.url("/fine")).status == 200)
    }
  }

  @Test func `names a port where nobody listens, and a host that is none`() async throws {
    let site = try LocalSite.start()
    site.stop()
    await site.reached { _ in true }
    try await withFetcher { fetcher in
      await expect("connect") { try await fetcher.fetch("http://127.0.0.1:1/") }
      await expect("dns") { try await fetcher.fetch("http://nosuch.invalid/") }
    }
  }

  @Test func `survives a connection that is reset at once`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      site.resetNextConnections(1)
      // Depending on when the reset arrives the connection was made or not: both can be retried.
      await #expect {
        try await fetcher.fetch(site.url("/"))
      } throws: {
        ["connect", "reset"].contains(($0 as? FetchError)?.kind)
      }
      try await #expect(fetcher.fetch(site.url("/")).status == 200)
    }
  }

  @Test func `ends an attempt that takes too long`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      site.hold("/")
      var request = FetchRequest(address: try WebAddress(site.url("/")))
      request.timeout = .milliseconds(50)
      let short = request
      await expect("timeout") { try await fetcher.fetch(short) }
      await site.reached { $0.abandoned == 1 }
      site.release("/")
      try await #expect(fetcher.fetch(site.url("/")).status == 200)
    }
  }

  @Test func `ends a body that drips for too long`() async throws {
    let answer = LocalAnswer.drip(String(repeating: "x", count: 100_000), piece: 1, pause: 2)
    var configuration = FetchConfiguration()
    configuration.timeout = .milliseconds(100)
    try await withSite(["/": answer], configuration) { site, fetcher in
      await expect("timeout") { try await fetcher.fetch(site.url("/")) }
      await site.reached { $0.abandoned == 1 }
    }
  }

  @Test func `drops the connection of a body that is too large`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxSize = 100_000
    try await withSite(["/": .endless], configuration) { site, fetcher in
      let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(site.url("/")) }
      #expect(error?.cause == .tooLarge(limit: 100_000, measure: .asSent))
      #expect(error?.answer?.page.status == 200)
      await site.reached { $0.abandoned == 1 }
    }
  }

  @Test func `takes a body of exactly the limit`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxSize = 1_000
    let site = try LocalSite.start([
      "/fits": .text(String(repeating: "x", count: 1_000)),
      "/not": .text(String(repeating: "x", count: 1_001)),
    ])
    defer { site.stop() }
    try await withFetcher(configuration) { fetcher in
      try await #expect(fetcher.fetch(site.url("/fits")).body.bytes.count == 1_000)
      await expect("too_large") { try await fetcher.fetch(site.url("/not")) }
    }
  }
}
