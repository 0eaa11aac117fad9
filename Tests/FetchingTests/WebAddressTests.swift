import Testing

@testable import Fetching

struct WebAddressTests {
  @Test(arguments: [
    "http://0x7\u{feff}/", "http://a\u{ff0f}b.example/", "http://a\u{ff20}b.example/",
    "http://a\u{ff1f}b.example/", "http://a\u{ff1a}1/", "http://\u{ff11}\u{3002}\u{b9}/",
    "http://a\u{ad}b\u{200b}.example/", "http://\u{ff3b}::1\u{ff3d}/", "http://%61.example/",
  ])
  func `has a normal form that is its own`(text: String) {
    // What is no address has none.
    guard let address = try? WebAddress(text) else { return }
    // Where the second is none, it is not the same.
    #expect((try? WebAddress(address.description)) == address)
  }

  @Test(arguments: [
    ("HTTP://Example.ORG", "http://example.org/"),
    ("https://example.org:443/a", "https://example.org/a"),
    ("http://example.org:8080", "http://example.org:8080/"),
    ("http://example.org/a/./b/../c", "http://example.org/a/c"),
    ("http://example.org/a b?c d", "http://example.org/a%20b?c+d"),
    ("http://example.org/ä?ö=ü", "http://example.org/%c3%a4?%c3%b6=%c3%bc"),
    ("http://example.org?q=1", "http://example.org/?q=1"),
    ("  http://example.org/a#part \n", "http://example.org/a"),
    ("http://me:secret@example.org/", "http://example.org/"),
    ("http://[::1]:8080/", "http://[::1]:8080/"),
    ("http://bücher.example/", "http://xn--bcher-kva.example/"),
    ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
    ("http://例え.テスト/", "http://xn--r8jz45g.xn--zckzah/"),
    ("http://0x7f.1/", "http://127.0.0.1/"), ("http://2130706433:80/", "http://127.0.0.1/"),
    ("http://0177.0.0.1/", "http://127.0.0.1/"), ("http://127.1/x", "http://127.0.0.1/x"),
    ("http://127.0.0.1./", "http://127.0.0.1/"), ("http://%31%32%37.1/", "http://127.0.0.1/"),
    ("http://１２７.0.0.1/", "http://127.0.0.1/"), ("http://127。0。0。1/", "http://127.0.0.1/"),
    ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
    ("http://[FE80::1%25eth0]/", "http://[fe80::1]/"),
    ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"),
    ("http://example.org./", "http://example.org./"),
    ("http://me@example.org", "http://example.org/"),
    ("http://:pw@example.org/", "http://example.org/"),
    ("http://a_b.example/", "http://a_b.example/"),
    ("http://example.org:65535/", "http://example.org:65535/"),
    ("http://example.org:/", "http://example.org/"),
    ("http://example.org//a//b", "http://example.org//a//b"),
    ("http://example.org/%7Ea%2f", "http://example.org/%7Ea%2f"),
  ])
  func `has one normal form`(text: String, expected: String) throws {
    let address = try WebAddress(text)
    #expect(address.description == expected)
    #expect(try WebAddress(address.description) == address.withoutSecrets)
  }

  @Test(arguments: [
    "", " ", "example.org", "example.org:80", "localhost:8080/x", "//example.org/", "/path",
    "http://",
    "http:", "https://:80/", "http://a b/", "http://example.org:99999/", "http://example.org:0/",
    "http://[::1", "http://exa\u{0}mple.org/", "http://example.org/\u{0}x", "http://%00/",
    "1http://x/",
    "http://1.2.3.256/", "http://1.2.3.4.5/", "http://a.0x1/", "http://[::1]x/",
    "http://[1.2.3.4]/",
    "http:example.org", "://", "?", "http://\u{1}/", "just some words", "http://xn--\u{fffd}/",
    "http://a\u{ff0f}b.example/", "http://a\u{ff20}b.example/", "http://a\u{ff1f}b.example/",
    "http://a\u{ff1a}1/",
  ])
  func `refuses what is no address`(text: String) {
    #expect { try WebAddress(text) } throws: { ($0 as? FetchError)?.kind == "invalid_url" }
  }

