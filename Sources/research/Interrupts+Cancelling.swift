import ResearchCore

extension Interrupts {
  /// A task that a signal is to cancel.
  private struct Cancellable: Interruptible {
    let stop: AsyncStream<Void>.Continuation

    func drain(reason: String) async { stop.yield() }
    func cancel(reason: String) async { stop.yield() }
  }

  /// Runs `body` in a task that the first signal cancels; a third one ends the program.
  ///
  /// Returns when `body` has ended.
  func cancelling<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async -> Result<Value, any Error> {
    let (stops, stop) = AsyncStream.makeStream(
      of: Void.self,
      // That there was a signal is all there is to know: a second one says nothing more.
      bufferingPolicy: .bufferingNewest(1)
    )
    return await withTaskGroup(of: Void.self) { signals in
      signals.addTask { await self.watch(Cancellable(stop: stop)) }
      defer { signals.cancelAll() }
      return await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
          for await _ in stops { break }
          return nil
        }
        do {
          // Whichever of the two is over first ends the other.
          let first = try await group.next() ?? nil
          group.cancelAll()
          let second = try await group.next() ?? nil
          guard let value = first ?? second else { throw CancellationError() }
          return .success(value)
        } catch {
          group.cancelAll()
          return .failure(error)
        }
      }
    }
  }
}
