import Glibc
import TestSupport
import Testing

@testable import research

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseCommandTests {
  @Test func `runs the tables that were asked for, each once and in order`() async throws {
    let result = try await Program.run("exercise", "--scale", "0.01", "--only", "x2,X1,X2")
    #expect(result.ending == .exit(0))
    let lines = result.text.split(separator: "\n")
    #expect(lines.first == "# The exercise, measured")
    #expect(lines.filter { $0.hasPrefix("## ") }.map { $0.prefix(6) } == ["## X1:", "## X2:"])
    let rows = lines.filter { $0.hasPrefix("| five pages") }
    #expect(rows.map { $0.split(separator: "|")[1].drop { $0 == " " } } == ["0.220 ", "0.060 "])
    #expect(lines.count { $0 == "```text" } == 2)
    #expect(result.text.contains("- As measured: from "))
    let log = result.log.split(separator: "\n")
    #expect(log.count == 3 && log[0] == "exercise   2 rows, about 280 ms")
    #expect(log[1].hasPrefix("X1 five pages, one by one: predicted 0.220 s, measured "))
    #expect(log[2].hasPrefix("X2 five pages, barriers: predicted 0.060 s, measured "))
  }

  @Test func `writes JSON to a file, and the log to standard output`() async throws {
    let folder = try Folder()
    let result = try await Program.run(
      "exercise",
      "--format",
      "json",
      "-o",
      folder["exercise.json"],
      variables: ["RESEARCH_SCALE": "0.01", "RESEARCH_ONLY": "X1,X5"]
    )
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.split(separator: "\n").count == 8)
    let found = try JSON(folder.text("exercise.json"))
    #expect(found["complete"] == .bool(true) && found["scale"] == .number(0.01))
    let rows = found["tables"]?.values.map { $0["rows"]?.values ?? [] } ?? []
    #expect(rows.map(\.count) == [1, 6])
    #expect(rows.joined().allSatisfy { $0["state"] == "measured" && $0["failed"]?.int == 0 })
    #expect(rows.joined().compactMap { $0["peak_memory_bytes"]?.int }.allSatisfy { $0 > 1 << 20 })
    let steps = rows.first?.first?["spans"]?.values.compactMap { $0["step"]?.text } ?? []
    let page = ["fetch", "extract", "summarise"]
    #expect(steps == Array(repeating: page, count: 5).joined() + ["combine"])
    #expect(rows.first?.first?["most_at_once"]?.int == 1)
    #expect(rows.last?.map { $0["spans"]?.values.count } == [2, 2, 3, 3, 8, 8])
  }

  @Test func `takes its form from a variable of its own`() async throws {
    let result = try await Program.run(
      "exercise",
      "-q",
      "--scale=0.01",
      "--only=X3",
      variables: ["RESEARCH_EXERCISE_FORMAT": "json", "RESEARCH_FORMAT": "html"]
    )
    #expect(result.ending == .exit(0))
    #expect(try JSON(result.text)["tables"]?.values.isEmpty == false)
  }

  @Test func `measures calls on threads and in tasks`() async throws {
    let result = try await Program.run(
      "exercise",
      "-q",
      "--scale",
      "0.01",
      "--only",
      "X6",
      "--format",
      "json"
    )
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    let found = try JSON(result.text)
    let rows = found["tables"]?.values.first?["rows"]?.values ?? []
    #expect(
      rows.compactMap { $0["state"]?.text } == ["computed"] + Array(repeating: "measured", count: 4)
    )
    #expect(rows.compactMap { $0["count"]?.int } == Array(repeating: 1_000, count: 5))
    // That as many are in flight as may be is held by ExerciseTaskTests, where speed is no matter.
    let most = rows.map { $0["most_at_once"]?.int ?? 0 }
    #expect(zip(most, [0, 10, 100, 1_000, 50]).allSatisfy { $0 <= $1 })
    #expect(
      rows.compactMap { $0["tutorial"]?["right"] }
        == [true, true, true, false, false].map(JSON.bool)
    )
  }

  @Test(
    arguments: [
      ["--scale", "0"], ["--scale", "10.5"], ["--scale", "nan"], ["--scale", "fast"],
      ["--only", "X8"], ["--only", ""], ["--only", "X1,"], ["--format", "html"], ["X1"],
    ]
  )
  func `refuses what it does not know`(_ arguments: [String]) async throws {
    let result = await (try Program.start(["exercise"] + arguments)).result()
    #expect(result.ending == .exit(64) && result.output.isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `prints what it has after a signal, and leaves no process behind`(
    _ signal: Int32
  ) async throws {
    let child = try Program.start(["exercise", "--scale", "0.3", "--only", "X2,X6"])
    #expect(await child.wrote("X6 10 threads: about 60 s", to: .errors))
    child.send(signal)
    // Its processes write to the same standard error, which is open for as long as one runs.
    let result = await child.result()
    #expect(result.ending == .exit(128 + signal))
    #expect(result.log.contains("X2 five pages, barriers: predicted 1.80 s, measured "))
    #expect(result.text.contains("```text") && result.text.contains("|     not run |"))
    #expect(result.text.hasSuffix("1 of 5 rows were measured completely.\n"))
  }

  @Test func `hears signals while nobody reads what it writes`() async throws {
    let folder = try Folder()
    // The shell holds the pipe open and fills it.
    let script = """
      mkfifo "$2"; exec 3<>"$2"; head -c 65536 /dev/zero >&3
      exec "$1" exercise --scale 0.01 --only X2 -o "$2"
      """
    let child = try ChildProcess(
      "/bin/sh",
      ["-c", script, "sh", Program.path, folder["pipe"]],
      environment: ["PATH": "/usr/bin:/bin"]
    )
    #expect(await child.wrote("X2 five pages, barriers: predicted", to: .output))
    for signal in [SIGINT, SIGTERM, SIGHUP] { child.send(signal) }
    let ending = await child.result().ending
    #expect([SIGINT, SIGTERM, SIGHUP].map { .exit(128 + $0) }.contains(ending), "\(ending)")
  }

  @Test func `measures though it was started with SIGCHLD ignored`() async throws {
    // Shells take this signal back before they start a program.
    let child = try ChildProcess(
      "/usr/bin/env",
      ["--ignore-signal=CHLD", Program.path, "exercise", "-q", "--scale", "0.01", "--only", "X2"]
        + ["--format", "json"]
    )
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    let row = try JSON(result.text)["tables"]?.values.first?["rows"]?.values.first
    #expect((row?["peak_memory_bytes"]?.int ?? 0) > 1 << 20)
  }

  @Test func `ends with 74 where the tables cannot be written`() async throws {
    let result = try await Program.run(
      "exercise",
      "--scale",
      "0.01",
      "--only",
      "X2",
      "-qq",
      "-o",
      "/dev/full"
    )
    #expect(result.ending == .exit(74))
    #expect(result.log == "research: /dev/full could not be written: No space left on device\n")
  }

  @Test func `says in a row what it cannot run`() async throws {
    let result = try await Program.run("exercise-row", "{}", input: .open)
    #expect(result.ending == .exit(1) && result.output.isEmpty && !result.errors.isEmpty)
    try await #expect(!Program.run("--help").text.contains("exercise-row"))
  }
}
