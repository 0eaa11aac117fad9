import FlowControl

/// Runs `body` as a child task that is cancelled at `deadline`, if there is one.
func cancelled<Result: Sendable>(
  at deadline: Duration?,
  on clock: SessionClock,
  _ body: @escaping @Sendable () async -> Result
) async -> Result {
  guard let deadline else { return await body() }
  return await withTaskGroup(of: Void.self) { group in
    let result = Locked<Result?>(nil)
    group.addTask {
      let value = await body()
      result.withLock { $0 = value }
    }
    group.addTask {
      // Cancelled as soon as the body has ended.
      try? await clock.sleep(until: deadline)
    }
    await group.next()
    group.cancelAll()
    await group.waitForAll()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("the body has ended") }
    return value
  }
}
