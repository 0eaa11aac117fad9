import Testing

@testable import Fetching

struct RedirectChainTests {
  private func chain(_ start: String, limit: Int = 10) throws -> RedirectChain {
    RedirectChain(from: try WebAddress(start), count: 0, limit: limit)
  }

  private func address(_ start: String, _ locations: [String]) throws -> WebAddress {
    var chain = try chain(start)
    for location in locations { try chain.follow(location) }
    return chain.address
  }

  @Test(arguments: [
    ("b?x=1", "http://a.example/dir/b?x=1"), ("/b/../c", "http://a.example/c"),
    ("//b.example", "http://b.example/"), ("HTTPS://B.example/", "https://b.example/"),
    ("?q", "http://a.example/dir/page?q"), ("/with space", "http://a.example/with%20space"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://bücher.example/", "http://xn--bcher-kva.example/"),
  ])
  func `goes where a redirect leads`(location: String, expected: String) throws {
    #expect(try address("http://a.example/dir/page", [location]).description == expected)
  }

  @Test(arguments: [
    (["/b"], "typed"), (["/b#new"], "new"), (["/b#new", "/c"], "new"),
    (["/b", "/c#x", "/d#y"], "y"),
    (["http://b.example/"], "typed"),
  ])
  func `keeps the fragment until a redirect has its own`(
    locations: [String],
    fragment: String
  ) throws {
    #expect(try address("http://a.example/#typed", locations).fragment == fragment)
  }

  @Test func `counts redirects against the limit`() throws {
    var chain = try chain("http://a.example/", limit: 2)
    try chain.follow("/b")
    try chain.follow("/c")
    #expect(chain.count == 2)
    #expect(throws: FetchError.tooManyRedirects(limit: 2)) { try chain.follow("/d") }
    var led = RedirectChain(from: chain.address, count: 2, limit: 2)
    #expect(throws: FetchError.tooManyRedirects(limit: 2)) { try led.follow("/d") }
    var none = try self.chain("http://a.example/", limit: 0)
    #expect(throws: FetchError.tooManyRedirects(limit: 0)) { try none.follow("/b") }
  }

  @Test(arguments: [
    ("file:///etc/passwd", "file"), ("gopher://me:secret@a.example/", "gopher"),
    ("javascript:alert(1)", "javascript"), ("data:text/html,x", "data"), ("ftp://a/", "ftp"),
  ])
  func `follows to no other scheme`(location: String, scheme: String) throws {
    var chain = try chain("http://a.example/")
    #expect(throws: FetchError.unsupportedScheme(scheme)) { try chain.follow(location) }
  }

  @Test(arguments: [
    "http://", "http://me:secret@a.example:99999/", "http://1.2.3.4.5/", "http://a b/",
  ])
  func `calls a redirect to no address a fault of the server's`(location: String) throws {
    var chain = try chain("http://a.example/")
    #expect {
      try chain.follow(location)
    } throws: { error in
      guard let error = error as? FetchError else { return false }
      return error.kind == "protocol" && !error.message.contains("secret")
    }
  }

  @Test(arguments: [
    (["/b"], "typed"), (["http://a.example:8080/"], nil), (["https://a.example/"], "typed"),
    (["https://a.example:8443/"], nil), (["http://b.example/"], nil),
    (["http://b.example/", "http://a.example/"], "typed"), (["http://own@b.example/"], "own"),
    (["http://own@b.example/", "/c"], "own"),
    (["http://own@b.example/", "http://c.example/"], nil),
    (["http://own@b.example/", "http://a.example/"], "typed"), (["http://own@a.example/"], "own"),
  ])
  func `sends name and password where they belong`(
    locations: [String],
    user: String?
  ) throws {
    let address = try address("http://typed:secret@a.example/", locations)
    #expect(address.credentials?.user == user)
    #expect(!address.description.contains("@"))
  }

  @Test(arguments: [
    ("http://a.example/", "http://a.example/b", true),
    ("http://a.example/", "https://a.example/", true),
    ("https://a.example/", "http://a.example/", false),
    ("http://a.example:80/", "http://a.example:81/", false),
    ("http://a.example:8080/", "https://a.example/", false),
    ("http://a.example/", "http://b.example/", false),
    ("http://a.example/", "https://www.a.example/", false),
    ("http://127.1/", "http://127.0.0.1/", true),
  ])
  func `trusts the origin, and its way to TLS`(first: String, next: String, isTrusted: Bool) throws
  {
    #expect(try WebAddress(next).isTrusted(withSecretsOf: WebAddress(first)) == isTrusted)
    var chain = try chain(first)
    try chain.follow(next)
    #expect(chain.isTrusted == isTrusted)
  }

  @Test func `keeps name and password at home when a page leads on`() throws {
    let typed = try WebAddress("http://me:secret@a.example/")
    #expect(try typed.leading(to: "http://a.example/b#x").credentials?.user == "me")
    #expect(try typed.leading(to: "http://b.example/b").credentials == nil)
    #expect(try typed.leading(to: "http://a.example/b#x").fragment == "x")
  }

  @Test(arguments: [
    ("Authorization", false), ("COOKIE", false), ("X-Api-Key", false), ("X-Anything", false),
    ("Host", false), ("Referer", false), ("accept-language", true), ("User-Agent", true),
  ])
  func `knows headers that hold no site's secret`(name: String, isHarmless: Bool) {
    #expect(HeaderField(name: name, value: "x").isForEverySite == isHarmless)
  }

  @Test func `adds up what its requests took`() throws {
    var chain = try chain("http://a.example/")
    var timings = PageTimings()
    (timings.connect, timings.total) = (.seconds(1), .seconds(3))
    chain.note(timings, connections: 1)
    chain.note(timings, connections: 0)
    #expect(chain.timings.connect == .seconds(2) && chain.timings.total == .seconds(6))
    #expect(chain.connections == 1)
  }
}
