import TestSupport
import Testing

struct ResearchTests {
  private static let commands = ["run", "fetch", "extract", "summarise", "combine"]

  @Test func `tells its version`() async throws {
    for arguments in [["--version"], ["fetch", "--version"]] {
      let result = await (try Program.start(arguments)).result()
      #expect(result.ending == .exit(0) && result.text == "research 0.1.0\n")
    }
  }

  @Test func `tells its commands and how to begin`() async throws {
    for arguments in [["--help"], ["-h"], ["help"]] {
      let result = await (try Program.start(arguments)).result()
      #expect(result.ending == .exit(0) && result.errors.isEmpty)
      for command in Self.commands + ["exercise"] { #expect(result.text.contains("  \(command)")) }
      #expect(result.text.contains("\n  research urls.txt > report.md\n"))
    }
  }

  @Test(arguments: commands + ["exercise"])
  func `explains a command with examples and defaults`(_ command: String) async throws {
    let result = try await Program.run(command, "--help")
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.contains("\n  research "))
    #expect(result.text.contains("default: "))
    #expect(result.text.contains("Exit codes: 0 written;"))
    #expect(result.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try await Program.run("help", command).output == result.output)
  }

  @Test func `refuses help on a command that there is not`() async throws {
    let result = try await Program.run("help", "nosuch")
    #expect(result.ending == .exit(64) && result.output.isEmpty)
    #expect(result.log.contains("there is no command 'nosuch'"))
    #expect(try await Program.run("help", "summarize").ending == .exit(0))
  }

  @Test(arguments: ["--citations", "--config"])
  func `does not know what it cannot do yet`(_ option: String) async throws {
    let result = try await Program.run(option, Program.samples)
    #expect(result.ending == .exit(64) && result.log.contains(option))
    #expect(!(try await Program.run("run", "--help").text.contains("\(option) ")))
  }

  @Test(arguments: [[], ["-q"]] + commands.map { [$0] })
  func `never waits in silence for a terminal`(_ arguments: [String]) async throws {
    let words = ([Program.path] + arguments).joined(separator: " ")
    // Both of the program's ends are a terminal that script(1) makes.
    let child = try ChildProcess("/usr/bin/script", ["-qec", words, "/dev/null"])
    let result = await child.result()
    #expect(result.ending == .exit(64))
    #expect(result.text.contains("no input was named. For example:\r\n  research "))
  }
}
