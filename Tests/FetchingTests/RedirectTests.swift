import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct RedirectTests {
  /// A policy for which 127.0.0.2 is a public address.
  private func configuration(_ change: (inout AddressPolicy) -> Void = { _ in }) throws
    -> FetchConfiguration
  {
    var configuration = FetchConfiguration()
    configuration.addressPolicy.blocks.insert(
      try #require(AddressBlock("127.0.0.2/32", .public)),
      at: 0
    )
    change(&configuration.addressPolicy)
    return configuration
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `follows redirects and tells the final address`(status: Int) async throws {
    let answers: [String: LocalAnswer] = [
      "/a": .redirect("b/../c?x=1#part", status: status), "/c?x=1": .text("here"),
    ]
    try await withSite(answers) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/a"))
      #expect(page.address.description == site.url("/c?x=1"))
      #expect(page.address.withFragment == site.url("/c?x=1#part"))
      #expect(page.redirects == 1)
      #expect(page.status == 200)
      #expect(page.header("location") == nil)
      #expect(page.body.bytes == Array("here".utf8))
    }
  }

  @Test func `follows as many redirects as allowed and no more`() async throws {
    var answers: [String: LocalAnswer] = [:]
    for number in 1...4 { answers["/\(number)"] = .redirect("/\(number - 1)") }
    answers["/0"] = .text("here")
    var configuration = FetchConfiguration()
    configuration.maxRedirects = 3
    try await withSite(answers, configuration) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/3")).redirects == 3)
      await expect("too_many_redirects") { try await fetcher.fetch(site.url("/4")) }
    }
  }

  @Test func `takes a redirect without a target for an answer`() async throws {
    try await withSite(["/": .status(302)]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/")).status == 302)
    }
  }

  @Test func `counts the redirects that led to a request`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxRedirects = 2
    try await withSite(["/a": .redirect("/b"), "/b": .text("x")], configuration) { site, fetcher in
      var request = FetchRequest(address: try WebAddress(site.url("/a")))
      request.redirects = 1
      try await #expect(fetcher.fetch(request).redirects == 2)
      request.redirects = 2
      let last = request
      await expect("too_many_redirects") { try await fetcher.fetch(last) }
    }
  }

  @Test func `ends a loop of two`() async throws {
    let answers: [String: LocalAnswer] = ["/a": .redirect("/b"), "/b": .redirect("/a")]
    try await withSite(answers) { site, fetcher in
      await expect("too_many_redirects") { try await fetcher.fetch(site.url("/a")) }
      #expect(site.requests.count == 11)
      #expect(site.statistics.connections == 1)
    }
  }

  @Test(arguments: [
    "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/plain,x",
    "ftp://127.0.0.1/", "unknown:x",
  ])
  func `follows to no other scheme`(location: String) async throws {
    try await withSite(["/": .redirect(location)]) { site, fetcher in
      await expect("unsupported_scheme") { try await fetcher.fetch(site.url("/")) }
    }
  }

  @Test(arguments: ["http://", "http://127.0.0.1:99999/", "http://1.2.3.4.5/", "http://[::1/"])
  func `calls a redirect to no address a fault`(location: String) async throws {
    try await withSite(["/": .redirect(location)]) { site, fetcher in
      await expect("protocol") { try await fetcher.fetch(site.url("/")) }
    }
  }

  @Test func `reads a target in other bytes than those of UTF-8`() async throws {
    let head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /caf"
    let answer = LocalAnswer { _ in [.send(Array(head.utf8) + [0xE9] + Array("\r\n\r\n".utf8))] }
    try await withSite(["/": answer, "/caf%E9": .text("x")]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/")).status == 200)
    }
  }

  @Test func `does not wait for the end of a redirect's body`() async throws {
    let body = LocalStep.sendEndlessly([UInt8](repeating: 120, count: 16_384))
    let answers: [String: LocalAnswer] = [
      "/endless": LocalAnswer { _ in
        [.send(LocalAnswer.head(302, [("Location", "/fine")])), body]
      },
      "/huge": LocalAnswer { _ in
        let fields = [("Location", "/fine"), ("Content-Length", "999999999999")]
        return [.send(LocalAnswer.head(302, fields)), body]
      },
      "/short": LocalAnswer { _ in
        let fields = [("Location", "/fine"), ("Content-Length", "10")]
        return [.send(LocalAnswer.head(302, fields) + Array("cut".utf8)), .close]
      },
      "/fine": .text("fine"),
    ]
    try await withSite(answers) { site, fetcher in
      for path in ["/endless", "/huge", "/short"] {
        let page = try await fetcher.fetch(site.url(path))
        #expect(page.status == 200 && page.body.bytes == Array("fine".utf8))
      }
    }
  }

  @Test(arguments: [201, 304, 305, 306])
  func `takes other statuses for answers, whatever their location`(status: Int) async throws {
    let answer = LocalAnswer.raw("HTTP/1.1 \(status) S\r\nLocation: /x\r\n\r\n")
    try await withSite(["/": answer, "/x": .text("x")]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/")).status == status)
      #expect(site.count("/x") == 0)
    }
  }

  @Test func `takes the user's secrets to no other origin`() async throws {
    let names = ["Authorization", "Cookie", "X-Api-Key", "X-Own"]
    let other = try LocalSite.start(["/away": .redirect("/there"), "/there": .text("x")])
    defer { other.stop() }
    let answers: [String: LocalAnswer] = [
      "/out": .redirect(other.url("/away")), "/in": .redirect("/page"), "/page": .text("x"),
    ]
    var configuration = FetchConfiguration()
    configuration.headers = (names + ["Accept-Language"]).map { HeaderField(name: $0, value: "s") }
    try await withSite(answers, configuration) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/out")).redirects == 2)
      try await #expect(fetcher.fetch(site.url("/in")).redirects == 1)
      #expect(site.requests.allSatisfy { names.compactMap($0.header).count == names.count })
      #expect(other.requests.count == 2)
      #expect(other.requests.allSatisfy { names.compactMap($0.header).isEmpty })
      #expect(other.requests.allSatisfy { $0.header("Accept-Language") == "s" })
      // The next fetch has all of them again.
      _ = try await fetcher.fetch(site.url("/page"))
      #expect(site.requests.last.map { names.compactMap($0.header).count } == names.count)
    }
  }

  @Test func `uses the name and password of a redirect where they stand, and shows them nowhere`()
    async throws
  {
    let other = try LocalSite.start(["/a": .redirect("b"), "/b": .text("x")])
    defer { other.stop() }
    let there = "http://me:secret@127.0.0.1:\(other.port)/a"
    try await withSite(["/": .redirect(there)]) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/"))
      #expect(page.address.withFragment == other.url("/b"))
      #expect(site.requests.map { $0.header("Authorization") } == [nil])
      let sent = "Basic bWU6c2VjcmV0"
      #expect(other.requests.map { $0.header("Authorization") } == [sent, sent])
      _ = try await fetcher.fetch(other.url("/b"))
      #expect(other.requests.last?.header("Authorization") == nil)
    }
  }

  @Test func `judges addresses in URLs behind a proxy`() async throws {
    let inside = "http://10.0.0.1/"
    let metadata = "http://2852039166/latest"
    let proxy = try LocalSite.start([
      inside: .text("secret"), "http://out.example/": .redirect(inside),
      "http://meta.example/": .redirect("http://0xa9fea9fe/"), "http://fine.example/": .text("x"),
      "http://loop.example/": .redirect("http://localhost:9/"),
    ])
    defer { proxy.stop() }
    var configuration = FetchConfiguration()
    configuration.proxy = proxy.url("")
    try await withFetcher(configuration) { fetcher in
      try await #expect(fetcher.fetch("http://fine.example/").isPublic)
      try await #expect(!fetcher.fetch(inside).isPublic)
      for address in [
        "http://out.example/", "http://meta.example/", metadata, "http://loop.example/",
      ] {
        await expect("blocked_address") { try await fetcher.fetch(address) }
      }
      var led = FetchRequest(address: try WebAddress("http://fine.example/"))
      led.isLedByPublic = true
      try await #expect(fetcher.fetch(led).status == 200)
    }
    #expect(proxy.count(inside) == 1)
    #expect(proxy.requests.count == 6)
  }

  @Test func `lets a host's second address serve where the first one is dead or refused`()
    async throws
  {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    var configuration = FetchConfiguration()
    configuration.resolve = [
      "dead.example:\(site.port):127.0.0.9,127.0.0.1",
      "local.example:\(site.port):169.254.0.1,127.0.0.1",
      "six.example:\(site.port):[::1],127.0.0.1",
    ]
    try await withFetcher(configuration) { fetcher in
      for name in ["dead.example", "local.example", "six.example"] {
        try await #expect(fetcher.fetch(site.url("/", host: name)).status == 200)
      }
    }
  }

  @Test func `lets no public page redirect to a private address`() async throws {
    let inside = try LocalSite.start(["/": .text("secret"), "/out": .text("x")])
    defer { inside.stop() }
    let outside = try LocalSite.start(host: "127.0.0.2", ["/": .redirect(inside.url("/"))])
    defer { outside.stop() }
    try await withFetcher(configuration()) { fetcher in
      await expect("blocked_address") { try await fetcher.fetch(outside.url("/")) }
      // Typed, it may be reached; and its open connection opens no way for a redirect.
      try await #expect(fetcher.fetch(inside.url("/")).status == 200)
      await expect("blocked_address") { try await fetcher.fetch(outside.url("/")) }
      #expect(inside.count("/") == 1)
    }
    try await withFetcher(configuration { $0.allowsPrivate = true }) { fetcher in
      try await #expect(fetcher.fetch(outside.url("/")).redirects == 1)
    }
  }

  @Test func `lets a private page redirect to a private one`() async throws {
    let other = try LocalSite.start(host: "127.0.0.3", ["/": .text("x")])
    defer { other.stop() }
    let target = other.url("/")
    try await withSite(["/": .redirect(target)]) { site, fetcher in
      try await #expect(fetcher.fetch(site.url("/")).address.description == target)
    }
  }

  @Test func `judges the address and not the name`() async throws {
    let inside = try LocalSite.start(["/": .text("secret")])
    defer { inside.stop() }
    let name = "public.example"
    let outside = try LocalSite.start(
      host: "127.0.0.2",
      ["/": .redirect(inside.url("/", host: name))]
    )
    defer { outside.stop() }
    var configuration = try configuration()
    configuration.resolve = ["\(name):\(inside.port):127.0.0.1"]
    try await withFetcher(configuration) { fetcher in
      await expect("blocked_address") { try await fetcher.fetch(outside.url("/")) }
    }
  }

  @Test func `refuses private addresses altogether when told so`() async throws {
    let outside = try LocalSite.start(host: "127.0.0.2", ["/": .text("x")])
    defer { outside.stop() }
    let six = try LocalSite.start(host: "::1", ["/": .text("x")])
    defer { six.stop() }
    try await withSite(["/": .text("x")], configuration { $0.blocksPrivate = true }) {
      site,
      fetcher in
      await expect("blocked_address") { try await fetcher.fetch(site.url("/")) }
      await expect("blocked_address") { try await fetcher.fetch(six.url("/")) }
      await expect("blocked_address") {
        try await fetcher.fetch("http://[::ffff:127.0.0.1]:\(site.port)/")
      }
      try await #expect(fetcher.fetch(outside.url("/")).status == 200)
      #expect(site.statistics.connections == 0)
    }
  }

  @Test func `reaches IPv6`() async throws {
    let six = try LocalSite.start(host: "::1", ["/": .text("x")])
    defer { six.stop() }
    try await withFetcher { fetcher in
      try await #expect(fetcher.fetch(six.url("/")).address.description == six.url("/"))
    }
  }

  @Test(arguments: [
    "http://169.254.169.254/latest", "http://[fe80::1]/", "http://[::ffff:169.254.1.1]/",
  ])
  func `never reaches link-local addresses`(address: String) async throws {
    try await withFetcher(configuration { $0.allowsPrivate = true }) { fetcher in
      await expect("blocked_address") { try await fetcher.fetch(address) }
    }
  }
}
