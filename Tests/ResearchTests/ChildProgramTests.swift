import FoundationEssentials
import Glibc
import ResearchCore
import TestSupport
import Testing

@testable import research

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ChildProgramTests {
  @Test func `tells what a program wrote and what it took`() async throws {
    let child = try ChildProgram.start(["--version"], of: Program.path)
    try await #expect(child.line() == "research 0.1.0")
    let result = try await child.result()
    #expect(result.output == Array("research 0.1.0\n".utf8))
    #expect(result.status == 0 && result.signal == nil)
    #expect(result.maxRSS > 1 << 20 && result.cpu > 0)
    try await #expect(child.result() == result)
  }

  @Test func `passes arguments on as they are`() async throws {
    let script = #"printf '%s|' "$@"; exit 7"#
    let child = try ChildProgram.start(["-c", script, "sh", "a b", "", "*"], of: "/bin/sh")
    let result = try await child.result()
    #expect(String(decoding: result.output, as: UTF8.self) == "a b||*|")
    #expect(result.status == 7)
    try await #expect(child.line() == nil)
  }

  @Test func `gives the first line while the program goes on, and ends its input`() async throws {
    let child = try ChildProgram.start(["-c", "echo one; echo two; cat; echo end"], of: "/bin/sh")
    try await #expect(child.line() == "one")
    child.close()
    child.close()
    let output = try await child.result().output
    #expect(String(decoding: output, as: UTF8.self) == "one\ntwo\nend\n")
  }

  @Test func `lets a program inherit no descriptor but the standard ones`() async throws {
    let held = open("/dev/null", O_RDONLY)
    defer { close(held) }
    let child = try ChildProgram.start(["/proc/self/fd"], of: "/bin/ls")
    let output = try await child.result().output
    // The fourth is the folder that is being listed.
    #expect(String(decoding: output, as: UTF8.self) == "0\n1\n2\n3\n")
  }

  @Test(arguments: [true, false])
  func `loses what a silent program says of itself`(_ isSilent: Bool) async throws {
    let child = try ChildProgram.start(
      ["-c", "readlink /proc/$$/fd/2"],
      of: "/bin/sh",
      isSilent: isSilent
    )
    let path = String(decoding: try await child.result().output, as: UTF8.self)
    let ours = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/2")
    #expect(path == (isSilent ? "/dev/null" : ours) + "\n")
  }

  @Test func `tells how a program ended as soon as it has`() async throws {
    let child = try ChildProgram.start(["-c", "read line; kill -9 $$"], of: "/bin/sh")
    #expect(child.ending == nil)
    child.close()
    _ = try await child.result()
    #expect(child.ending == "was ended by signal 9")
  }

  @Test func `keeps options and keys from a program`() {
    let variables = ProcessVariables([
      "RESEARCH_TIMEOUT": "1s", "OPENAI_API_KEY": "secret", "HOME": "/", "A": "b=c",
    ])
    #expect(variables.forChild == ["A=b=c", "HOME=/"])
  }

  @Test func `says which program cannot be started`() {
    #expect(throws: SystemError(path: "/nowhere", code: ENOENT)) {
      try ChildProgram.start([], of: "/nowhere")
    }
  }

  @Test func `takes an end that the system does not tell of as a failure`() async throws {
    // No process has this number.
    let spawn = ChildSpawn(
      id: .max,
      input: open("/dev/null", O_WRONLY | O_CLOEXEC),
      output: open("/dev/null", O_RDONLY | O_CLOEXEC)
    )
    let life = ChildLife(spawn)
    let result = try await life.outcome { $0.result }
    #expect(result == .failure(SystemError(path: "process \(pid_t.max)", code: ECHILD)))
  }

  @Test(arguments: [false, true])
  func `ends a program whose owner is cancelled`(forLine: Bool) async throws {
    let child = try ChildProgram.start(["-c", "exec cat"], of: "/bin/sh")
    let isCancelled = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          if forLine { _ = try await child.line() } else { _ = try await child.result() }
          return false
        } catch {
          return error is CancellationError
        }
      }
      group.cancelAll()
      return await group.next()
    }
    #expect(isCancelled == true)
    let result = try await child.result()
    #expect(result.signal == SIGTERM && result.status == nil)
  }

  @Test func `ends a program that nobody knows any more`() async throws {
    let folder = try Folder()
    guard mkfifo(folder["pipe"], 0o600) == 0 else { throw SystemError(path: folder["pipe"]) }
    let script = #"exec 3> "$1"; echo started; exec sleep 1000"#
    let reader = try ChildProgram.start(["-c", #"cat "$1""#, "sh", folder["pipe"]], of: "/bin/sh")
    do {
      let child = try ChildProgram.start(["-c", script, "sh", folder["pipe"]], of: "/bin/sh")
      try await #expect(child.line() == "started")
    }
    // Ends when the last that holds the pipe has.
    try await #expect(reader.result().status == 0)
  }
}
