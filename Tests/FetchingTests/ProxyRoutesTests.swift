import Testing

@testable import Fetching

struct ProxyRoutesTests {
  private func routes(
    _ configured: String? = nil,
    _ variables: [String: String] = [:]
  ) throws -> ProxyRoutes {
    try ProxyRoutes(configured: configured) { variables[$0] }
  }

  private func proxy(_ address: String, _ variables: [String: String]) throws -> String {
    try routes(nil, variables).proxy(for: WebAddress(address))
  }

  @Test func `takes the configured proxy for everything`() throws {
    let routes = try routes("http://p:1", ["http_proxy": "q:2", "https_proxy": "q:3"])
    #expect(try routes.proxy(for: WebAddress("http://a.example/")) == "http://p:1")
    #expect(try routes.proxy(for: WebAddress("https://a.example/")) == "http://p:1")
  }

  @Test func `takes an empty one for none`() throws {
    let routes = try routes("", ["http_proxy": "q:2", "all_proxy": "q:3"])
    #expect(try routes.proxy(for: WebAddress("http://a.example/")) == "")
    #expect(try self.routes().proxy(for: WebAddress("https://a.example/")) == "")
  }

  @Test func `reads the variables as libcurl does`() throws {
    let variables = ["http_proxy": "h:1", "HTTP_PROXY": "x:9", "HTTPS_PROXY": "s:2"]
    #expect(try proxy("http://a.example/", variables) == "h:1")
    #expect(try proxy("https://a.example/", variables) == "s:2")
    #expect(try proxy("http://a.example/", ["HTTP_PROXY": "x:9"]) == "")
    #expect(try proxy("http://a.example/", ["ALL_PROXY": "all:3", "http_proxy": ""]) == "all:3")
    #expect(try proxy("https://a.example/", ["all_proxy": "all:3", "https_proxy": "s:2"]) == "s:2")
  }

  @Test(arguments: [
    ("*", "http://a.example/", true), ("a.example", "http://a.example/", true),
    (".a.example", "http://a.example/", true), ("a.example", "http://www.A.example:8080/", true),
    ("a.example.", "http://a.example/", true), ("a.example", "http://a.example./", true),
    ("a.example", "http://nota.example/", false), ("example", "http://a.example/", true),
    ("b.example, a.example", "http://a.example/", true), ("b.example", "http://a.example/", false),
    ("127.0.0.1", "http://127.0.0.1/", true), ("127.0.0.0/8", "http://127.1.2.3/", true),
    ("127.0.0.0/8", "http://128.1.2.3/", false), ("127.0.0.1", "http://127.0.0.2/", false),
    ("0.0.1", "http://127.0.0.1/", false), ("[::1]", "http://[::1]/", true),
    ("::1", "http://[::1]/", true), ("fd00::/8", "http://[fd12::1]:80/", true),
    ("localhost", "http://localhost/", true), ("", "http://a.example/", false),
    (" , ", "http://a.example/", false),
  ])
  func `goes without a proxy where no_proxy says so`(
    exceptions: String,
    address: String,
    isExcepted: Bool
  ) throws {
    for name in ["no_proxy", "NO_PROXY"] {
      let variables = ["http_proxy": "p:1", name: exceptions]
      #expect(try proxy(address, variables) == (isExcepted ? "" : "p:1"))
      let routes = try routes("p:1", [name: exceptions])
      #expect(try routes.proxy(for: WebAddress(address)) == (isExcepted ? "" : "p:1"))
    }
  }

  @Test(arguments: [
    "p", "p:3128", "127.0.0.1:3128", "[::1]:3128", "http://p", "HTTP://me:secret@p:3128/",
    "https://p:443", "socks5h://p:1080", "socks4a://p", "me:secret@p:1",
  ])
  func `takes every proxy that libcurl can use`(proxy: String) throws {
    #expect(try routes(proxy).proxy(for: WebAddress("http://a.example/")) == proxy)
  }

  @Test(arguments: [
    "ftp://me:secret@p/", "http://me:secret@", "http://me:secret@p:99999", "://secret",
    "me:secret@p:x", "http://me:secret@p q",
  ])
  func `refuses others without showing a password`(proxy: String) {
    for (configured, variables) in [(proxy, [:]), (nil, ["all_proxy": proxy])] {
      #expect {
        try routes(configured, variables)
      } throws: { error in
        guard let error = error as? FetchError else { return false }
        return error.kind == "invalid_url" && !error.message.contains("secret")
          && error.message.contains("--proxy")
      }
    }
  }
}
