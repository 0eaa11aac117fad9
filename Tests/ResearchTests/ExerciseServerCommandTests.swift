import Fetching
import Glibc
import TestSupport
import Testing

@testable import research

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseServerCommandTests {
  @Test func `says its port, serves, and ends with its input`() async throws {
    let child = try ChildProgram.start(["exercise-server"], of: Program.path)
    let port = try #require(try await child.line())
    var configuration = FetchConfiguration()
    configuration.timeout = .seconds(3_600)
    let fetcher = try CurlFetcher(configuration)
    let address = try WebAddress("http://127.0.0.1:\(port)/healthz")
    let page = try await fetcher.fetch(FetchRequest(address: address))
    await fetcher.close()
    #expect(page.status == 200)
    child.close()
    let result = try await child.result()
    #expect(result.status == 0)
    #expect(result.output == Array("\(port)\n".utf8))
  }

  @Test func `ends when its parent is killed`() async throws {
    let folder = try Folder()
    let script = """
      mkfifo "$2"; "$1" exercise-server < "$2" & exec 3> "$2"; echo started; read line
      """
    let parent = try ChildProcess(
      "/bin/sh",
      ["-c", script, "sh", Program.path, folder["pipe"]],
      environment: ["PATH": "/usr/bin:/bin"],
      input: .open
    )
    #expect(await parent.wrote("started\n", to: .output))
    #expect(parent.id > 0)
    parent.send(SIGKILL)
    // The server writes to the same pipe, which is open for as long as it runs.
    let result = await parent.result()
    #expect(result.ending == .signal(SIGKILL))
  }

  @Test func `is not in the help`() async throws {
    try await #expect(!Program.run("--help").text.contains("exercise-server"))
  }
}
