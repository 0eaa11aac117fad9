import TestSupport
import Testing

/// What the program writes anywhere about names and passwords: nothing.
struct SecrecyTests {
  private static let secret = "Pa55-w0rd"

  /// Lines that hold the secret, whether or not they are addresses.
  private static func lines(_ site: LocalSite) -> [String] {
    let place = "127.0.0.1:\(site.port)"
    return [
      "http://me:\(secret)@\(place)/page", "http://me:\(secret)@\(place)/redirect",
      "http://\(secret)@\(place)/gone", "http://me:\(secret)@127.0.0.1:99999/",
      "http://me:\(secret)@127.0.0.1:1/refused", "file://me:\(secret)@host/etc/passwd",
      "ftp://me:\(secret)@host/", "me:\(secret)@host", "http://me:\(secret)@/",
      "http://me:\(secret)@a b/",
      "http://me:\(secret)@[::1/", "http://me:\(secret)@1.2.3.4.5/", "//me:\(secret)@host/",
      "http://me:\(secret)@169.254.169.254/", "low http://me:\(secret)@host.invalid:0/",
      "http://\(place)/located", "http://\(place)/refreshed", "http://\(place)/gopher",
      "http://\(place)/rubbish",
    ]
  }

  private static func site() throws -> LocalSite {
    let site = try LocalSite.start()
    let here = "me:\(secret)@127.0.0.1:\(site.port)"
    let refresh = "<meta http-equiv=refresh content='0; url=http://\(here)/page?2'>"
    for (path, answer) in [
      ("/page", .text(SavedPage.html("a page"))), ("/page?1", .text(SavedPage.html("one"))),
      ("/page?2", .text(SavedPage.html("two"))), ("/redirect", .redirect("/page")),
      ("/located", .redirect("http://\(here)/page?1")), ("/refreshed", .text(refresh)),
      ("/gopher", .redirect("gopher://\(here)/")),
      ("/rubbish", .redirect("http://me:\(secret)@:0/")),
    ] as [(String, LocalAnswer)] {
      site.answer(path, answer)
    }
    return site
  }

  @Test(arguments: ["auto", "text", "json"])
  func `passwords are used and shown nowhere`(format: String) async throws {
    let site = try Self.site()
    defer { site.stop() }
    let folder = try Folder()
    let list = try folder.write(lines: Self.lines(site))
    let (records, events) = (folder["records.jsonl"], folder["events.jsonl"])
    let result = try await Program.run(
      "run",
      list,
      "-v",
      "--log-format",
      format,
      "--records",
      records,
      "--events",
      events,
      "--retry",
      "0",
      "--format",
      "json"
    )
    #expect(result.ending == .exit(0), "\(result.log)")
    #expect(site.requests.contains { $0.header("Authorization") != nil })
    let outputs = [
      result.text, result.log, try folder.text("records.jsonl"), try folder.text("events.jsonl"),
    ]
    for output in outputs {
      #expect(!output.contains(Self.secret))
      #expect(!output.contains("bWU6"))
    }
    let kinds = try JSON.lines(outputs[2]).sorted { $0["index"]?.int ?? 0 < $1["index"]?.int ?? 0 }
      .filter { $0["index"] != nil }.map { $0["error"]?["kind"]?.text ?? $0["outcome"]?.text }
    #expect(
      kinds == [
        "used", "used", "http", "invalid_url", "connect", "unsupported_scheme",
        "unsupported_scheme",
        "unsupported_scheme", "invalid_url", "invalid_url", "invalid_url", "invalid_url",
        "invalid_url", "blocked_address", "invalid_url", "used", "used", "unsupported_scheme",
        "protocol",
      ]
    )
    let report = await (try Program.start(["combine", records])).result()
    #expect(report.ending == .exit(0) && !report.text.contains(Self.secret))
  }

  @Test(arguments: [
    "http://me:Pa55-w0rd@127.0.0.1:1", "gopher://me:Pa55-w0rd@p/", "http://me:Pa55-w0rd@p:99999",
    "socks5h://me:Pa55-w0rd@127.0.0.1:1", "http://me:Pa55-w0rd@p.invalid.:0",
  ])
  func `a proxy's password is shown nowhere`(proxy: String) async throws {
    let result = try await Program.run(
      "http://a.example/",
      "-v",
      "--retry",
      "0",
      "--proxy",
      proxy,
      "--events",
      "-"
    )
    #expect(result.ending != .exit(0))
    #expect(!result.text.contains(Self.secret) && !result.log.contains(Self.secret))
  }
}
