import TestSupport
import Testing

/// robots.txt as a site and a user meet it.
struct RobotsTests {
  private static func site(_ robots: LocalAnswer) throws -> LocalSite {
    let site = try SavedPage.site(2)
    site.answer("/private/3", .text(SavedPage.html("creature 3")))
    site.answer("/robots.txt", robots)
    return site
  }

  private static let rules = LocalAnswer.text(
    "User-agent: other\r\nDisallow: /\r\n\r\nUser-agent: *\r\nDisallow: /private/\r\n",
    type: "text/plain"
  )

  private static func pages(_ site: LocalSite) -> [String] {
    ["/1", "/private/3", "/2"].map { site.url($0) }
  }

  @Test func `skips a forbidden page and says which rule forbids it`() async throws {
    let site = try Self.site(Self.rules)
    defer { site.stop() }
    let result = await (try Program.start(["fetch", "-q"] + Self.pages(site))).result()
    #expect(result.ending == .exit(0))
    let records = try JSON.lines(result.text)
    #expect(records.compactMap { $0["outcome"]?.text } == ["used", "skipped", "used"])
    let record = try #require(records.dropFirst().first)
    let error = record["error"]
    #expect(error?["kind"] == "robots" && error?["retryable"] == .bool(false))
    let message =
      "robots.txt of \(site.url("")) forbids /private/3 (line 5: Disallow: /private/); "
      + "--robots ignore fetches it anyway"
    #expect(error?["message"]?.text == message)
    #expect(record["attempts"]?.int == 0 && record["status"] == nil && record["timings"] == nil)
    #expect(site.count("/private/3") == 0 && site.robotsRequests.count == 1)
    #expect(result.log.contains("skipped") && result.log.contains(message))
  }

  @Test func `reads the beginning of a file of any size`() async throws {
    let lines = Array(repeating: "# nothing to say, and a lot of it\n", count: 40_000).joined()
    let rules = "User-agent: *\nDisallow: /private/\n"
    let packed = StoredEncoding.gzip(Array((rules + lines).utf8))
    let robots: [LocalAnswer] = [
      .text(rules + lines), .encoded(packed, "gzip"), .endless(after: rules, "# more\n"),
    ]
    for robots in robots {
      let site = try Self.site(robots)
      defer { site.stop() }
      let child = try Program.start(["fetch", "-q", "--max-size", "100k"] + Self.pages(site))
      let records = try JSON.lines(await child.result().text)
      #expect(records.compactMap { $0["outcome"]?.text } == ["used", "skipped", "used"])
      #expect(site.robotsRequests.count == 1)
    }
  }

  @Test func `lists skipped pages in the report and fails for none of them`() async throws {
    let site = try Self.site(Self.rules)
    defer { site.stop() }
    let child = try Program.start(["-qq", "--max-failed", "0"] + Self.pages(site))
    let result = await child.result()
    #expect(result.ending == .exit(0))
    #expect(result.text.contains("2 of 3 pages read"))
    #expect(result.text.contains("robots.txt of"))
  }

  @Test func `has no findings where all is forbidden`() async throws {
    let site = try Self.site(.text("User-agent: Research\nDisallow: /\nUser-agent: *\nAllow: /"))
    defer { site.stop() }
    let result = await (try Program.start(["-qq"] + Self.pages(site))).result()
    #expect(result.ending == .exit(3) && site.requests.isEmpty)
  }

  @Test(arguments: [(["--robots", "ignore"], [:]), ([], ["RESEARCH_ROBOTS": "ignore"])])
  func `asks for all pages and no rules where it is told so`(
    _ options: [String],
    _ variables: [String: String]
  ) async throws {
    let site = try Self.site(Self.rules)
    defer { site.stop() }
    let child = try Program.start(
      ["fetch", "-qq"] + options + Self.pages(site),
      variables: variables
    )
    let records = try JSON.lines(await child.result().text)
    #expect(records.allSatisfy { $0["outcome"] == "used" } && records.count == 3)
    #expect(site.robotsRequests.isEmpty)
  }

  @Test func `refuses what is neither`() async throws {
    let result = try await Program.run("fetch", "--robots", "maybe", Program.samples)
    #expect(result.ending == .exit(64) && result.log.contains("--robots"))
  }

  @Test func `asks with the user agent and headers of the pages`() async throws {
    let site = try Self.site(Self.rules)
    defer { site.stop() }
    let options = ["-A", "mine/1.0", "-H", "X-Key: k"]
    _ = await (try Program.start(["fetch", "-qq"] + options + Self.pages(site))).result()
    let request = try #require(site.robotsRequests.first)
    #expect(request.header("User-Agent") == "mine/1.0" && request.header("X-Key") == "k")
    let plain = try Self.site(Self.rules)
    defer { plain.stop() }
    _ = await (try Program.start(["fetch", "-qq", plain.url("/1")])).result()
    #expect(plain.robotsRequests.first?.header("User-Agent")?.hasPrefix("research/") == true)
  }

  @Test func `follows redirects to the rules, and decodes them`() async throws {
    let site = try Self.site(.redirect("/rules"))
    defer { site.stop() }
    site.answer(
      "/rules",
      .encoded(StoredEncoding.gzip(Array("User-agent: *\nDisallow: /private".utf8)), "gzip")
    )
    let result = await (try Program.start(["fetch", "-qq"] + Self.pages(site))).result()
    let outcomes = try JSON.lines(result.text).compactMap { $0["outcome"]?.text }
    #expect(outcomes == ["used", "skipped", "used"])
  }

  @Test func `takes rules that cannot be read for a no`() async throws {
    let site = try Self.site(.status(503, headers: [("Retry-After", "0")]))
    defer { site.stop() }
    let result = await (try Program.start(["fetch", "-qq"] + Self.pages(site))).result()
    for record in try JSON.lines(result.text) {
      #expect(record["outcome"] == "skipped" && record["error"]?["status"]?.int == 503)
      #expect(record["error"]?["message"]?.text?.contains("answers 503: pages may not") == true)
    }
    #expect(site.requests.isEmpty && site.robotsRequests.count == 3)
  }

  @Test func `tells that robots.txt was the first request where requests are spaced`() async throws
  {
    let site = try Self.site(.text("User-agent: *\nCrawl-delay: 0.01"))
    defer { site.stop() }
    let folder = try Folder()
    let child = try Program.start(["fetch", "-v", site.url("/1"), "--events", folder["events"]])
    let result = await child.result()
    #expect(result.ending == .exit(0) && site.count("/1") == 1)
    #expect(result.log.contains("robots.txt was the first request: \(site.url("/1"))"))
    let waits = try JSON.lines(folder.text("events")).filter {
      $0["event"] == "waiting" && $0["index"] != nil
    }
    #expect(waits.first?["reason"] == "robots" && waits.first?["error"] == nil)
    #expect(waits.first?["index"]?.int == 1 && site.robotsRequests.count == 1)
  }

  @Test func `keeps the option in the header of records`() async throws {
    let folder = try Folder()
    for (options, robots) in [([], "obey"), (["--robots", "ignore"], "ignore")] {
      let file = folder[robots]
      let child = try Program.start(["-qq", Program.samples, "--records", file] + options)
      #expect(await child.result().ending == .exit(0))
      let header = try #require(try JSON.lines(folder.text(robots)).first)
      #expect(header["options"]?["robots"]?.text == robots)
    }
  }
}
