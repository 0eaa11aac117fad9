import TestSupport
import Testing

/// Where redirects lead a run of the program, and what its records say of it.
struct RedirectRunTests {
  private func records(_ arguments: String...) async throws -> [JSON] {
    let child = try Program.start(["extract", "-qq", "--retry", "0"] + arguments)
    let result = await child.result()
    #expect(result.ending == .exit(0), "\(result.log)")
    return try JSON.lines(result.text)
  }

  private func kind(_ record: JSON?) -> String? { record?["error"]?["kind"]?.text }

  private static func refresh(to target: String) -> LocalAnswer {
    .text("<html><head><meta http-equiv=refresh content='0; url=\(target)'></head><body></body>")
  }

  @Test func `the final and the canonical address are both told, with the fragment`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    let head = "<link rel=canonical href='/the-one'>"
    let page = SavedPage.html("a page").replacing("<head>", with: "<head>" + head)
    site.answer("/page", .text(page))
    site.answer("/own", .redirect("/page#there"))
    site.answer("/plain", .redirect("/page"))
    let records = try await records(
      site.url("/own"),
      site.url("/plain#typed"),
      site.url("/page#x"),
      site.url("/page")
    )
    #expect(
      records.prefix(3).map { $0["final_url"]?.text }
        == ["/page#there", "/page#typed", "/page#x"].map { site.url($0) }
    )
    #expect(records.prefix(3).allSatisfy { $0["canonical"]?.text == site.url("/the-one") })
    #expect(records[3]["duplicate_of"]?.int == 3)
    #expect(site.requests.allSatisfy { !$0.path.contains("#") })
  }

  @Test func `pages that differ in the fragment alone are one in the report`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/page", .text(SavedPage.html("a page")))
    site.answer("/own", .redirect("/page#there"))
    let folder = try Folder()
    let arguments = [site.url("/own"), site.url("/page"), "--format", "json", "-qq"]
    let child = try Program.start(arguments + ["--records", folder["r"]])
    let report = try JSON(await child.result().text)
    #expect(report["sources"]?.values.count == 1)
  }

  @Test func `a refresh counts as a redirect`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/page", .text(SavedPage.html("a page")))
    site.answer("/refresh", Self.refresh(to: "/page"))
    site.answer("/both", Self.refresh(to: "/redirect"))
    site.answer("/redirect", .redirect("/page"))
    let none = try await records(site.url("/refresh"), "--max-redirects", "0")
    #expect(kind(none.first) == "too_many_redirects")
    #expect(site.count("/page") == 0)
    let one = try await records(site.url("/refresh"), site.url("/both"), "--max-redirects", "1")
    #expect(one.map { $0["outcome"]?.text } == ["used", "failed"])
    #expect(one.map(kind) == [nil, "too_many_redirects"])
    let two = try await records(site.url("/both"), "--max-redirects", "2")
    #expect(two.first?["final_url"]?.text == site.url("/page"))
    #expect(two.first?["attempts"]?.int == 2)
  }

  @Test func `refreshes that go round in circles end`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/a", Self.refresh(to: "/b"))
    site.answer("/b", Self.refresh(to: "/a"))
    let records = try await records(site.url("/a"), site.url("/b"))
    #expect(records.map(kind) == ["empty", "empty"])
    #expect(site.requests.count == 4)
  }

  @Test(arguments: [
    "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://127.0.0.1/",
    "http://", "http://1.2.3.4.5/",
  ])
  func `a refresh to what is no page of the web is not followed`(target: String) async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    let head = "<meta http-equiv=refresh content='0; url=\(target)'>"
    let page = SavedPage.html("a page").replacing("<head>", with: "<head>" + head)
    site.answer("/", .text(page))
    let records = try await records(site.url("/"))
    #expect(records.map { $0["outcome"]?.text } == ["used"])
    #expect(site.requests.count == 1)
  }

  @Test func `nothing leads to a link-local address`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/redirect", .redirect("http://169.254.169.254/latest/meta-data/"))
    site.answer("/refresh", Self.refresh(to: "http://[::ffff:a9fe:a9fe]/"))
    let typed = [
      "http://169.254.169.254/", "http://2852039166/2", "http://0xa9.0xfe.0xa9.0xfe/3",
      "http://0251.0376.0251.0376/4", "http://[fe80::1]/", "http://[fe80::1%25lo]/6",
      "http://[64:ff9b::169.254.169.254]/", "http://[2002:a9fe:a9fe::]/",
      "http://[2001:0:5db8:d822:0:0:5601:5601]/", "http://name.example:80/",
    ]
    let folder = try Folder()
    let list = try folder.write(lines: typed + ["/redirect", "/refresh"].map { site.url($0) })
    let records = try await records(
      list,
      "--allow-private",
      "--resolve",
      "name.example:80:169.254.1.1"
    )
    #expect(records.map(kind) == Array(repeating: "blocked_address", count: 12))
  }

  @Test func `notations of one address are one source and one host`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/", .text(SavedPage.html("a page")))
    let hosts = ["127.0.0.1", "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.01", "127.0.0.1."]
    let folder = try Folder()
    let list = try folder.write(lines: hosts.map { site.url("/", host: $0) })
    let records = try await records(list)
    #expect(
      records.map { $0["outcome"]?.text } == ["used"] + Array(repeating: "duplicate", count: 5)
    )
    #expect(site.requests.count == 1 && site.robotsRequests.count == 1)
  }
}
