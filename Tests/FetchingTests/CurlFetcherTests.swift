import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct CurlFetcherTests {
  @Test func `fetches a page with all that is known of it`() async throws {
    try await withSite(["/a": .text("<p>Grüße", headers: [("X-One", "1")])]) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/a"))
      #expect(page.status == 200)
      #expect(page.address.description == site.url("/a"))
      #expect(String(decoding: page.body.bytes, as: UTF8.self) == "<p>Grüße")
      #expect(page.contentType == "text/html" && page.charset == "utf-8")
      #expect(page.header("x-one") == "1")
      #expect(page.redirects == 0 && !page.isConnectionReused)
      #expect(page.timings.total >= page.timings.firstByte && page.timings.total > .zero)
    }
  }

  @Test(arguments: [200, 204, 304, 404, 410, 429, 500, 503])
  func `takes every status for an answer`(status: Int) async throws {
    let answer: LocalAnswer =
      status == 204 || status == 304
      ? .raw("HTTP/1.1 \(status) Status\r\nRetry-After: 7\r\n\r\n")
      : .status(status, headers: [("Retry-After", "7")])
    try await withSite(["/": answer]) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/"))
      #expect(page.status == status)
      #expect(page.retryAfter == "7")
      #expect(page.body.bytes.isEmpty == (status == 204 || status == 304))
    }
  }

  @Test func `uses a connection again`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/")).isConnectionReused == false)
      try await #expect(fetcher.fetch(site.url("/")).isConnectionReused)
      #expect(site.statistics.connections == 1)
    }
  }

  @Test func `tries again where a kept connection has just been closed`() async throws {
    let closing = LocalAnswer { request in
      let isFirst = request.path == "/first"
      return [.send(LocalAnswer.head(200, [("Content-Length", "0")]))] + (isFirst ? [] : [.close])
    }
    try await withSite(["/first": closing, "/second": .reset, "/third": .text("x")]) {
      site,
      fetcher in
      _ = try await fetcher.fetch(site.url("/first"))
      // Closed by the server in answer to a request on a used connection: libcurl opens another,
      // on which it is then a real failure.
      await expect("reset") { try await fetcher.fetch(site.url("/second")) }
      #expect(site.count("/second") == 2)
      try await #expect(fetcher.fetch(site.url("/third")).status == 200)
    }
  }

  @Test func `tries again however often kept connections were closed`() async throws {
    // Each connection bears one answer, and is closed when it is asked for another.
    let once = LocalAnswer { request in
      request.number > 1 ? [.close] : LocalAnswer.text("x").steps(request)
    }
    try await withSite(["/": once]) { site, fetcher in
      for _ in 1...20 { try await #expect(fetcher.fetch(site.url("/")).status == 200) }
      #expect(site.count("/") == 39 && site.statistics.connections == 20)
    }
  }

  @Test func `leaves bodies as they were sent and decodes them when asked`() async throws {
    let text = Array(String(repeating: "words ", count: 100).utf8)
    let gzip = StoredEncoding.gzip(text)
    let brotli = StoredEncoding.brotli(text)
    try await withSite(["/g": .encoded(gzip, "gzip"), "/b": .encoded(brotli, "br")]) {
      site,
      fetcher in
      let page = try await fetcher.fetch(site.url("/g"))
      #expect(page.body.bytes == gzip)
      #expect(try page.decodedBody(limit: 1_000) == text)
      try await #expect(fetcher.fetch(site.url("/b")).decodedBody(limit: 1_000) == text)
    }
  }

  @Test func `joins chunks and drops`() async throws {
    let text = String(repeating: "0123456789", count: 20)
    try await withSite(["/c": .chunked(["one ", "two"]), "/d": .drip(text)]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/c")).body.bytes == Array("one two".utf8))
      try await #expect(fetcher.fetch(site.url("/d")).body.bytes == Array(text.utf8))
    }
  }

  @Test func `keeps the configured headers from a request that is to go without`() async throws {
    var configuration = FetchConfiguration()
    configuration.headers = [
      HeaderField(name: "X-Key", value: "secret"), HeaderField(name: "Accept", value: "x/y"),
    ]
    try await withSite(["/a": .text("a")], configuration) { site, fetcher in
      var request = FetchRequest(address: try WebAddress(site.url("/a")))
      request.sendsConfiguredHeaders = false
      _ = try await fetcher.fetch(request)
      _ = try await fetcher.fetch(site.url("/a"))
      #expect(site.requests.map { $0.header("X-Key") } == [nil, "secret"])
      #expect(site.requests[0].header("Accept")?.hasPrefix("text/html") == true)
    }
  }

  @Test func `sends its headers and those of the user in their place`() async throws {
    var configuration = FetchConfiguration()
    configuration.userAgent = "tester/1"
    configuration.headers = [
      HeaderField(name: "accept", value: "x/y"), HeaderField(name: "X-User", value: "u"),
    ]
    try await withSite(["/": .echo], configuration) { site, fetcher in
      var request = FetchRequest(address: try WebAddress(site.url("/")))
      request.headers = [
        HeaderField(name: "x-user", value: "v"), HeaderField(name: "Accept-Encoding", value: ""),
      ]
      _ = try await fetcher.fetch(request)
      _ = try await fetcher.fetch(site.url("/"))
      let (own, plain) = (site.requests[0], site.requests[1])
      #expect(own.header("User-Agent") == "tester/1" && plain.header("User-Agent") == "tester/1")
      #expect(plain.header("Accept") == "x/y")
      #expect(plain.headers.filter { $0.name.lowercased() == "accept" }.count == 1)
      #expect(own.header("X-User") == "v" && plain.header("X-User") == "u")
      #expect(own.header("Accept-Encoding") == nil)
      #expect(plain.header("Accept-Encoding") == "gzip, deflate, br, zstd")
      #expect(plain.header("Authorization") == nil)
    }
  }

  @Test(arguments: [
    ("X\r\nEvil", "1"), ("X", "1\r\nEvil: 2"), ("", "1"), ("X Y", "1"), ("X:", "1"),
  ])
  func `refuses headers that would smuggle others in`(name: String, value: String) async throws {
    var configuration = FetchConfiguration()
    configuration.headers = [HeaderField(name: name, value: value)]
    #expect(throws: FetchError.self) { try CurlFetcher(configuration) }
    try await withSite([:]) { site, fetcher in
      var request = FetchRequest(address: try WebAddress(site.url("/")))
      request.headers = configuration.headers
      let wanted = request
      await #expect(throws: FetchError.self) { try await fetcher.fetch(wanted) }
      try await #expect(fetcher.fetch(site.url("/")).status == 404)
    }
  }

  @Test func `sends the credentials of an address, and to no other host`() async throws {
    let other = try LocalSite.start(host: "127.0.0.2", ["/": .text("x")])
    defer { other.stop() }
    let there = other.url("/")
    try await withSite(["/in": .redirect(there), "/": .text("x")]) { site, fetcher in
      let address = "http://me:secret@127.0.0.1:\(site.port)/in"
      let page = try await fetcher.fetch(address)
      #expect(page.address.description == there)
      #expect(site.requests[0].header("Authorization") == "Basic bWU6c2VjcmV0")
      #expect(other.requests[0].header("Authorization") == nil)
      _ = try await fetcher.fetch(site.url("/"))
      #expect(site.requests[1].header("Authorization") == nil)
    }
  }

  @Test func `keeps cookies for one fetch and no longer`() async throws {
    let wall = LocalAnswer { request in
      let isIn = request.header("Cookie") == "pass=1"
      let answer =
        isIn ? LocalAnswer.text("inside") : .redirect("/wall", headers: [("Set-Cookie", "pass=1")])
      return answer.steps(request)
    }
    try await withSite(["/wall": wall, "/other": .text("x")]) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/wall"))
      #expect(page.body.bytes == Array("inside".utf8) && page.redirects == 1)
      _ = try await fetcher.fetch(site.url("/other"))
      #expect(site.requests.last?.header("Cookie") == nil)
    }
  }

  @Test func `reaches names through the entries of resolve`() async throws {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    var configuration = FetchConfiguration()
    configuration.resolve = ["made.up.example:\(site.port):127.0.0.1"]
    try await withFetcher(configuration) { fetcher in
      let page = try await fetcher.fetch(site.url("/", host: "made.up.example"))
      #expect(page.status == 200)
      #expect(site.requests[0].header("Host") == "made.up.example:\(site.port)")
    }
  }

  @Test(arguments: [
    "", "a", "a:80", "a:80:", "a:x:127.0.0.1", "a:0:127.0.0.1", "a:80:b", ":80:127.0.0.1",
  ])
  func `refuses entries of resolve that are none`(entry: String) {
    var configuration = FetchConfiguration()
    configuration.resolve = [entry]
    #expect(throws: FetchError.self) { try CurlFetcher(configuration) }
  }

  @Test func `goes through a proxy`() async throws {
    let proxy = try LocalSite.start(["http://made.up.example/": .text("by proxy")])
    defer { proxy.stop() }
    var configuration = FetchConfiguration()
    configuration.proxy = proxy.url("")
    try await withFetcher(configuration) { fetcher in
      let page = try await fetcher.fetch("http://made.up.example/")
      #expect(page.body.bytes == Array("by proxy".utf8))
    }
  }

  @Test func `says that the proxy is not there`() async throws {
    let proxy = try LocalSite.start()
    proxy.stop()
    var configuration = FetchConfiguration()
    configuration.proxy = proxy.url("")
    try await withFetcher(configuration) { fetcher in
      let error = await #expect(throws: FetchError.self) {
        try await fetcher.fetch("http://made.up.example/")
      }
      #expect(error?.message.contains("through the proxy") == true)
    }
  }

  @Test func `says that a proxy refuses to connect`() async throws {
    let proxy = try LocalSite.start()
    defer { proxy.stop() }
    var configuration = FetchConfiguration()
    configuration.proxy = proxy.url("")
    try await withFetcher(configuration) { fetcher in
      await expect("connect") { try await fetcher.fetch("https://made.up.example/") }
      #expect(proxy.requests.first?.method == "CONNECT")
    }
  }
}
