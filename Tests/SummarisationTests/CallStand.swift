import Fetching
import FlowControl
import TestSupport

@testable import Summarisation

/// Calls in virtual time to an endpoint that is a function of time.
struct CallStand {
  let time = VirtualTime()
  let clock: SessionClock
  let calls: ChatCalls
  /// How many calls are made at once; the others wait for them.
  var slots = Int.max

  /// An endpoint without a network that is told when it is asked.
  struct Endpoint: Fetcher {
    let answer: @Sendable (FetchRequest) async throws(FetchError) -> Page

    func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page {
      try await answer(request)
    }
  }

  init(_ limits: ChatCalls.Limits, seed: UInt64 = 1) {
    clock = SessionClock(time)
    calls = ChatCalls(
      limits,
      clock: clock,
      startTime: 784_111_777,
      generator: SeededGenerator(seed: seed)
    )
  }

  /// A client whose endpoint answers so.
  func client(
    _ answer: @escaping @Sendable (FetchRequest) async throws(FetchError) -> Page
  ) throws -> ChatClient {
    ChatClient(
      try ChatEndpoint(baseURL: "http://127.0.0.1:1/v1", model: "m", key: "sk-0123456789abc"),
      fetcher: Endpoint(answer: answer),
      calls: calls
    )
  }

  /// Waits; a task that is cancelled meanwhile breaks the transfer off.
  func pause(_ duration: Duration) async throws(FetchError) {
    do {
      try await clock.sleep(for: duration)
    } catch {
      throw .cancelled
    }
  }

  /// What comes of so many calls, all of which are there from the beginning; nil where they hang.
  func results(
    _ count: Int,
    of client: ChatClient,
    letters: @escaping @Sendable (Int) -> Int = { _ in 100 }
  ) -> [Result<ChatAnswer, ChatError>]? {
    let semaphore = AsyncSemaphore(slots, clock: clock)
    return time.run {
      await withTaskGroup(of: Result<ChatAnswer, ChatError>.self) { group in
        for number in 0..<count {
          group.addTask {
            let text = String(repeating: "x", count: letters(number))
            // It is never cancelled.
            let permit = try? await semaphore.acquire()
            defer { withExtendedLifetime(permit) {} }
            do throws(ChatError) {
              return .success(
                try await client.answer(to: [ChatMessage(role: .user, content: text)])
              )
            } catch {
              return .failure(error)
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
  }

  /// A refusal or an answer on the wire.
  static func page(
    _ body: String,
    status: Int = 200,
    headers: [(String, String)] = []
  ) throws(FetchError) -> Page {
    Page(
      address: try WebAddress("http://127.0.0.1:1/v1/chat/completions"),
      status: status,
      headers: [HeaderField(name: "Content-Type", value: "application/json")]
        + headers.map { HeaderField(name: $0.0, value: $0.1) },
      body: PageBody(bytes: Array(body.utf8))
    )
  }
}
