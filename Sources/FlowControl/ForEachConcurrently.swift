/// Runs `body` over what a stream brings, a child task each, at most `limit` at once.
///
/// Without a limit the stream's own bound holds; a limit below one counts as one. Returns when the
/// stream has ended and every body with it. When the task is cancelled the bodies are cancelled,
/// and what the stream still holds is left: no body starts for it. With an `executor` the bodies
/// run there and not on the shared pool; those that `isQuick` names need no task of their own.
package func forEachConcurrently<Element: Sendable>(
  _ stream: AsyncStream<Element>,
  limit: Int? = nil,
  on executor: (any TaskExecutor)? = nil,
  inline isQuick: (Element) -> Bool = { _ in false },
  _ body: @escaping @Sendable (Element) async -> Void
) async {
  // A cancelled stream still brings what it has buffered, hence `UnlessCancelled`.
  guard let limit, limit < Int.max else {
    return await withDiscardingTaskGroup { group in
      for await element in stream {
        if isQuick(element) {
          await body(element)
          continue
        }
        guard
          group.addTaskUnlessCancelled(
            executorPreference: executor,
            operation: { await body(element) }
          )
        else { return }
      }
    }
  }
  await withTaskGroup(of: Void.self) { group in
    var running = 0
    for await element in stream {
      if isQuick(element) {
        await body(element)
        continue
      }
      if running >= max(1, limit) { await group.next() } else { running += 1 }
      guard
        group.addTaskUnlessCancelled(
          executorPreference: executor,
          operation: { await body(element) }
        )
      else { return }
    }
  }
}
