import ArgumentParser
import Glibc
import TestSupport
import Testing

@testable import ResearchCore
@testable import research

struct KeyFileTests {
  @Test(arguments: ["sk-1", "sk-1\n", " \tsk-1 \r\nsecond", "sk-1\n\n\n", "\u{FEFF}sk-1\n"])
  func `takes the first line without blanks`(text: String) throws {
    let folder = try Folder()
    let path = try folder.write(lines: [text])
    #expect(try KeyFile.key(at: path) == "sk-1")
  }

  @Test func `ends before anything where there is no key to be read`() async throws {
    let (site, folder) = (try StubEndpoint.site(pages: 1), try Folder())
    defer { site.stop() }
    let empty = try folder.write(lines: ["", StubEndpoint.key])
    for path in [empty, folder["missing"], "/"] {
      let result = await
        (try Program.start(
          [site.url("/1"), "--model=m", "--key-file", path],
          variables: StubEndpoint.variables(site)
        )).result()
      #expect(result.ending == .exit(66) && result.output.isEmpty)
      #expect(result.log.contains("the key cannot be read from \(path)"))
      #expect(!result.log.contains(StubEndpoint.key))
    }
    #expect(site.requests.isEmpty)
  }

  @Test(arguments: ["run", "summarise", "combine", "ask"])
  func `ends at the first signal while it waits for a pipe's writer`(_ command: String) async throws
  {
    let folder = try Folder()
    mkfifo(folder["key"], 0o600)
    let page = try folder.write(lines: ["x"])
    let inputs = command == "ask" ? [command, "What?", page] : [command, page]
    let child = try Program.start(inputs + ["--model=m", "--key-file", folder["key"]])
    // It opens the pipe once the program does; what it then waits for is the key.
    let writer = try ChildProcess(
      "/bin/sh",
      ["-c", "exec 3>\"$0\"; echo open; read x", folder["key"]],
      input: .open
    )
    #expect(await writer.wrote("open", to: .output))
    child.send(SIGINT)
    #expect(await child.result().ending == .exit(130))
    writer.closeInput()
  }

  @Test func `wins over the variable`() throws {
    let folder = try Folder()
    let path = try folder.write(lines: ["sk-file"])
    var configuration = Configuration()
    let options = try ModelOptions.parse(["--model", "m", "--key-file", path])
    try configuration.use(options, ProcessVariables(["OPENAI_API_KEY": "sk-variable"]))
    #expect(configuration.summarising.key == Secret("sk-file"))
  }
}
