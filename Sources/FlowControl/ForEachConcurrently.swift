/// Runs `body` over what a stream brings, a child task each, at most `limit` at once.
///
/// Without a limit the stream's own bound holds. Returns when the stream has ended and every body
/// with it. When the task is cancelled the bodies are cancelled and what the stream still brings
/// is left.
package func forEachConcurrently<Element: Sendable>(
  _ stream: AsyncStream<Element>,
  limit: Int? = nil,
  _ body: @escaping @Sendable (Element) async -> Void
) async {
  guard let limit else {
    return await withDiscardingTaskGroup { group in
      for await element in stream { group.addTask { await body(element) } }
    }
  }
  await withTaskGroup(of: Void.self) { group in
    var running = 0
    for await element in stream {
      if running >= limit { await group.next() } else { running += 1 }
      group.addTask { await body(element) }
    }
  }
}
