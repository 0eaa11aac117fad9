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
