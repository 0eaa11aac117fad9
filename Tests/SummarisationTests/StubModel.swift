import Fetching
import FlowControl
import FoundationEssentials

@testable import Summarisation

/// An endpoint without a network: it says what it is told to, and keeps what it was asked.
final class StubModel: Fetcher {
  private struct Query: Decodable {
    let messages: [ChatMessage]
  }

  private let requests = Locked<[FetchRequest]>([])
  private let text: String
  private let usage: String

  /// A model that always answers with this text.
  init(_ text: String, usage: String = #"{"prompt_tokens":7,"completion_tokens":3}"#) {
    self.text = text
    self.usage = usage
  }

  func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    requests.withLock { $0.append(request) }
    return try Self.page(Self.reply(text, usage: usage))
  }

  /// How often it was asked.
  var count: Int { requests.withLock { $0.count } }

  /// The contents of the last request's messages.
  var prompt: [String] {
    let body = requests.withLock { $0.last?.body ?? [] }
    let query = try? JSONDecoder().decode(Query.self, from: Data(body))
    return query?.messages.map(\.content) ?? []
  }

  /// A client that asks this model.
  var client: ChatClient {
    get throws {
      ChatClient(
        try ChatEndpoint(baseURL: "http://127.0.0.1:1/v1", model: "stub", key: nil),
        fetcher: self
      )
    }
  }

  /// A complete answer on the wire.
  static func reply(_ text: String, finish: String = #""stop""#, usage: String = "null") -> String {
    // A string can always be encoded.
    let content = (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) }
    return """
      {"choices":[{"message":{"role":"assistant","content":\(content ?? "")},\
      "finish_reason":\(finish)}],"usage":\(usage)}
      """
  }

  /// A page of an endpoint.
  static func page(
    _ body: String,
    status: Int = 200,
    type: String = "application/json"
  ) throws(FetchError) -> Page {
    Page(
      address: try WebAddress("http://127.0.0.1:1/v1/chat/completions"),
      status: status,
      headers: [HeaderField(name: "Content-Type", value: type)],
      body: PageBody(bytes: Array(body.utf8))
    )
  }
}
