import FlowControl
import Glibc
import TestSupport
import Testing

@testable import ResearchCore

/// Nothing on Swift's shared pool blocks it or computes for 50 ms; all such work is the workers'.
@Suite(.timeLimit(.minutes(15))) struct SharedPoolTests {
  @Test func `a run of 200 pages holds no thread of the pool for 50 ms`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    for page in 1...200 {
      let text = (1...40).map { "<p>Seal \($0) of page \(page) rests on the ice until noon.</p>" }
      site.answer(
        "/\(page)",
        .text("<title>Page \(page)</title><article>\(text.joined())</article>")
      )
    }
    let sources = (1...200).map { SourceInput.source(site.url("/\($0)")) }
    // A thread that holds a lock may lose its core to other tests for as long: what the program
    // does itself, it does every time.
    for _ in 1...3 {
      let pool = try await watched(sources)
      // It did run there.
      #expect(pool.jobs > 2_000)
      if pool.offences.isEmpty { return }
    }
    Issue.record("each of three runs held a thread of the pool")
  }

  /// The pool on which a session has gone through its sources and written its report.
  private func watched(_ sources: [SourceInput]) async throws -> WatchedPool {
    let session = try Session()
    let pool = WatchedPool()
    let report = try await withTaskExecutorPreference(pool) {
      let counts = try await session.run(sources)
      #expect(counts.used == 200)
      return try await session.report()
    }
    #expect(report.contains("rests on the ice"))
    await idle(pool)
    return pool
  }

  @Test func `finds a job that reads from a pipe`() async throws {
    let pool = WatchedPool()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    defer { _ = [reader, writer].map { close($0) } }
    // It writes when the reader was found, and not before.
    Thread.start {
      pool.waitForOffence()
      _ = write(writer, "x", 1)
    }
    await withTaskExecutorPreference(pool) {
      var byte: UInt8 = 0
      _ = read(reader, &byte, 1)
    }
    let isRead = pool.offences.allSatisfy { offence in
      if case .blocked(let call) = offence { call == nil || call == 0 } else { false }
    }
    #expect(pool.offences.count == 1 && isRead)
  }

  @Test func `finds a job that waits for a lock`() async throws {
    let pool = WatchedPool()
    let isFound = Locked(false)
    Thread.start {
      pool.waitForOffence()
      isFound.withLock { $0 = true }
      isFound.notify()
    }
    await withTaskExecutorPreference(pool) {
      isFound.wait { $0 ? () : nil }
    }
    #expect(pool.offences.count == 1)
  }

  @Test func `finds a job that computes`() async throws {
    let pool = WatchedPool()
    await withTaskExecutorPreference(pool) { Self.compute(for: .milliseconds(51)) }
    await idle(pool)
    let offences = pool.offences
    guard offences.count == 1, case .computed(let time) = offences.first else {
      Issue.record("\(offences)")
      return
    }
    #expect(time >= .milliseconds(50))
  }

  @Test func `finds nothing in short jobs, however many and however long they are suspended`() async
  {
    let pool = WatchedPool()
    await withTaskExecutorPreference(pool) {
      await withDiscardingTaskGroup { group in
        for _ in 0..<30 {
          group.addTask {
            for _ in 0..<20 {
              Self.compute(for: .microseconds(200))
              await Task.yield()
            }
          }
        }
      }
    }
    await idle(pool)
    #expect(pool.offences.isEmpty && pool.jobs >= 600)
  }

  /// Waits until what the last jobs did is known, which may be after they have told of their end.
  private func idle(_ pool: WatchedPool) async {
    while !pool.isIdle { await Task.yield() }
  }

  /// Keeps the calling thread busy for so much of its own time.
  private static func compute(for duration: Duration) {
    func spent() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let end = spent() + duration
    while spent() < end {}
  }
}
