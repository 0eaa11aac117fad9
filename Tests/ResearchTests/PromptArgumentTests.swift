import ResearchCore
import TestSupport
import Testing

@testable import research

struct PromptArgumentTests {
  @Test(
    arguments: [
      ("p.md", .page, "p.md"), ("page=p.md", .page, "p.md"), ("merge=a/b=c.md", .merge, "a/b=c.md"),
      ("./a=b.md", .page, "./a=b.md"), ("report=/x", .report, "/x"), ("ask=x", .ask, "x"),
    ] as [(String, ModelPrompt, String)]
  )
  func `reads a name and a file`(_ text: String, _ prompt: ModelPrompt, _ path: String) {
    let argument = PromptArgument(argument: text)
    #expect(argument?.prompt == prompt && argument?.path == path)
  }

  @Test(arguments: ["", "pages=p.md", "page=", "=p.md", "Page=p.md"])
  func `refuses what names no prompt`(text: String) {
    #expect(PromptArgument(argument: text) == nil)
  }

  @Test(
    arguments: [
      (nil, "there is no such file"), ("Summarise!", "{{{untrusted}}}"),
      ("{{#user}}{{{untrusted}}}", "no Mustache"),
    ] as [(String?, String)]
  )
  func `refuses a wrong file before anything is fetched`(
    _ text: String?,
    _ reason: String
  ) async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    if let text { _ = try folder.write(text.utf8, to: "p.md") }
    for command in ["run", "summarise", "combine"] {
      let input = command == "combine" ? "-" : site.url("/1")
      let result = await
        (try Program.start(
          [command, input, "--model=m", "--prompt", "merge=" + folder["p.md"]],
          variables: StubEndpoint.variables(site)
        )).result()
      #expect(result.ending == .exit(78) && result.output.isEmpty, "\(result.log)")
      #expect(result.log.contains(reason) && result.log.contains("p.md (merge)"), "\(result.log)")
    }
    #expect(site.requests.isEmpty)
  }

  @Test func `asks with the user's prompt, and resumes only with the same`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    let file = try folder.write("Say it for children, {{length}}: {{{untrusted}}}".utf8, to: "p.md")
    let arguments = ["-qq", site.url("/1"), "--model=stub", "--records", folder["kept"]]
    let first = await
      (try Program.start(
        arguments + ["--prompt", file],
        variables: StubEndpoint.variables(site)
      )).result()
    #expect(first.ending == .exit(0))
    let posts = site.requests.filter { $0.path == StubEndpoint.path }
    let body = String(decoding: posts[0].body, as: UTF8.self)
    #expect(body.contains("Say it for children, at most 5 sentences: <untrusted-text-1>"))
    #expect(posts.count == 2 && StubEndpoint.reports(site).count == 1)
    let header = try JSON.lines(folder.text("kept")).first
    #expect(header?["options"]?["prompt"]?["page"]?.text?.count == 64)

    let other = await
      (try Program.start(
        arguments + ["--resume"],
        variables: StubEndpoint.variables(site)
      )).result()
    #expect(other.ending == .exit(65) && other.log.contains("--prompt"), "\(other.log)")
    var variables = StubEndpoint.variables(site)
    variables["RESEARCH_PROMPT"] = file
    let same = await (try Program.start(arguments + ["--resume"], variables: variables)).result()
    #expect(same.ending == .exit(0) && same.output == first.output)
    #expect(site.requests.filter { $0.path == StubEndpoint.path }.count == 2)
  }
}
