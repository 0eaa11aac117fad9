import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

@Suite(.timeLimit(.minutes(15)))
struct ThreadedRunTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  /// Counts who is inside.
  private struct Crowd {
    var now = 0
    var most = 0
    var begun = 0
    var workers = 0
    var isOpen = false
  }

  /// A worker that says when it goes.
  private final class Worker {
    private let crowd: Locked<Crowd>

    init(_ crowd: Locked<Crowd>) {
      self.crowd = crowd
      crowd.withLock { $0.workers += 1 }
    }

    deinit { crowd.withLock { $0.workers -= 1 } }
  }

  @Test(arguments: [(0, 3), (1, 10), (5, 1), (100, 10), (7, 100), (3, -1)])
  func `gives results in the order of the inputs`(inputs: Int, threads: Int) async throws {
    let results = await ThreadedRun(threads: threads).results(of: Array(0..<inputs)) {
    } _: { _, number in
      number * 2
    }
    #expect(try results.map { try $0.get() } == (0..<inputs).map { $0 * 2 })
  }

  @Test func `keeps errors in their places`() async {
    let results = await ThreadedRun(threads: 4).results(of: Array(0..<20)) {
    } _: { _, number throws -> Int in
      if number % 3 == 0 { throw Failure(number: number) }
      return number
    }
    for (number, result) in results.enumerated() {
      switch result {
      case .success(let value): #expect(value == number && number % 3 != 0)
      case .failure(let error): #expect(error as? Failure == Failure(number: number))
      }
    }
  }

  @Test func `runs as many calls at once as it has threads, and no more`() async {
    let crowd = Locked(Crowd())
    let results = await ThreadedRun(threads: 4).results(of: Array(0..<40)) {
      Worker(crowd)
    } _: { _, _ in
      crowd.withLock { crowd in
        crowd.now += 1
        crowd.begun += 1
        crowd.most = max(crowd.most, crowd.now)
      }
      crowd.notify()
      // Nobody leaves before four were there.
      _ = crowd.wait { $0.begun >= 4 ? true : nil }
      crowd.withLock { $0.now -= 1 }
    }
    #expect(results.count == 40)
    #expect(crowd.withLock { $0.most } == 4)
    #expect(crowd.withLock { $0.workers } == 0)
  }

  @Test func `leaves the work of a thread that cannot begin to the others`() async throws {
    let made = Locked(0)
    let results = await ThreadedRun(threads: 3).results(of: Array(0..<9)) {
      let number = made.withLock { number in
        number += 1
        return number
      }
      if number != 2 { throw Failure(number: number) }
    } _: { _, number in
      number
    }
    #expect(try results.map { try $0.get() } == Array(0..<9))
  }

  @Test func `fails everything where no thread can begin`() async {
    let results = await ThreadedRun(threads: 3).results(of: [1, 2]) { () throws -> Int in
      throw Failure(number: 0)
    } _: {
      $0 + $1
    }
    for result in results {
      #expect(throws: Failure(number: 0)) { try result.get() }
    }
  }

  @Test(arguments: [(3, [0]), (3, [0, 1]), (2, [1])] as [(Int, Set<Int>)])
  func `leaves the work of a thread that there is not to the others`(
    threads: Int,
    missing: Set<Int>
  ) async throws {
    let asked = Locked(0)
    let run = ThreadedRun(threads: threads) { body in
      let number = asked.withLock { number in
        defer { number += 1 }
        return number
      }
      if missing.contains(number) { throw Failure(number: number) }
      Thread.start(body)
    }
    let results = await run.results(of: Array(0..<9)) {
    } _: { _, number in
      number
    }
    #expect(try results.map { try $0.get() } == Array(0..<9))
    #expect(asked.withLock { $0 } == threads)
  }

  @Test func `fails everything where there is no thread`() async {
    let run = ThreadedRun(threads: 3) { _ in throw Failure(number: 7) }
    let results = await run.results(of: [1, 2]) {
    } _: {
      $1
    }
    #expect(results.count == 2)
    for result in results {
      #expect(throws: Failure(number: 7)) { try result.get() }
    }
  }

  @Test func `hands out nothing more once it is cancelled`() async {
    let crowd = Locked(Crowd())
    let begun = AsyncStream<Void>.makeStream()
    let results = await withTaskGroup(of: [Result<Int, any Error>].self) { group in
      group.addTask {
        await ThreadedRun(threads: 2).results(of: Array(0..<50)) {
          Worker(crowd)
        } _: { _, number in
          begun.continuation.yield()
          _ = crowd.wait { $0.isOpen ? true : nil }
          return number
        }
      }
      var iterator = begun.stream.makeAsyncIterator()
      for _ in 0..<2 { await iterator.next() }
      group.cancelAll()
      crowd.withLock { $0.isOpen = true }
      crowd.notify()
      return await group.next() ?? []
    }
    #expect(results.count == 50)
    #expect(results.prefix(2).compactMap { try? $0.get() } == [0, 1])
    for result in results.dropFirst(2) {
      #expect(throws: CancellationError.self) { try result.get() }
    }
    #expect(crowd.withLock { $0.workers } == 0)
  }

  @Test func `begins nothing for a task that is cancelled already`() async {
    let results = await withTaskGroup(of: [Result<Int, any Error>].self) { group in
      group.cancelAll()
      group.addTask {
        await ThreadedRun().results(of: [1, 2, 3]) {
        } _: {
          $1
        }
      }
      return await group.next() ?? []
    }
    #expect(results.count == 3)
    for result in results {
      #expect(throws: CancellationError.self) { try result.get() }
    }
  }

  @Test func `fetches with a blocking fetcher a thread`() async throws {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    let request = FetchRequest(address: try WebAddress(site.url("/")))
    let requests = Array(repeating: request, count: 30)
    let results = await ThreadedRun(threads: 5).results(of: requests) {
      try BlockingFetch()
    } _: { fetcher, request in
      try fetcher.fetch(request).status
    }
    #expect(try results.map { try $0.get() } == Array(repeating: 200, count: 30))
    #expect(site.statistics.connections <= 5)
    await site.reached { $0.closed == $0.connections }
  }
}
