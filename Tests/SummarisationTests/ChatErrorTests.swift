import Fetching
import Testing

@testable import Summarisation

struct ChatErrorTests {
  private static let all: [ChatError] = [
    .invalidEndpoint(reason: "r"),
    .unreachable(endpoint: "e", cause: .connect(host: "h", reason: "r")),
    .unreachable(endpoint: "e", cause: .dns(host: "h")),
    .unreachable(endpoint: "e", cause: .tls(host: "h", reason: "r")),
    .unreachable(endpoint: "e", cause: .tooLarge(limit: 9, measure: .decoded)),
    .refused(endpoint: "e", status: 401, reason: "r"),
    .refused(endpoint: "e", status: 418, reason: ""), .notJSON(endpoint: "e", contentType: nil),
    .unreadable(endpoint: "e"), .noChoices(endpoint: "e"), .unfinished(endpoint: "e"),
    .filtered(endpoint: "e", reason: "r"), .empty(endpoint: "e"), .cancelled,
    .unfinished(endpoint: "e", isOver: true),
    .exhausted(endpoint: "e", reason: "r"), .exhausted(endpoint: "e", reason: ""),
    .exceedsLimit(tokens: 9, limit: 8),
  ]

  @Test func `tells each failure in its own words`() {
    let messages = Self.all.map(\.message)
    #expect(Set(messages).count == messages.count)
    #expect(messages.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }

  @Test(arguments: [
    (ChatError.refused(endpoint: "e", status: 429, reason: ""), true),
    (.refused(endpoint: "e", status: 503, reason: ""), true),
    (.refused(endpoint: "e", status: 529, reason: ""), true),
    (.refused(endpoint: "e", status: 401, reason: ""), false),
    (.refused(endpoint: "e", status: 404, reason: ""), false),
    (.refused(endpoint: "e", status: 200, reason: ""), false),
    (.unreachable(endpoint: "e", cause: .timeout(host: "h", reason: "")), true),
    (.unreachable(endpoint: "e", cause: .tls(host: "h", reason: "")), false),
    (.unfinished(endpoint: "e"), true), (.unfinished(endpoint: "e", isOver: true), false),
    (.noChoices(endpoint: "e"), false), (.cancelled, false),
    (.exhausted(endpoint: "e", reason: ""), false), (.exceedsLimit(tokens: 9, limit: 8), false),
  ])
  func `says what may succeed later`(error: ChatError, isRetryable: Bool) {
    #expect(error.isRetryable == isRetryable)
  }

  @Test(
    arguments: [
      400, 401, 402, 403, 404, 405, 408, 413, 418, 422, 425, 429, 500, 502, 503, 504, 529, 200,
    ]
  )
  func `a call is free where it was refused before the model had any work`(status: Int) {
    let free = [400, 401, 402, 403, 404, 405, 413, 422, 429, 503, 529]
    let error = ChatError.refused(endpoint: "e", status: status, reason: "")
    #expect(error.isFree == free.contains(status))
    // Behind a piece of an answer nothing is.
    #expect(!ChatFlaw(error, said: 0).isFree && ChatFlaw(error).isFree == error.isFree)
  }
}
