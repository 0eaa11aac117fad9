import FlowControl
import TestSupport
import Testing

/// The limits of the model's calls, as the endpoint sees them.
struct ModelLimitsTests {
  private func run(
    _ site: LocalSite,
    _ command: String = "run",
    _ options: String...
  ) async throws -> ChildProcess.Result {
    let pages = (1...3).map { site.url("/\($0)") }
    let child = try Program.start(
      [command, "-q", "--model=stub"] + options + pages,
      variables: StubEndpoint.variables(site)
    )
    return await child.result()
  }

  @Test func `asks no sooner than --rpm lets it, the report's call too`() async throws {
    let site = try StubEndpoint.site(pages: 3)
    defer { site.stop() }
    #expect(try await run(site, "run", "--rpm=240").ending == .exit(0))
    let calls = site.requests.filter { $0.path == StubEndpoint.path }.map(\.arrival)
    #expect(calls.count == 4)
    // No call departs before the first page was asked for, nor arrives before it departs.
    let start = try #require(site.requests.first?.arrival)
    for (number, arrival) in calls.sorted().enumerated() {
      #expect(arrival - start >= .milliseconds(250) * number)
    }
  }

  @Test func `fails a call above --tpm before it is made, and names the option`() async throws {
    let site = try StubEndpoint.site(pages: 3)
    defer { site.stop() }
    let result = try await run(site, "run", "--tpm=100")
    #expect(result.ending == .exit(0) && site.count(StubEndpoint.path) == 0)
    #expect(result.text.contains("3 pages were summarised by the built-in summariser"))
    #expect(result.log.contains("--tpm 100"))
  }

  @Test(arguments: ["run", "summarise"])
  func `tries a call again that failed in passing`(command: String) async throws {
    let site = try StubEndpoint.site(pages: 3)
    defer { site.stop() }
    let failures = Locked(0)
    site.answer(
      StubEndpoint.path,
      LocalAnswer { request in
        let isFailure = failures.withLock { count in
          count += 1
          return count <= 4
        }
        let failure = LocalAnswer.status(500, headers: [("retry-after-ms", "0")])
        return (isFailure ? failure : StubEndpoint.chat).steps(request)
      }
    )
    let result = try await run(site, command, "--model-retry=4")
    #expect(result.ending == .exit(0) && !result.log.contains("failed"))
    #expect(site.count(StubEndpoint.path) == (command == "run" ? 8 : 7))
  }

  @Test func `counts each call that was made, and all tokens`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    let isFirst = Locked(true)
    site.answer(
      StubEndpoint.path,
      LocalAnswer { request in
        let fails = isFirst.withLock { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        let failure = LocalAnswer.status(500, headers: [("retry-after-ms", "0")])
        return (fails ? failure : StubEndpoint.chat).steps(request)
      }
    )
    let child = try Program.start(
      ["-v", site.url("/1"), "--model=stub", "--price=1/10", "--events", folder["events"]],
      variables: StubEndpoint.variables(site)
    )
    let result = await child.result()
    #expect(site.count(StubEndpoint.path) == 3)
    #expect(result.log.contains("3 model calls, 80 + 8 tokens, cost 0.0002"))
    let events = try JSON.lines(folder.text("events"))
    let waits = events.filter { $0["event"] == "waiting" && $0["model"] == "stub" }
    #expect(waits.count == 1 && waits.first?["reason"] == "retry")
    #expect(result.log.contains("waiting") && result.log.contains(", try 2 in 0 "))
    let statistics = events.last?["statistics"]
    #expect(statistics?["model_calls"]?.int == 3 && statistics?["prompt_tokens"]?.int == 80)
  }

  @Test func `gives a call up after --model-retry, given as a variable too`() async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    site.answer(StubEndpoint.path, .status(500, headers: [("Retry-After", "0")]))
    let variables = StubEndpoint.variables(site)
    let child = try Program.start(
      ["-q", site.url("/1"), "--model=stub"],
      variables: variables.merging(["RESEARCH_MODEL_RETRY": "2"]) { $1 }
    )
    #expect(await child.result().ending == .exit(0))
    // Once for the page and once for the report, each tried again twice.
    #expect(site.count(StubEndpoint.path) == 6)
  }

  @Test func `does not try again where the quota is used up`() async throws {
    let site = try StubEndpoint.site(pages: 3)
    defer { site.stop() }
    let body = #"{"error":{"message":"Pay first.","type":"insufficient_quota"}}"#
    site.answer(StubEndpoint.path, .text(body, status: 429, type: "application/json"))
    let result = try await run(site, "run")
    #expect(result.ending == .exit(0) && (1...4).contains(site.count(StubEndpoint.path)))
    #expect(result.log.contains("Pay first.") && result.log.contains("quota"))
  }
}
