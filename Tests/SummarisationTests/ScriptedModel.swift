import Fetching
import FlowControl
import FoundationEssentials

@testable import Summarisation

/// An endpoint without a network whose model answers each question as a script says.
final class ScriptedModel: Fetcher {
  /// What it answers.
  enum Answer {
    case text(String)
    /// Cut off at the most tokens.
    case cut(String)
    /// More than the model takes.
    case tooLong
    case failure(Int)
  }

  private struct Query: Decodable {
    let messages: [ChatMessage]
  }

  private let asked = Locked<[[ChatMessage]]>([])
  private let script: @Sendable (Int, [ChatMessage]) -> Answer

  /// A model that answers the n-th question, from 0, by `script`.
  init(_ script: @escaping @Sendable (Int, [ChatMessage]) -> Answer) {
    self.script = script
  }

  /// What it was asked, in order.
  var questions: [[ChatMessage]] { asked.withLock { $0 } }

  /// The last words of the n-th question.
  func user(_ number: Int) -> String { questions[number].last?.content ?? "" }

  func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    let query = try? JSONDecoder().decode(Query.self, from: Data(request.body ?? []))
    let messages = query?.messages ?? []
    let number = asked.withLock { asked in
      asked.append(messages)
      return asked.count - 1
    }
    let usage = #"{"prompt_tokens":7,"completion_tokens":3}"#
    switch script(number, messages) {
    case .text(let text): return try StubModel.page(StubModel.reply(text, usage: usage))
    case .cut(let text):
      return try StubModel.page(StubModel.reply(text, finish: #""length""#, usage: usage))
    case .tooLong:
      let body = """
        {"error":{"message":"This model's maximum context length is 8192 tokens.",\
        "type":"invalid_request_error","code":"context_length_exceeded"}}
        """
      return try StubModel.page(body, status: 400)
    case .failure(let status): return try StubModel.page("{}", status: status)
    }
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

  /// A summariser of pages that asks this model.
  func summariser(sentences: Int = 3, words: Int? = nil, window: Int? = nil) throws
    -> ChatSummariser
  {
    var summariser = ChatSummariser(
      client: try client,
      model: "m",
      sentences: sentences,
      words: words,
      prompts: try Prompts()
    )
    summariser.window = window
    return summariser
  }
}
