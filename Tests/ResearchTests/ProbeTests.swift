import Glibc
import TestSupport
import Testing

/// The model is tried before anything else is done.
struct ProbeTests {
  private static let list = "/v1/models"

  private func run(
    _ site: LocalSite,
    _ arguments: [String],
    variables: [String: String] = [:]
  ) async throws -> ChildProcess.Result {
    await
      (try Program.start(
        arguments,
        variables: StubEndpoint.variables(site).merging(variables) { $1 }
      )).result()
  }

  @Test(arguments: [401, 403])
  func `reads and writes nothing where the key is refused`(status: Int) async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 2), try Folder())
    defer { site.stop() }
    let refusal = #"{"error":{"message":"Incorrect API key provided: \#(StubEndpoint.key)"}}"#
    site.answer(Self.list, .text(refusal, status: status, type: "application/json"))
    let result = try await run(
      site,
      [
        site.url("/1"), "--model=stub", "-o", folder["report.md"], "--records", folder["kept"],
        "--events", folder["events"],
      ]
    )
    #expect(result.ending == .exit(1) && site.requests.map(\.path) == [Self.list])
    let told = result.text + result.log
    #expect(told.contains("research: the model at \(site.url("/v1")) refuses the key\n"))
    #expect(told.contains("\n  Why   Incorrect API key provided: …\n  Try   "))
    #expect(told.hasSuffix("No page was read. Nothing was written.\n"))
    #expect(!told.contains(StubEndpoint.key))
    for name in ["report.md", "kept"] { #expect(access(folder[name], F_OK) != 0) }
  }

  @Test(arguments: ["run", "summarise", "combine"])
  func `says who does not answer, and what to do`(command: String) async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    let input =
      command == "combine" ? try folder.write(lines: [#"{"version":1}"#]) : site.url("/1")
    let variables = ["OPENAI_BASE_URL": "http://127.0.0.1:1/v1"]
    let result = try await run(site, [command, input, "--model=m"], variables: variables)
    #expect(result.ending == .exit(1) && result.output.isEmpty && site.requests.isEmpty)
    #expect(result.log.contains("the model at http://127.0.0.1:1/v1 does not answer\n  Why   "))
    #expect(result.log.contains("\n  Or    leave out --model"))
  }

  @Test func `warns of a model that is not listed, and goes on`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    site.answer(Self.list, .text(#"{"data":[{"id":"other"}]}"#, type: "application/json"))
    let result = try await run(
      site,
      [site.url("/1"), "--model=stub", "--events", folder["events"]]
    )
    #expect(result.ending == .exit(0) && site.count(Self.list) == 1)
    #expect(result.log.contains("does not list stub, but other (is --model right?)"))
    let events = try JSON.lines(folder.text("events"))
    #expect(events.contains { $0["event"] == "warned" && $0["reason"]?.text != nil })
    #expect(events.first?["event"] == "started")
  }

  @Test func `warns of a key that may list no models, and asks with it`() async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    let refusal = #"{"error":{"message":"Missing scopes: api.model.read"}}"#
    site.answer(Self.list, .text(refusal, status: 403, type: "application/json"))
    let result = try await run(site, [site.url("/1"), "--model=stub"])
    #expect(result.ending == .exit(0) && site.count(StubEndpoint.path) == 2)
    #expect(result.log.contains("does not list its models for this key: Missing scopes: api.model"))
  }

  @Test func `takes no redirect, and sends the key nowhere else`() async throws {
    let (site, other) = (try StubEndpoint.site(pages: 1), try LocalSite.start(host: "127.0.0.2"))
    defer {
      site.stop()
      other.stop()
    }
    site.answer(Self.list, .redirect(other.url("/v1/models")))
    let result = try await run(site, [site.url("/1"), "--model=stub"])
    #expect(result.ending == .exit(1) && other.requests.isEmpty && site.requests.count == 1)
    #expect(
      result.log.contains("research: the model is not at \(site.url("/v1"))\n  Why   it sends")
    )
    site.answer(Self.list, .status(404))
    site.answer(StubEndpoint.path, .redirect(other.url(StubEndpoint.path)))
    _ = try await run(site, [site.url("/1"), "--model=stub"])
    #expect(other.requests.isEmpty)
  }

  @Test func `ends at once by a signal`() async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    site.hold(Self.list)
    let child = try Program.start(
      // However long the test has to wait for its turn.
      [site.url("/1"), "--model=stub", "--connect-timeout=1h", "--model-timeout=1h"],
      variables: StubEndpoint.variables(site)
    )
    await site.arrived(Self.list)
    child.send(SIGTERM)
    let result = await child.result()
    #expect(result.ending == .exit(143), "\(result.ending) \(result.log)")
    #expect(site.requests.map(\.path) == [Self.list])
  }

  @Test func `makes no further call where the first one is refused`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 6), try Folder())
    defer { site.stop() }
    site.answer(StubEndpoint.path, StubEndpoint.refusal)
    let pages = (1...6).map { site.url("/\($0)") }
    let result = try await run(
      site,
      pages + ["--model=stub", "--summary-concurrency=1", "--records", folder["kept"]]
    )
    #expect(site.count(StubEndpoint.path) == 1)
    let told = result.text + result.log + (try folder.text("kept"))
    #expect(told.contains("the model is not asked any more") && !told.contains(StubEndpoint.key))
  }
}
