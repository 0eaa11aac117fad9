import Glibc
import Testing

@testable import ResearchCore

struct LimitedProgramTests {
  private let folder = TemporaryFolder()

  private func tool(_ script: String) throws -> LimitedProgram {
    chmod(folder.write("#!/bin/sh\n\(script)\n", to: "tool"), 0o755)
    return try LimitedProgram("tool", of: "tools", in: ProgramPath("\(folder.path):/usr/bin:/bin"))
  }

  private func run(
    _ script: String,
    _ arguments: [String] = [],
    on input: String = "",
    within limits: LimitedProgram.Limits = LimitedProgram.Limits(output: 1 << 20)
  ) async throws -> (output: String, ending: LimitedProgram.Ending) {
    let (output, ending) = try await tool(script).run(
      arguments,
      on: Array(input.utf8),
      within: limits
    )
    return (String(decoding: output, as: UTF8.self), ending)
  }

  @Test func `feeds and reads a program`() async throws {
    let text = String(repeating: "A line of text.\n", count: 40_000)
    let (output, ending) = try await run(#"echo "$@"; exec cat"#, ["a b", "-c"], on: text)
    #expect(output == "a b -c\n" + text)
    #expect(ending == .exit(0))
  }

  @Test(arguments: [
    ("exit 3", LimitedProgram.Ending.exit(3)), ("kill -TERM $$", .signal(SIGTERM)),
    ("exec cat", .exit(0)),
  ])
  func `says how it ended, whether it reads or not`(
    script: String,
    ending: LimitedProgram.Ending
  ) async throws {
    let input = String(repeating: "x", count: 500_000)
    try await #expect(run(script, on: input).ending == ending)
  }

  @Test func `ends a program that writes too much`() async throws {
    let limits = LimitedProgram.Limits(output: 1_000)
    let (output, ending) = try await run("while :; do echo yes; done", within: limits)
    #expect(ending == .overflow)
    #expect(output.utf8.count > 1_000 && output.utf8.count <= 1_000 + 1 << 16)
  }

  @Test func `ends a program that takes too much time`() async throws {
    let limits = LimitedProgram.Limits(processor: 1, output: 10)
    try await #expect(run("while :; do :; done", within: limits).ending == .signal(SIGXCPU))
  }

  @Test func `limits memory, files and open files`() async throws {
    let script = "ulimit -v; ulimit -n; ulimit -c; ulimit -f; ulimit -t"
    let limits = LimitedProgram.Limits(memory: 1 << 28, processor: 7, output: 1 << 20)
    try await #expect(run(script, within: limits).output == "262144\n16\n0\n2048\n7\n")
  }

  @Test func `gives it no variable of ours, and no descriptor but three`() async throws {
    let variables = try await run("env | grep -v ^_= | grep -v ^PWD= | sort").output
    #expect(variables == "LC_ALL=C\nPATH=/usr/bin:/bin\nTZ=UTC\n")
    let descriptors = try await run("ls /proc/self/fd").output
    // The last is the folder that is listed.
    #expect(descriptors == "0\n1\n2\n3\n")
  }

  @Test func `gives it a group of its own, which the terminal's keys do not reach`() async throws {
    let output = try await run("cut -d ' ' -f 5 /proc/$$/stat; echo $$").output
    let numbers = output.split(separator: "\n")
    #expect(numbers.count == 2 && numbers.first == numbers.last)
    #expect(numbers.first.flatMap { Int32($0) } != getpgrp())
  }

  @Test func `kills a program and its children when the task is cancelled`() async throws {
    mkfifo(folder.file("pipe"), 0o600)
    let pipe = folder.file("pipe")
    let hanging = try tool("exec 3<> \(pipe); sleep 1000 & sleep 1000")
    let isCancelled = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          _ = try await hanging.run([], on: [1], within: LimitedProgram.Limits(output: 10))
          return false
        } catch { return error is CancellationError }
      }
      group.cancelAll()
      return await group.next()
    }
    #expect(isCancelled == true)
  }

  @Test func `leaves no descriptor open`() async throws {
    let tool = try tool("exec cat")
    let limits = LimitedProgram.Limits(output: 10)
    let inputs = [[], [1], [UInt8](repeating: 1, count: 100)]
    let before = Self.descriptors
    for index in 0..<1_200 { _ = try await tool.run([], on: inputs[index % 3], within: limits) }
    // Other tests open hundreds of their own meanwhile.
    #expect(Self.descriptors < before + 1_100)
  }

  @Test(arguments: [("none", "none"), ("sh", "prlimit")])
  func `names what is missing, and its package`(name: String, missing: String) throws {
    let path = ProgramPath("/nowhere:\(folder.path)")
    if name == "sh" { chmod(folder.write("#!/bin/sh\n", to: "sh"), 0o755) }
    let failure = #expect(throws: Failure.self) {
      try LimitedProgram(name, of: "some-package", in: path)
    }
    #expect(failure?.kind == .unsupportedType)
    #expect(failure?.message.contains("the program \(missing), which") == true)
    let package = name == missing ? "some-package" : "util-linux"
    #expect(failure?.message.contains("Debian's package \(package)") == true)
  }

  private static var descriptors: Int {
    (0..<1024).count { fcntl($0, F_GETFD) >= 0 }
  }
}
