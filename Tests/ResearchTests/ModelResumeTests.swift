import Glibc
import TestSupport
import Testing

/// `--resume` with a model behind an endpoint that counts what it is asked.
struct ModelResumeTests {
  private static func run(
    _ site: LocalSite,
    _ folder: Folder,
    pages: ClosedRange<Int>,
    _ options: [String] = []
  ) throws -> ChildProcess {
    try Program.start(
      pages.map { site.url("/\($0)") }
        + ["--model=stub", "--model-retry=0", "--records", folder["kept"]] + options,
      variables: StubEndpoint.variables(site)
    )
  }

  /// How often the site was asked for summaries of pages.
  private static func pages(_ site: LocalSite) -> Int {
    site.count(StubEndpoint.path) - StubEndpoint.reports(site).count
  }

  @Test func `asks for nothing that is recorded`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 4), try Folder())
    defer { site.stop() }
    let first = await (try Self.run(site, folder, pages: 1...3)).result()
    #expect(Self.pages(site) == 3 && StubEndpoint.reports(site).count == 1)
    let again = await (try Self.run(site, folder, pages: 1...3, ["--resume"])).result()
    #expect(again.ending == .exit(0) && again.output == first.output)
    #expect(Self.pages(site) == 3 && StubEndpoint.reports(site).count == 1)
    // One page more is one call more, and another question to the report's author.
    let more = await (try Self.run(site, folder, pages: 1...4, ["--resume"])).result()
    #expect(more.ending == .exit(0))
    #expect(Self.pages(site) == 4 && StubEndpoint.reports(site).count == 2)
  }

  @Test func `pays again for none of the answers that a killed run has recorded`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 5), try Folder())
    defer { site.stop() }
    site.hold("/5")
    let child = try Self.run(site, folder, pages: 1...5, ["-v", "--events", folder["events"]])
    for page in 1...4 { #expect(await child.wrote("used         \(page)", to: .errors)) }
    child.send(SIGKILL)
    _ = await child.result()
    #expect(Self.pages(site) == 4)
    let recorded = try JSON.lines(folder.text("kept")).count { $0["index"] != nil }
    #expect(recorded == 4)
    site.release("/5")
    let result = await (try Self.run(site, folder, pages: 1...5, ["--resume"])).result()
    #expect(result.ending == .exit(0) && result.text.contains("\n# "))
    #expect(Self.pages(site) == 5 && StubEndpoint.reports(site).count == 1)
  }

  @Test func `asks again for a report that failed, and not for a page`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 2), try Folder())
    defer { site.stop() }
    site.answer(
      StubEndpoint.path,
      StubEndpoint.failing(pages: true, report: true, LocalAnswer.status(500))
    )
    let first = await (try Self.run(site, folder, pages: 1...2)).result()
    #expect(first.text.contains("2 pages were summarised by the built-in summariser"))
    #expect(first.text.contains("gave none: "))
    #expect(Self.pages(site) == 2 && StubEndpoint.reports(site).count == 1)
    site.answer(StubEndpoint.path, StubEndpoint.chat)
    let combined = try await Program.run("combine", "-qq", folder["kept"])
    #expect(combined.output == first.output)
    let again = await (try Self.run(site, folder, pages: 1...2, ["--resume"])).result()
    #expect(again.ending == .exit(0) && !again.text.contains("gave none: "))
    #expect(again.text.contains("2 pages were summarised by the built-in summariser"))
    #expect(Self.pages(site) == 2 && StubEndpoint.reports(site).count == 2)
    // The endpoint is no part of what must be the same, the model is.
    let other = await (try Self.run(site, folder, pages: 1...2, ["--resume", "--model=other"]))
      .result()
    #expect(other.ending == .exit(65) && other.log.contains("--model was \"stub\""))
    let header = try folder.text("kept").prefix { $0 != "\n" }
    #expect(header.contains("\"model\":\"stub\"") && !header.contains("/v1"))
  }
}
