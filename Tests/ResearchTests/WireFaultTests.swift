import TestSupport
import Testing

/// What a record says of an answer that broke, and how often it was asked for.
struct WireFaultTests {
  private static func fetch(_ site: LocalSite, _ paths: [String], _ options: [String] = [])
    async throws -> [JSON]
  {
    let words = ["fetch", "-qq", "--robots", "ignore", "--retry", "0"] + options
    let child = try Program.start(words + paths.map { site.url($0) })
    let result = await child.result()
    #expect(result.ending == .exit(0))
    return try JSON.lines(result.text)
  }

  /// A fault, the kind of its error, and what the record still says.
  struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    let answer: LocalAnswer
    let kind: String
    var status: Int?
    var bytes: Int?
    var testDescription: String { path }
  }

  private static let page = Array(SavedPage.html("page").utf8)
  private static let cut = Array(StoredEncoding.gzip(page).dropLast())

  static let faults = [
    Fault(path: "/reset", answer: .reset, kind: "reset"),
    Fault(path: "/closed", answer: .raw(""), kind: "reset"),
    Fault(path: "/reset-in-body", answer: .resetInBody, kind: "reset", status: 200),
    Fault(
      path: "/short",
      answer: .short("some", announced: 9),
      kind: "reset",
      status: 200,
      bytes: 4
    ),
    Fault(path: "/chunks", answer: .brokenChunking, kind: "protocol", status: 200),
    Fault(path: "/old", answer: .raw("no head"), kind: "protocol"),
    Fault(
      path: "/huge",
      answer: .short("some", announced: 99_999_999),
      kind: "too_large",
      status: 200
    ),
    Fault(path: "/endless", answer: .endless, kind: "too_large", status: 200),
    Fault(
      path: "/cut",
      answer: .encoded(cut, "gzip"),
      kind: "decode",
      status: 200,
      bytes: cut.count
    ),
    Fault(path: "/dead", answer: .redirect("http://127.0.0.1:1/"), kind: "connect", status: 302),
    Fault(
      path: "/cloud",
      answer: .redirect("http://169.254.1.1/"),
      kind: "blocked_address",
      status: 302
    ),
    Fault(
      path: "/ftp",
      answer: .redirect("ftp://127.0.0.1/"),
      kind: "unsupported_scheme",
      status: 302
    ),
    Fault(path: "/loop", answer: .redirect("/loop"), kind: "too_many_redirects", status: 302),
    Fault(path: "/204", answer: .raw("HTTP/1.1 204 None\r\n\r\n"), kind: "empty", status: 204),
    Fault(path: "/404", answer: .status(404), kind: "http", status: 404, bytes: 11),
    Fault(
      path: "/404-cut",
      answer: .raw("HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\nabc"),
      kind: "http",
      status: 404,
      bytes: 3
    ),
    Fault(
      path: "/101",
      answer: .raw("HTTP/1.1 101 Other\r\nUpgrade: x\r\n\r\n", then: .waitForEnd),
      kind: "http",
      status: 101
    ),
  ]

  @Test func `keeps all that was known, whatever breaks`() async throws {
    let answers = Dictionary(uniqueKeysWithValues: Self.faults.map { ($0.path, $0.answer) })
    let site = try LocalSite.start(answers)
    defer { site.stop() }
    let records = try await Self.fetch(site, Self.faults.map(\.path))
    #expect(records.count == Self.faults.count)
    for (fault, record) in zip(Self.faults, records) {
      #expect(
        record["outcome"] == "failed" && record["error"]?["kind"]?.text == fault.kind,
        "\(fault.path): \(record)"
      )
      #expect(
        record["status"]?.int == fault.status && record["attempts"]?.int == 1,
        "\(fault.path): \(record)"
      )
      let address = fault.status == nil ? nil : site.url(fault.path)
      #expect(record["final_url"]?.text == address, "\(fault.path): \(record)")
      if let bytes = fault.bytes {
        #expect(record["bytes"]?.int == bytes, "\(fault.path): \(record)")
      }
    }
    // An error page has arrived whole, a broken one has not.
    #expect(records.map { $0["sha256"] != nil }.filter(\.self).count == 2 + 1)
  }

  @Test(arguments: [401, 403, 404, 410, 206, 304, 400, 501, 505, 999])
  func `asks once where a status is final`(status: Int) async throws {
    let site = try LocalSite.start(["/": .status(status, headers: [("Retry-After", "0")])])
    defer { site.stop() }
    let record = try #require(try await Self.fetch(site, ["/"], ["--retry", "2"]).first)
    #expect(record["error"]?["kind"] == "http" && record["error"]?["status"]?.int == status)
    #expect(record["attempts"]?.int == 1 && site.count("/") == 1)
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 529])
  func `asks again where a status may pass`(status: Int) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let refusal = LocalAnswer.status(status, headers: [("Retry-After", "0")])
    site.answer("/always", refusal)
    site.answer("/once", refusal, .text(SavedPage.html("creature")))
    let records = try await Self.fetch(site, ["/always", "/once"], ["--retry", "2"])
    let kind = status == 429 ? "rate_limited" : "http"
    #expect(records.first?["error"]?["kind"]?.text == kind)
    #expect(records.first?["attempts"]?.int == 3 && site.count("/always") == 3)
    #expect(records.last?["outcome"] == "used" && records.last?["attempts"]?.int == 2)
  }

  @Test(arguments: [
    "-5", "soon", "1.5", "", "0x10", "Thu, 01 Jan 1970 00:00:00 GMT",
    "Thursday, 01-Jan-70 00:00:00 GMT", "Thu Jan  1 00:00:00 1970",
  ])
  func `makes the best of an odd Retry-After`(text: String) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    site.answer("/1", .tooManyRequests(retryAfter: text), .text(SavedPage.html("creature")))
    let record = try #require(try await Self.fetch(site, ["/1"], ["--retry", "1"]).first)
    #expect(record["outcome"] == "used" && record["attempts"]?.int == 2)
  }

  @Test(arguments: ["31536000", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
  func `waits no longer than a minute, whatever it is asked`(text: String) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    site.answer("/1", .tooManyRequests(retryAfter: text))
    // On a busy machine the line may be read after minutes, when two retries would be over.
    let child = try Program.start([
      "fetch", "--robots", "ignore", "--retry", "1000", "--log-format", "json", site.url("/1"),
    ])
    let line = await child.line(with: "\"reason\":\"retry\"", in: .errors)
    child.send(2)
    #expect(try JSON(line ?? "")["seconds"]?.seconds == 60)
    let ending = await child.result().ending
    #expect(ending == .exit(130))
  }

  @Test func `asks at once again where a kept connection was closed, and counts one attempt`()
    async throws
  {
    // Each connection bears one answer, and is closed when it is asked for another.
    let once = LocalAnswer { request in
      request.number > 1
        ? [.close] : LocalAnswer.text(SavedPage.html("creature")).steps(request)
    }
    let pages = (1...20).map { "/\($0)" }
    let site = try LocalSite.start(Dictionary(uniqueKeysWithValues: pages.map { ($0, once) }))
    defer { site.stop() }
    let records = try await Self.fetch(site, pages, ["--host-concurrency", "1"])
    #expect(records.count == 20)
    #expect(records.allSatisfy { $0["outcome"] == "used" && $0["attempts"]?.int == 1 })
    #expect(site.statistics.connections == 20)
  }

  @Test func `gets past a wall that sets a cookie and redirects`() async throws {
    let wall = LocalAnswer { request in
      let isIn = request.header("Cookie") == "pass=1"
      let cookie = LocalAnswer.redirect("/wall", headers: [("Set-Cookie", "pass=1")])
      return (isIn ? .text(SavedPage.html("creature")) : cookie).steps(request)
    }
    let site = try LocalSite.start(["/wall": wall])
    defer { site.stop() }
    #expect(try await Self.fetch(site, ["/wall"]).first?["outcome"] == "used")
  }
}
