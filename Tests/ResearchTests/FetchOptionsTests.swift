import TestSupport
import Testing

/// Options of fetching, as a server sees them.
struct FetchOptionsTests {
  private static func fetch(_ arguments: [String]) async throws -> (ChildProcess.Result, [JSON]) {
    let child = try Program.start(["fetch", "-qq", "--retry", "0"] + arguments)
    let result = await child.result()
    return (result, try JSON.lines(result.text))
  }

  @Test func `sends headers and a name of the user's`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let options = ["-H", "X-One: 1", "-H", "Accept: x/y", "-A", "tester/9", site.url("/1")]
    let (_, records) = try await Self.fetch(options)
    #expect(records.first?["outcome"] == "used")
    for request in site.requests + site.robotsRequests {
      #expect(request.header("X-One") == "1" && request.header("User-Agent") == "tester/9")
      #expect(request.headers.filter { $0.name.lowercased() == "accept" }.map(\.value) == ["x/y"])
    }
  }

  @Test func `reaches a name at the address that is given for it`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let options = ["--resolve", "made.up.test:\(site.port):127.0.0.1"]
    let url = site.url("/1", host: "made.up.test")
    let (_, records) = try await Self.fetch(options + [url])
    #expect(records.first?["outcome"] == "used" && records.first?["final_url"]?.text == url)
    #expect(site.requests.first?.header("Host") == "made.up.test:\(site.port)")
  }

  @Test func `follows as many redirects as it may`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    site.answer("/c", .redirect("/b"))
    site.answer("/b", .redirect("/1"))
    for (limit, outcome) in [("2", "used"), ("1", "failed"), ("0", "failed")] {
      let (_, records) = try await Self.fetch(["--max-redirects", limit, site.url("/c")])
      #expect(records.first?["outcome"]?.text == outcome)
      let kind: JSON? = outcome == "used" ? nil : "too_many_redirects"
      #expect(records.first?["error"]?["kind"] == kind)
    }
  }

  @Test func `bounds a body as sent and as decoded, and says how to raise that`() async throws {
    let text = Array(SavedPage.html("creature").utf8)
    let zeros = [UInt8](repeating: 0, count: 30_000)
    let site = try LocalSite.start([
      "/fits": .bytes(text), "/large": .bytes(text + zeros),
      "/packed": .encoded(StoredEncoding.brotli(text + zeros), "br"),
    ])
    defer { site.stop() }
    let paths = ["/fits", "/large", "/packed"].map { site.url($0) }
    let (_, records) = try await Self.fetch(["--max-size", "20k"] + paths)
    #expect(records.compactMap { $0["outcome"]?.text } == ["used", "failed", "failed"])
    for record in records.dropFirst() {
      #expect(record["error"]?["kind"] == "too_large")
      #expect(record["error"]?["message"]?.text?.contains("--max-size") == true)
    }
    let (_, all) = try await Self.fetch(["--max-size", "1M"] + paths)
    #expect(all.allSatisfy { $0["outcome"] == "used" })
  }

  @Test func `ends with 2 where more has failed than may`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let paths = ["/1", "/none", "/nothing"].map { site.url($0) }
    for (limit, code) in [("2", 0), ("1", 2), ("0", 2)] {
      let (result, records) = try await Self.fetch(["--max-failed", limit] + paths)
      #expect(result.ending == .exit(Int32(code)) && records.count == 3)
    }
  }
}