  @Test(arguments: [
    ("ftp://example.org/", "ftp"), ("file:///etc/passwd", "file"),
    ("javascript:alert(1)", "javascript"),
    ("MAILTO:a@example.org", "mailto"), ("data:text/html,x", "data"), ("gopher://x/", "gopher"),
    ("about:blank", "about"), ("tel:123", "tel"), ("ws://example.org/", "ws"),
  ])
  func `names schemes that are not supported`(text: String, scheme: String) {
    #expect(throws: FetchError.unsupportedScheme(scheme)) { try WebAddress(text) }
  }

  @Test func `refuses 50 MB without a look`() {
    let long = "http://example.org/" + String(repeating: "a", count: 50 << 20)
    #expect { try WebAddress(long) } throws: { ($0 as? FetchError)?.kind == "invalid_url" }
  }

  @Test func `takes an address of 100 KB`() throws {
    let text = "http://example.org/" + String(repeating: "a", count: 100 << 10)
    #expect(try WebAddress(text).description == text)
  }

  @Test func `survives any bytes`() {
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<5_000 {
      let bytes = (0..<Int(state % 40)).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state)
      }
      state &+= 1
      let text = String(decoding: bytes, as: UTF8.self)
      for candidate in [text, "http://" + text, "http://example.org/" + text] {
        // Only a crash would be wrong here; and what is accepted has to be accepted again.
        guard let address = try? WebAddress(candidate) else { continue }
        #expect(throws: Never.self) { try WebAddress(address.description) }
        #expect(address.description.utf8.allSatisfy { $0 > 32 && $0 < 127 })
      }
    }
  }

  @Test func `tells its parts`() throws {
    #expect(try WebAddress("http://a.example/#b").withFragment == "http://a.example/#b")
    #expect(try WebAddress("http://a.example/").withFragment == "http://a.example/")
    let address = try WebAddress("https://me:pass%20word@Example.org:8443/a/b?c=d&e#f")
    #expect(address.scheme == "https" && address.isHTTPS)
    #expect(address.host == "example.org")
    #expect(address.port == 8443)
    #expect(address.path == "/a/b")
    #expect(address.query == "c=d&e")
    #expect(address.fragment == "f")
    #expect(address.credentials?.user == "me")
    #expect(address.credentials?.password == "pass word")
    #expect(address.origin == "https://example.org:8443")
    let plain = try WebAddress("http://[::1]/")
    #expect(plain.scheme == "http" && !plain.isHTTPS)
    #expect(plain.host == "[::1]" && plain.port == 80 && plain.path == "/")
    #expect(plain.query == nil && plain.fragment == nil && plain.credentials == nil)
    #expect(plain.origin == "http://[::1]:80")
  }

  @Test(arguments: [
    ("http://a.example/?utm_source=x&b=1&UTM_medium=y", "http://a.example/?b=1"),
    ("http://a.example/?fbclid=x", "http://a.example/"),
    ("http://a.example/?b=1&c=2#x", "http://a.example/?b=1&c=2"),
    ("http://a.example/?utmost=1", "http://a.example/?utmost=1"),
    ("http://a.example/", "http://a.example/"),
  ])
  func `drops tracking parameters from its key`(text: String, key: String) throws {
    #expect(try WebAddress(text).deduplicationKey == key)
  }

  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/../g", "http://a/g"),
    ("g;x=1/../y", "http://a/b/c/y"), ("HTTPS://Other/x", "https://other/x"),
    ("a b", "http://a/b/c/a%20b"),
    ("12:30", "http://a/b/c/12:30"),
  ])
  func `resolves references by RFC 3986`(reference: String, expected: String) throws {
    let base = try WebAddress("http://a/b/c/d;p?q")
    #expect(try base.resolving(reference).description == expected)
  }

  @Test func `keeps the fragment of a reference`() throws {
    #expect(try WebAddress("http://a/b#old").resolving("#new").fragment == "new")
    #expect(try WebAddress("http://a/b#old").resolving("").fragment == nil)
  }

  @Test func `resolves no reference to another scheme`() throws {
    let base = try WebAddress("http://a/")
    #expect(throws: FetchError.unsupportedScheme("javascript")) {
      try base.resolving("javascript:void(0)")
    }
  }
}

extension WebAddress {
  /// The address as it is read back from its description.
  fileprivate var withoutSecrets: WebAddress {
    WebAddress(description: description, fragment: nil, credentials: nil)
  }
}
