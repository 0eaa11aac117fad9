import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct ChatProbeTests {
  private struct Outcome {
    var result: Result<ChatProbe.Result, ChatError>
    var requests: [FetchRequest]
    var contextTokens: Int?
  }

  private func probe(
    _ model: String = "m",
    _ answer: @escaping @Sendable (Int) throws(FetchError) -> Page
  ) async throws -> Outcome {
    let requests = Locked<[FetchRequest]>([])
    let endpoint = CallStand.Endpoint { request async throws(FetchError) in
      let number = requests.withLock { requests in
        requests.append(request)
        return requests.count
      }
      return try answer(number)
    }
    let client = ChatClient(
      try ChatEndpoint(baseURL: "http://h/v1?v=2", model: model, key: "sk-0123456789abc"),
      fetcher: endpoint
    )
    var result: Result<ChatProbe.Result, ChatError>
    do throws(ChatError) {
      result = .success(try await client.probe(within: .seconds(15)))
    } catch {
      result = .failure(error)
    }
    return Outcome(
      result: result,
      requests: requests.withLock { $0 },
      contextTokens: client.contextTokens
    )
  }

  @Test func `asks for the list once, with the key, and follows nowhere`() async throws {
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(#"{"object":"list","data":[{"id":"m","object":"model"}]}"#)
    }
    #expect(outcome.result == .success(.fine) && outcome.requests.count == 1)
    let request = try #require(outcome.requests.first)
    #expect(request.address.description == "http://h/v1/models?v=2" && request.body == nil)
    #expect(request.headers.contains { $0.value == "Bearer sk-0123456789abc" })
    #expect(request.redirects == .max && request.timeout == .seconds(15) && request.isTyped)
    #expect(!request.sendsConfiguredHeaders)
  }

  @Test(arguments: [
    ("m", #"{"data":[{"id":"M"}]}"#), ("llama3.2", #"{"data":[{"id":"llama3.2:latest"}]}"#),
    ("gemini", #"{"data":[{"id":"models/gemini"}]}"#), ("m", #"[{"id":"m"}]"#),
    ("m", #"{"models":[{"name":"m"}]}"#), ("openai/x", #"{"data":[{"id":"openai/*"}]}"#),
  ])
  func `finds the model under the names that endpoints give it`(
    model: String,
    list: String
  ) async throws {
    let outcome = try await probe(model) { _ throws(FetchError) in try StubModel.page(list) }
    #expect(outcome.result == .success(.fine))
  }

  @Test(arguments: [
    (#""context_length":8192"#, 8_192), (#""max_model_len":4096"#, 4_096),
    (#""context_window":131072"#, 131_072), (#""meta":{"n_ctx_train":32768}"#, 32_768),
    (#""meta":{"n_ctx_train":32768,"n_ctx":4096}"#, 4_096), (#""context_length":"8k""#, nil),
    (#""context_length":-1"#, nil), (#""context_length":null,"max_model_len":2048"#, 2_048),
    (#""owned_by":"me""#, nil),
  ])
  func `learns how many tokens fit`(field: String, tokens: Int?) async throws {
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(#"{"data":[{"id":"other"},{"id":"m",\#(field)}]}"#)
    }
    #expect(outcome.contextTokens == tokens && outcome.result == .success(.fine))
  }

  @Test func `names what there is where the model is not`() async throws {
    let names = (1...9).map { #"{"id":"m\#($0) sk-0123456789abc\n"}"# }.joined(separator: ",")
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(#"{"data":[\#(names)]}"#)
    }
    guard case .success(.unknownModel(let known)) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(known.count == 5 && known.first?.hasPrefix("m1") == true)
    #expect(!known.joined().contains("0123456789"))
  }

  @Test(arguments: [
    (404, "{}"), (405, ""), (501, ""), (500, "x"), (200, "<html>"), (200, "{}"), (200, "[1]"),
    (200, #"{"data":[]}"#), (200, #"{"data":7}"#),
  ])
  func `takes an endpoint without a list at its word`(status: Int, body: String) async throws {
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(body, status: status)
    }
    #expect(outcome.result == .success(.unknown) && outcome.requests.count == 1)
  }

  @Test(arguments: [
    FetchError.timeout(host: "h", reason: "no answer after 15000 ms"),
    .protocolViolation(host: "h", reason: "r"),
    .tooLarge(limit: 1, measure: .asSent),
  ])
  func `takes an endpoint that is there at its word`(error: FetchError) async throws {
    let outcome = try await probe { _ throws(FetchError) in throw error }
    #expect(outcome.result == .success(.unknown) && outcome.requests.count == 1)
  }

  @Test(arguments: [
    (FetchError.connect(host: "h", reason: "r"), 1), (.dns(host: "h"), 1),
    (.tls(host: "h", reason: "r"), 1), (.blockedAddress(address: "a", reason: "r"), 1),
    (.reset(host: "h", reason: "r"), 2), (.timeout(host: "h", reason: "Connection timed out"), 1),
  ])
  func `says who cannot be reached, after one more attempt for a reset`(
    error: FetchError,
    attempts: Int
  ) async throws {
    let outcome = try await probe { _ throws(FetchError) in throw error }
    let expected = ChatError.unreachable(endpoint: "http://h/v1", cause: error)
    #expect(outcome.result == .failure(expected) && outcome.requests.count == attempts)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `says that the address sends elsewhere`(status: Int) async throws {
    let expected = ChatError.refused(endpoint: "http://h/v1", status: status, reason: "")
    let shown = try await probe { _ throws(FetchError) in
      try StubModel.page("<html>", status: status)
    }
    #expect(shown.result == .failure(expected))
    let refused = try await probe { _ throws(FetchError) in
      let page = try StubModel.page("", status: status)
      throw .interrupted(UnfinishedAnswer(page: page, received: 0), by: .tooManyRedirects(limit: 9))
    }
    #expect(refused.result == .failure(expected) && refused.requests.count == 1)
  }

  @Test(arguments: [401, 403])
  func `says that the key is refused, without the key`(status: Int) async throws {
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(#"{"error":{"message":"Wrong: sk-0123456789abc"}}"#, status: status)
    }
    guard case .failure(.refused(_, status, let reason)) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(reason == "Wrong: …")
  }

  @Test(arguments: [
    "You have insufficient permissions for this operation. Missing scopes: api.model.read.",
    "This key lacks the permission to list models.",
  ])
  func `takes a restricted key at its word`(reason: String) async throws {
    let outcome = try await probe { _ throws(FetchError) in
      try StubModel.page(#"{"error":{"message":"\#(reason)"}}"#, status: 403)
    }
    #expect(outcome.result == .success(.restricted(reason: reason)))
  }

  @Test func `ends when it is cancelled`() async throws {
    let outcome = try await probe { _ throws(FetchError) in throw .cancelled }
    #expect(outcome.result == .failure(.cancelled))
  }
}
