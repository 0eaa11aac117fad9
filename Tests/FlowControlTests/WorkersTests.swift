import FlowControl
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct WorkersTests {
  private struct Failure: Error, Equatable {}

  @Test func `runs off the calling thread and comes back`() async {
    let workers = Workers(threads: 1)
    let worker = await perform(on: workers) { ThreadName.current }
    for _ in 0..<20 {
      let before = threadName()
      await perform(on: workers) { #expect(ThreadName.current == worker) }
      #expect(before != worker && threadName() != worker)
    }
  }

  @Test func `runs as many at once as it has threads`() async {
    let workers = Workers(threads: 2)
    let present = Locked(Set<ThreadName>())
    // Neither goes before the other has come.
    @Sendable func meet() {
      present.withLock { _ = $0.insert(ThreadName.current) }
      present.notify()
      present.wait { $0.count == 2 ? () : nil }
    }
    await withDiscardingTaskGroup { group in
      for _ in 0..<2 { group.addTask { await perform(on: workers, meet) } }
    }
    #expect(present.withLock { $0.count } == 2)
  }

  @Test(arguments: [1, 0, -1])
  func `has one thread at least and runs no more at once`(threads: Int) async {
    let workers = Workers(threads: threads)
    let occupancy = Occupancy()
    let names = Locked(Set<ThreadName>())
    await withDiscardingTaskGroup { group in
      for _ in 0..<100 {
        group.addTask {
          await perform(on: workers) {
            occupancy.change(by: 1)
            names.withLock { _ = $0.insert(ThreadName.current) }
            occupancy.change(by: -1)
          }
        }
      }
    }
    #expect(occupancy.most == 1 && names.withLock { $0.count } == 1)
  }

  @Test func `has a thread a core by default`() {
    #expect(Workers.cores >= 1)
  }

  @Test func `throws what the body throws`() async {
    let workers = Workers(threads: 1)
    await #expect(throws: Failure()) {
      try await perform(on: workers) { () throws(Failure) in throw Failure() }
    }
  }

  @Test func `runs the body of a cancelled task, which can see it`() async {
    let workers = Workers(threads: 1)
    let wasCancelled = Locked<Bool?>(nil)
    await withDiscardingTaskGroup { group in
      group.cancelAll()
      group.addTask {
        await perform(on: workers) { wasCancelled.withLock { $0 = Task.isCancelled } }
      }
    }
    #expect(wasCancelled.withLock { $0 } == true)
  }

  @Test func `gives its own thread to the children of its tasks`() async {
    let workers = Workers(threads: 1)
    let worker = await perform(on: workers) { ThreadName.current }
    let names = await withTaskExecutorPreference(workers) {
      await withTaskGroup { group in
        for _ in 0..<10 { group.addTask { threadName() } }
        return await group.reduce(into: Set<ThreadName>()) { $0.insert($1) }
      }
    }
    #expect(names == [worker])
  }

  @Test(arguments: [1, 3])
  func `ends its threads when it goes`(threads: Int) async {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    do {
      let workers = Workers(threads: threads)
      let present = Locked(0)
      @Sendable func meet() {
        Farewell.atEndOfThread { end.yield() }
        present.withLock { $0 += 1 }
        present.notify()
        present.wait { $0 == threads ? () : nil }
      }
      await withDiscardingTaskGroup { group in
        for _ in 0..<threads { group.addTask { await perform(on: workers, meet) } }
      }
    }
    #expect(await ends.prefix(threads).reduce(0) { count, _ in count + 1 } == threads)
  }

  @Test func `may go on a thread of its own`() async {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    await withDiscardingTaskGroup { group in
      group.addTask(executorPreference: Workers(threads: 1)) {
        Farewell.atEndOfThread { end.yield() }
      }
    }
    #expect(await ends.prefix(1).reduce(0) { count, _ in count + 1 } == 1)
  }
}

private func threadName() -> ThreadName { ThreadName.current }
