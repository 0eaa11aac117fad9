import TestSupport
import Testing

/// Proxies as a user names them, with a real one between.
struct ProxyTests {
  @Test func `fetches through the proxy that is named`() async throws {
    let site = try SavedPage.site(3)
    let proxy = try await Tinyproxy()
    defer {
      site.stop()
      proxy.stop()
    }
    let urls = (1...3).map { site.url("/\($0)") }
    let child = try Program.start(["fetch", "-qq", "--proxy", proxy.url] + urls)
    let records = try JSON.lines(await child.result().text)
    #expect(records.compactMap { $0["outcome"]?.text } == ["used", "used", "used"])
    #expect(records.compactMap { $0["final_url"]?.text } == urls)
    let vias = (site.requests + site.robotsRequests).map { $0.header("Via") ?? "" }
    #expect(vias.count == 4 && vias.allSatisfy { $0.contains("tinyproxy-of-the-test") })
  }

  @Test func `reaches HTTPS through it, and sees the site's own certificate`() async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates)
    let proxy = try await Tinyproxy()
    defer {
      server.stop()
      proxy.stop()
    }
    let url = "https://localhost:\(server.port)/"
    let options = ["fetch", "-qq", "--robots", "ignore", "--proxy", proxy.url, url]
    let trusting = try Program.start(options + ["--cacert", certificates.authority])
    let record = try JSON(await trusting.result().text)
    #expect(record["outcome"] == "used" && record["final_url"]?.text == url)
    #expect(proxy.log.contains("CONNECT localhost:\(server.port)"))
    let distrusting = try JSON(await (try Program.start(options)).result().text)
    #expect(distrusting["error"]?["kind"] == "tls")
  }

  @Test(arguments: ["http_proxy", "all_proxy", "ALL_PROXY", "RESEARCH_PROXY"])
  func `reads the proxy from the environment`(variable: String) async throws {
    let site = try SavedPage.site(1)
    let proxy = try await Tinyproxy()
    defer {
      site.stop()
      proxy.stop()
    }
    let variables = [variable: proxy.url]
    let result = try await Program.run("fetch", "-qq", site.url("/1"), variables: variables)
    #expect(try JSON(result.text)["outcome"] == "used")
    #expect(site.requests.first?.header("Via") != nil)
  }

  @Test func `reads the proxy for HTTPS from the environment`() async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates)
    let proxy = try await Tinyproxy()
    defer {
      server.stop()
      proxy.stop()
    }
    let result = try await Program.run(
      "fetch",
      "-qq",
      "--robots",
      "ignore",
      "https://localhost:\(server.port)/",
      variables: ["https_proxy": proxy.url, "SSL_CERT_FILE": certificates.authority]
    )
    #expect(try JSON(result.text)["outcome"] == "used")
    #expect(proxy.log.contains("CONNECT localhost:\(server.port)"))
  }

  @Test(arguments: ["127.0.0.1", "*", "example.org,127.0.0.1"])
  func `goes without it where that is said`(exempt: String) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    // Nobody listens there: whoever asks that proxy fails.
    let variables = ["http_proxy": "http://127.0.0.1:1", "no_proxy": exempt]
    let result = try await Program.run("fetch", "-qq", site.url("/1"), variables: variables)
    #expect(try JSON(result.text)["outcome"] == "used")
    #expect(site.requests.first?.header("Via") == nil)
  }

  @Test func `goes without it where the option is empty, and fails where it is dead`() async throws
  {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let dead = ["http_proxy": "http://127.0.0.1:1"]
    let words = ["fetch", "-qq", "--retry", "0", site.url("/1")]
    let without = try Program.start(words + ["--proxy", ""], variables: dead)
    #expect(try JSON(await without.result().text)["outcome"] == "used")
    let with = try Program.start(words, variables: dead)
    #expect(try JSON(await with.result().text)["error"]?["kind"] == "connect")
    #expect(site.requests.count == 1)
  }
}
