import Glibc
import TestSupport
import Testing

/// The program with a model behind an endpoint on this machine.
struct ModelRunTests {
  @Test func `writes a report whose summaries are the model's and marked so`() async throws {
    let site = try StubEndpoint.site(pages: 2)
    defer { site.stop() }
    let result = await
      (try Program.start(
        [site.url("/1"), site.url("/2"), "--model", "stub", "-H", "Cookie: mine"],
        variables: StubEndpoint.variables(site)
      )).result()
    #expect(result.ending == .exit(0))
    for text in [
      "\nsummariser: \"stub\"\n",
      "Page summaries and the summary were written by the model stub. Of 7 sentences ",
      ", as far as signs tell; each is marked so.\n",
      "All say so. [¶](", " [^1] Some say more. *(uncited)* A link says nothing. [¶](",
      " *(unsupported)* [^1]\n",
      "Written on On creature 2. *(uncited)* It holds",
    ] {
      #expect(result.text.contains(text), "\(text)")
    }
    for text in ["evil.test", "<b>"] { #expect(!result.text.contains(text)) }
    #expect(result.log.contains("2 sources, stub summariser"))
    #expect(result.log.contains("3 sentences by stub"))
    let posts = site.requests.filter { $0.path == StubEndpoint.path }
    #expect(posts.count == 3 && StubEndpoint.reports(site).count == 1)
    for post in posts {
      #expect(post.method == "POST" && post.header("Cookie") == nil)
      #expect(post.header("Authorization") == "Bearer \(StubEndpoint.key)")
      #expect(try JSON(String(decoding: post.body, as: UTF8.self))["model"] == "stub")
    }
    #expect(site.requests.filter { $0.path == "/1" }.allSatisfy { $0.header("Cookie") == "mine" })
    #expect(
      site.requests.allSatisfy { $0.path.hasPrefix("/v1/") || $0.header("Authorization") == nil }
    )
  }

  @Test(
    arguments: [
      ([], []), (["--question", "What does it eat?"], []), (["--length", "short"], []),
      ([], ["--format", "json"]), ([], ["--sentences", "1"]), ([], ["--words", "4"]),
      (["--language", "en"], ["--title", "Mine", "--format=json", "--with-text"]),
    ] as [([String], [String])]
  )
  func `gives what its parts give, byte for byte`(
    _ both: [String],
    _ report: [String]
  ) async throws {
    let site = try StubEndpoint.site(pages: 3)
    defer { site.stop() }
    let variables = StubEndpoint.variables(site)
    let pages = (1...3).map { site.url("/\($0)") }
    let shared = ["-qq", "--model", "stub"] + both
    let whole = await (try Program.start(pages + shared + report, variables: variables)).result()
    let parts = try Program.start(["summarise"] + pages + shared, variables: variables)
    let combine = try Program.start(
      ["combine", "-"] + shared + report,
      variables: variables,
      input: .bytes(await parts.result().output)
    )
    let combined = await combine.result()
    #expect(combined.ending == .exit(0) && !combined.output.isEmpty)
    #expect(combined.text == whole.text)
    let requests = StubEndpoint.reports(site).map(\.body)
    #expect(requests.count == 2 && requests.first == requests.last)
  }

