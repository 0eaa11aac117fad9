import FlowControl

/// The time by which a run is to be over, and whether that came before its end.
final class Deadline: Sendable {
  private let time: Duration?
  private let clock: SessionClock
  private let passed = Locked(false)

  /// A time from the beginning of `clock`; nil for none.
  init(_ time: Duration?, on clock: SessionClock) {
    (self.time, self.clock) = (time, clock)
  }

  /// Whether a run was drained because its time was over.
  var hasPassed: Bool { passed.withLock { $0 } }

  /// What `body` gives; `run` is drained where the time comes before that.
  ///
  /// Throws as `body` does, which is cancelled with the calling task.
  func bounding<Result: Sendable>(
    _ run: any Interruptible,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let time, !hasPassed else { return try await body() }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask { [self] in
        // A run that ends before its time cancels the sleep: there is nothing left to drain.
        guard (try? await clock.sleep(until: time)) != nil else { return nil }
        await enforce(on: run)
        return nil
      }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  /// Drains `run` where its time is over, unless that has been done.
  func enforce(on run: any Interruptible) async {
    guard let time, clock.now >= time else { return }
    let isNews = passed.withLock { hasPassed in
      defer { hasPassed = true }
      return !hasPassed
    }
    if isNews { await run.drain(reason: "the deadline has passed") }
  }
}
