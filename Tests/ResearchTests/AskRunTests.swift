import Glibc
import TestSupport
import Testing

/// `research ask` with a model behind an endpoint on this machine.
struct AskRunTests {
  /// Page `/1` links to `/2`, page `/2` to `/3`; the endpoint follows `script`.
  private static func site(
    _ script: @escaping @Sendable (LocalSite, Int) -> ToolEndpoint.Turn
  ) throws -> LocalSite {
    let site = try LocalSite.start()
    for number in 1...3 {
      let link = """
        <p>There is <a href="/\(number + 1)">another page</a> about the next creature, which \
        everybody should have read by now.</p></article>
        """
      let page = SavedPage.html("creature \(number)").replacing("</article>", with: link)
      site.answer("/\(number)", .text(page))
    }
    site.answer(StubEndpoint.path, ToolEndpoint.answer { [unowned site] in script(site, $0) })
    return site
  }

  private static func ask(
    _ site: LocalSite,
    _ arguments: [String],
    question: String = "What does a creature eat?"
  ) throws -> ChildProcess {
    try Program.start(
      ["ask", question] + arguments + ["--model", "stub"],
      variables: StubEndpoint.variables(site)
    )
  }

  private static func fetch(_ site: LocalSite, _ path: String) -> (name: String, arguments: String)
  {
    ("fetch", #"{"url":"\#(site.url(path))"}"#)
  }

  @Test func `finds its way by links, and writes a report that can be verified`() async throws {
    let site = try Self.site { site, turn in
      switch turn {
      case 1: .calls([Self.fetch(site, "/2"), ("search", #"{"query":"bread"}"#)])
      case 2: .calls([Self.fetch(site, "/3")])
      default: .text("The children brought bread and apples [1][99]. <b>All</b> say so.")
      }
    }
    defer { site.stop() }
    let folder = try Folder()
    let report = folder["report.md"]
    let kept = folder["kept"]
    let child = try Self.ask(
      site,
      [site.url("/1"), "-o", report, "--records", kept, "--events", folder["events"]]
    )
    let result = await child.result()
    #expect(result.ending == .exit(0))
    let text = try folder.text("report.md")
    #expect(text.contains("The children brought bread and apples."))
    #expect(text.contains("in 3 steps with 3 tool calls."))
    #expect(!text.contains("<b>") && !text.contains("99]"))
    let records = try JSON.lines(folder.text("kept"))
    #expect(records.compactMap { $0["index"]?.int }.sorted() == [1, 2, 3])
    #expect(records.last?["report"]?["agent"]?["steps"]?.int == 3)
    #expect(ToolEndpoint.turns(site).count == 3)
    #expect((1...3).map { site.count("/\($0)") } == [1, 1, 1])
    for line in ["asked", "step 1: 2 tool calls by stub", "fetch ", "answered"] {
      #expect(result.text.contains(line), "\(line)")
    }
    let events = try JSON.lines(folder.text("events"))
    #expect(events.compactMap { $0["id"]?.int } == Array(1...events.count))
    let tools = events.filter { $0["event"] == "tool" }
    #expect(tools.map { $0["tool"]?.text } == ["fetch", "search", "fetch"])
    #expect(events.count { $0["event"] == "asked" } == 3)

    let verified = try await Program.run("verify", report, "--records", kept)
    #expect(verified.ending == .exit(0), "\(verified.text) \(verified.log)")
    let combined = try await Program.run(
      "combine",
      "-qq",
      kept,
      "--question",
      "What does a creature eat?"
    )
    #expect(combined.text == text)
  }

  @Test func `addresses in the question are sources, and json and html are forms`() async throws {
    let site = try Self.site { _, _ in .text("It eats bread [1].") }
    defer { site.stop() }
    for form in ["json", "html"] {
      let result = await
        (try Self.ask(
          site,
          ["--format", form, "-qq"],
          question: "What does it eat (\(site.url("/1")))?"
        )).result()
      #expect(result.ending == .exit(0) && result.text.contains("It eats bread."))
    }
    #expect(site.count("/1") == 2)
  }

  @Test func `an address that no page links to is not asked for`() async throws {
    let site = try Self.site { site, turn in
      turn == 1
        ? .calls([Self.fetch(site, "/3"), Self.fetch(site, "/2?stolen=words")])
        : .text("It eats bread [1].")
    }
    defer { site.stop() }
    let result = await (try Self.ask(site, [site.url("/1")])).result()
    #expect(result.ending == .exit(0) && site.count("/3") == 0)
    #expect(result.log.contains("stands as a link in no source"))
    #expect(!site.requests.contains { $0.path.contains("stolen") })
  }

  @Test func `no public page leads to a private address`() async throws {
    let site = try Self.site { site, turn in
      turn == 1
        ? .calls([("fetch", #"{"url":"http://127.0.0.1:\#(site.port)/2"}"#)])
        : .text("It eats bread [1].")
    }
    defer { site.stop() }
    site.answer(
      "/public",
      .text(
        SavedPage.html("creature").replacing(
          "</article>",
          with: "<p>There is <a href=\"\(site.url("/2"))\">a secret page</a> here, "
            + "as everybody knows by now who has read it.</p></article>"
        )
      )
    )
    let result = await
      (try Self.ask(
        site,
        [
          "http://public.test:\(site.port)/public", "--resolve",
          "public.test:\(site.port):127.0.0.1",
        ]
      )).result()
    #expect(result.ending == .exit(0) && site.count("/2") == 0)
    #expect(result.log.contains("blocked_address"))
    let allowed = await
      (try Self.ask(
        site,
        [
          "http://public.test:\(site.port)/public", "--resolve",
          "public.test:\(site.port):127.0.0.1", "--allow-private",
        ]
      )).result()
    #expect(allowed.ending == .exit(0) && site.count("/2") == 1)
  }

  @Test func `two sources that end at one address are one, which the answer may cite`() async throws
  {
    let site = try Self.site { site, turn in
      switch turn {
      case 1: .calls([Self.fetch(site, "/b"), Self.fetch(site, "/c")])
      case 2: .calls([("read", #"{"source":3}"#), ("sources", "{}")])
      default: .text("The children brought bread and apples [1].")
      }
    }
    defer { site.stop() }
    let links = "<p>See <a href=\"/b\">one page</a> and <a href=\"/c\">another page</a> there.</p>"
    let page = SavedPage.html("creature 1").replacing("</article>", with: links + "</article>")
    site.answer("/1", .text(page))
    for path in ["/b", "/c"] { site.answer(path, .redirect("/2")) }
    let result = await (try Self.ask(site, [site.url("/1")])).result()
    #expect(result.ending == .exit(0))
    let told = try #require(ToolEndpoint.turns(site).last)
    #expect(told.contains("It is source 2") && !told.contains("It is source 3"))
    #expect(told.contains("Source 3 is the same as source 2. Read that."))
    #expect(told.contains("There are 2 sources with a text."))
  }

  @Test func `secrets of a typed site go to no other`() async throws {
    let other = try LocalSite.start(
      host: "127.0.0.2",
      ["/there": .text(SavedPage.html("other creature"))]
    )
    defer { other.stop() }
    let site = try Self.site { site, turn in
      turn == 1
        ? .calls([("fetch", #"{"url":"\#(other.url("/there"))"}"#), Self.fetch(site, "/2")])
        : .text("It eats bread [1].")
    }
    defer { site.stop() }
    let page = SavedPage.html("creature 1").replacing(
      "</article>",
      with: "<p>See <a href=\"\(other.url("/there"))\">another page</a> and "
        + "<a href=\"/2\">the next one</a> about it, as all should.</p></article>"
    )
    site.answer("/1", .text(page))
    let result = await (try Self.ask(site, [site.url("/1"), "-H", "Cookie: mine"])).result()
    #expect(result.ending == .exit(0))
    #expect(other.requests.map { $0.header("Cookie") } == [nil])
    #expect(site.requests.filter { $0.path == "/2" }.map { $0.header("Cookie") } == ["mine"])
  }

  @Test func `ends at the most steps, and with --sync does one thing at a time`() async throws {
    let site = try Self.site { site, turn in
      turn > 0
        ? .calls([Self.fetch(site, "/2"), ("search", #"{"query":"house \#(turn)"}"#)])
        : .text("It eats bread [1].")
    }
    defer { site.stop() }
    let result = await (try Self.ask(site, [site.url("/1"), "--max-steps", "2", "--sync"])).result()
    #expect(result.ending == .exit(0) && ToolEndpoint.turns(site).count == 3)
    #expect(result.text.contains("it was cut short by \\--max-steps"))
    #expect(site.statistics.mostInFlight == 1)
  }

  @Test func `a signal and a deadline end it with a report`() async throws {
    for isDeadline in [true, false] {
      let site = try Self.site { _, _ in .text("Never said.") }
      defer { site.stop() }
      site.hold(StubEndpoint.path)
      let child = try Self.ask(
        site,
        [site.url("/1"), "--drain-timeout", "100ms"] + (isDeadline ? ["--deadline", "3s"] : [])
      )
      if !isDeadline {
        await site.arrived(StubEndpoint.path)
        child.send(SIGTERM)
      }
      let result = await child.result()
      #expect(result.ending == .exit(isDeadline ? 2 : 143))
      #expect(result.text.contains("# What does a creature eat?"))
      // On a busy machine the deadline comes before the page, and so before the model is asked.
      #expect(isDeadline || result.text.contains("The built-in summary stands"))
    }
  }

  @Test(
    arguments: [
      (["ask", "What?", "http://127.0.0.1:1/"], "ask needs a model"),
      (["ask", "What?", "--model", "m"], "names a source"),
      (["ask", " ", "http://127.0.0.1:1/", "--model", "m"], "the question is empty"),
      (["ask", "What?", "http://a.test/", "--model", "m", "--max-steps", "0"], "--max-steps must"),
    ]
  )
  func `says what is missing`(_ arguments: [String], _ message: String) async throws {
    let result = await (try Program.start(arguments)).result()
    #expect(result.ending == .exit(64) && result.log.contains(message))
  }
}
