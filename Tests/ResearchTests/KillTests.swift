import FlowControl
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Ends runs by SIGKILL at random moments, and lets them go on.
///
/// `KILL_PAGES`, `KILL_MOMENTS` and `KILL_SEED` make more of it (see .ci/kill).
struct KillTests {
  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  /// Counts requests, and kills a program at one of them.
  private final class Killer: Sendable {
    private let state = Locked((counts: [String: [Int: Int]](), left: 0, victim: Int32?.none))

    /// How often a run has asked for each page.
    func counts(of run: String) -> [Int: Int] { state.withLock { $0.counts[run] ?? [:] } }

    /// Makes the `count`th request from now on the last one that `start`'s program makes.
    func kill(at count: Int, _ start: () throws -> ChildProcess) throws -> ChildProcess {
      state.withLock { $0.left = count }
      let child = try start()
      state.withLock { state in
        if state.left > 0 { state.victim = child.id } else { Glibc.kill(child.id, SIGKILL) }
      }
      return child
    }

    func note(_ page: Int, of run: String) {
      state.withLock { state in
        state.counts[run, default: [:]][page, default: 0] += 1
        state.left -= 1
        if state.left == 0, let victim = state.victim.take() { Glibc.kill(victim, SIGKILL) }
      }
    }
  }

  private static func site(_ pages: Int, _ killer: Killer) throws -> LocalSite {
    let site = try LocalSite.start()
    for page in 1...pages {
      let text = LocalAnswer.text(SavedPage.html("creature \(page)"))
      // Each answer takes a while, so that many are under way at any moment.
      let answer = LocalAnswer { request in
        // By its own word, because what a killed run has sent may be read when the next one runs.
        killer.note(page, of: request.header("X-Run") ?? "")
        return [.pause(milliseconds: Int32(page % 7))] + text.steps(request)
      }
      site.answer("/\(page)", answer)
    }
    return site
  }

  /// The pages whose record is in the file, by its whole lines.
  private static func recorded(in folder: Folder) throws -> [Int: Substring] {
    guard try folder.names.contains("kept") else { return [:] }
    var lines = try folder.text("kept").split(separator: "\n", omittingEmptySubsequences: false)
    // What follows the last line end is no whole line.
    lines.removeLast()
    var recorded: [Int: Substring] = [:]
    for line in lines.dropFirst() {
      if let index = try JSON(line)["index"]?.int { recorded[index] = line }
    }
    return recorded
  }

  @Test(.timeLimit(.minutes(15)))
  func `loses nothing and fetches nothing twice, killed at any moment`() async throws {
    let pages = Self.number("KILL_PAGES") ?? 40
    let moments = Self.number("KILL_MOMENTS") ?? 4
    let seed = Self.number("KILL_SEED") ?? Int.random(in: 1...1_000_000)
    print("kill test: \(pages) pages, \(moments) moments, KILL_SEED=\(seed)")
    var generator = SeededGenerator(seed: UInt64(seed))
    let (killer, folder) = (Killer(), try Folder())
    let site = try Self.site(pages, killer)
    defer { site.stop() }
    let list = try folder.write(lines: (1...pages).map { site.url("/\($0)") })
    let run = [
      list, "-o", folder["report.md"], "--host-concurrency", "0", "--window", "\(pages / 4)",
      "--records", folder["kept"],
    ]
    let uninterrupted = try Program.start(Array(run.dropLast(2)))
    #expect(await uninterrupted.result().ending == .exit(0))
    let whole = try folder.bytes("report.md")
    var equal = 0
    for moment in 1...moments {
      for name in ["kept", "report.md"] { unlink(folder[name]) }
      let request = Int.random(in: 1...pages, using: &generator)
      let first = try killer.kill(at: request) {
        try Program.start(run + ["-H", "X-Run: \(moment)"])
      }
      #expect(await first.result().ending == .signal(SIGKILL))
      let kept = try Self.recorded(in: folder)
      let again = try Program.start(run + ["-H", "X-Run: \(moment) again", "--resume"])
      let second = await again.result()
      #expect(second.ending == .exit(0), "\(second.log)")
      let (before, after) = (killer.counts(of: "\(moment)"), killer.counts(of: "\(moment) again"))
      for page in 1...pages {
        // Once more, if it had not been recorded, and not otherwise.
        #expect(after[page, default: 0] == (kept[page] == nil ? 1 : 0), "page \(page)")
        #expect(before[page, default: 0] <= 1)
      }
      let all = try Self.recorded(in: folder)
      #expect(all.count == pages && kept.allSatisfy { all[$0.key] == $0.value })
      if try folder.bytes("report.md") == whole { equal += 1 }
      print("moment \(moment): killed at request \(request), \(kept.count) recorded")
    }
    #expect(equal == moments)
    print("equal reports: \(equal) of \(moments)")
  }
}