  @Test func `keeps the model's words among the records, for combine to use`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 2), try Folder())
    defer { site.stop() }
    let variables = StubEndpoint.variables(site)
    let kept = folder["kept"]
    let run = await
      (try Program.start(
        ["-qq", site.url("/1"), site.url("/2"), "--model=stub", "--records", kept],
        variables: variables
      )).result()
    let lines = try JSON.lines(folder.text("kept"))
    #expect(lines.first?["options"]?["model"] == "stub")
    let note = try #require(lines.last)
    #expect(note.names == ["version", "report"] && note["report"]?["model"] == "stub")
    #expect(note["report"]?["summary"]?.values.count == 3)
    #expect(note["report"]?["usage"]?["prompt_tokens"]?.int == 40)
    let record = try #require(lines.first { $0["index"]?.int == 1 })
    #expect(record["model"] == "stub" && record["usage"]?["completion_tokens"]?.int == 4)
    #expect(record["summary"]?.values.map(\.names) == [["text"], ["text"]])

    let posts = site.count(StubEndpoint.path)
    let combined = try await Program.run("combine", "-qq", kept)
    #expect(combined.ending == .exit(0) && combined.output == run.output)
    let short = try await Program.run("combine", "-qq", kept, "--length=short")
    let two = try await Program.run("combine", "-qq", kept, kept)
    for result in [short, two] {
      #expect(result.ending == .exit(0) && !result.text.contains("All say so"))
      #expect(result.text.contains("\nsummariser: \"stub, built-in\"\n"))
    }
    #expect(site.count(StubEndpoint.path) == posts)
    let anew = await
      (try Program.start(
        ["combine", "-qq", kept, "--model", "other"],
        variables: variables
      )).result()
    #expect(site.count(StubEndpoint.path) == posts + 1)
    #expect(anew.text.contains("the summary by the model other."))
  }

  @Test(arguments: [false, true])
  func `shows the key to nobody but the endpoint`(isRefused: Bool) async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 2), try Folder())
    defer { site.stop() }
    if isRefused { site.answer(StubEndpoint.path, StubEndpoint.refusal) }
    let arguments = [site.url("/1"), site.url("/2"), "--model=stub", "-v"]
    let run = await
      (try Program.start(
        arguments + ["--records", folder["kept"], "--events", folder["events"]],
        variables: StubEndpoint.variables(site)
      )).result()
    #expect(run.ending == .exit(0))
    let json = await
      (try Program.start(
        arguments + ["--format=json", "--log-format=json", "--statistics"],
        variables: StubEndpoint.variables(site)
      )).result()
    let texts = [run.text, run.log, json.text, json.log]
    for text in try texts + [folder.text("kept"), folder.text("events")] {
      #expect(!text.isEmpty && !text.contains(StubEndpoint.key))
      #expect(isRefused == text.contains("Incorrect API key"))
    }
    #expect(
      site.requests.contains { $0.header("Authorization")?.contains(StubEndpoint.key) == true }
    )
  }

  @Test func `a page whose call fails is summarised by the built-in, and all say why`()
    async throws
  {
    let site = try StubEndpoint.site(pages: 2)
    defer { site.stop() }
    site.answer(
      StubEndpoint.path,
      LocalAnswer { request in
        let isSecond = String(decoding: request.body, as: UTF8.self).contains("creature 2")
        return (isSecond ? LocalAnswer.status(500) : StubEndpoint.chat).steps(request)
      }
    )
    let (pages, variables) = ([site.url("/1"), site.url("/2")], StubEndpoint.variables(site))
    let run = await
      (try Program.start(
        ["-q", "--model=stub", "--model-retry=0", "--max-failed=0"] + pages,
        variables: variables
      )).result()
    #expect(run.ending == .exit(0))
    #expect(
      run.text.contains(
        "1 page was summarised by the built-in summariser, because the model was not to be had: "
          + "the model at http\\://"
      )
    )
    #expect(
      run.log.contains("degraded       the built-in summariser does what the model does not")
    )
    let records = await
      (try Program.start(
        ["summarise", "-qq", "--model=stub", "--model-retry=0"] + pages,
        variables: variables
      )).result()
    let failed = try #require(try JSON.lines(records.text).last)
    #expect(failed["outcome"] == "used" && failed["model_error"]?["kind"] == "model")
    #expect(failed["error"] == nil && failed["model"] == nil)
    #expect(failed["summary"]?.values.first?["start"] != nil)
  }

  @Test func `where the call for the report fails the built-in summary stands`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 2), try Folder())
    defer { site.stop() }
    site.answer(
      StubEndpoint.path,
      StubEndpoint.failing(pages: false, report: true, StubEndpoint.refusal)
    )
    let run = await
      (try Program.start(
        ["-q", site.url("/1"), site.url("/2"), "--model=stub", "--records", folder["kept"]],
        variables: StubEndpoint.variables(site)
      )).result()
    #expect(run.ending == .exit(0))
    #expect(
      run.text.contains(
        "The built-in summary stands, because the model stub gave none: the model at "
      )
    )
    #expect(run.text.contains("(is OPENAI\\_API\\_KEY right?)") && run.text.contains("[^1]"))
    #expect(run.log.contains("authored") && run.log.contains("Incorrect API key"))
    let note = try #require(try JSON.lines(folder.text("kept")).last)
    #expect(note["report"]?["error"]?["kind"] == "model" && note["report"]?["summary"] == nil)
    let combined = try await Program.run("combine", "-qq", folder["kept"])
    #expect(combined.output == run.output)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `asks no model for the report of a run that was cut short`(_ signal: Int32) async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 3), try Folder())
    defer { site.stop() }
    site.hold("/2")
    let child = try Program.start(
      (1...3).map { site.url("/\($0)") } + [
        "--model=stub", "-j", "1", "--drain-timeout=1h", "--records", folder["kept"],
      ],
      variables: StubEndpoint.variables(site)
    )
    await site.arrived("/2")
    child.send(signal)
    #expect(await child.wrote("draining", to: .errors))
    site.release("/2")
    let result = await child.result()
    #expect(result.ending == .exit(128 + signal))
    #expect(result.text.contains("gave none: the run was ended before it was asked"))
    #expect(site.count(StubEndpoint.path) == 2 && StubEndpoint.reports(site).isEmpty)
    let combined = try await Program.run("combine", "-qq", folder["kept"])
    #expect(combined.output == result.output)
  }

  @Test func `gives up the call for the report at a second signal`() async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    let stall = LocalAnswer { _ in [.pause(milliseconds: .max)] }
    site.answer(StubEndpoint.path, StubEndpoint.failing(pages: false, report: true, stall))
    let child = try Program.start(
      [site.url("/1"), "--model=stub", "--model-timeout=1h", "--drain-timeout=1h"],
      variables: StubEndpoint.variables(site)
    )
    await site.arrived(StubEndpoint.path, count: 2)
    child.send(SIGINT)
    #expect(await child.wrote("draining", to: .errors))
    child.send(SIGINT)
    let result = await child.result()
    #expect(result.ending == .exit(130))
    #expect(result.text.contains("gave none: the run was ended before its answer came"))
    #expect(result.text.contains("Written on On creature 1."))
  }

  @Test func `asks at most so many times at once`() async throws {
    let site = try StubEndpoint.site(pages: 5)
    defer { site.stop() }
    site.hold(StubEndpoint.path)
    let child = try Program.start(
      ["summarise"] + (1...5).map { site.url("/\($0)") }
        + ["--model=stub", "--summary-concurrency=2"],
      variables: StubEndpoint.variables(site)
    )
    await site.arrived(StubEndpoint.path, count: 2)
    for page in 1...5 { #expect(await child.wrote("extracted    \(page)", to: .errors)) }
    #expect(site.count(StubEndpoint.path) == 2)
    site.release(StubEndpoint.path)
    #expect(await child.result().ending == .exit(0))
    #expect(site.count(StubEndpoint.path) == 5)
  }
}
