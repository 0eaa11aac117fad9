import Testing

@testable import Summarisation

struct ContextOverflowTests {
  @Test(arguments: [
    (400, #"{"error":{"message":"x","code":"context_length_exceeded"}}"#),
    (400, "This model's maximum context length is 8192 tokens. However, you requested 9000"),
    (400, "Your input exceeds the context window of this model."),
    (400, "The decoder prompt (length 9000) is longer than the maximum model length of 4096."),
    (400, "the request exceeds the available context size. try increasing the context size"),
    (500, #"{"error":{"code":500,"type":"exceed_context_size_error"}}"#),
    (400, "the input length exceeds the context length"),
    (400, "litellm.ContextWindowExceededError: prompt is too long: 210000 tokens > 200000 maximum"),
    (400, "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000"),
    (
      400, "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
    ),
    (422, "Prompt contains 40000 tokens, too large for model with 32768 maximum context length"),
    (413, ""), (413, "<html>Request Entity Too Large</html>"),
    (429, "Request too large for gpt-4 on tokens per min (TPM): Limit 10000, Requested 15000."),
  ])
  func `knows the wordings`(status: Int, words: String) {
    #expect(ContextOverflow.isMeant(status: status, words: Array(words.utf8)))
  }

  @Test(arguments: [
    (429, "Rate limit reached for gpt-4 on tokens per min (TPM): Limit 10000, Used 9000."),
    (401, "maximum context length"), (503, "maximum context length"),
    (400, "max_tokens is too large: 100000. This model supports at most 16384 completion tokens."),
    (400, "Unknown parameter: 'stream_options'."), (404, "model 'm' not found"), (500, ""),
    (400, String(repeating: "x", count: 5_000) + "maximum context length"),
  ])
  func `takes nothing else for one`(status: Int, words: String) {
    #expect(!ContextOverflow.isMeant(status: status, words: Array(words.utf8)))
  }

  @Test(arguments: [400, 413, 422, 500])
  func `is told as an error that no attempt helps`(status: Int) throws {
    let endpoint = try ChatEndpoint(baseURL: "http://127.0.0.1:1/v1", model: "m", key: nil)
    let client = ChatClient(endpoint, fetcher: StubModel(""))
    let page = try StubModel.page(
      #"{"error":{"message":"maximum context length is 8"}}"#,
      status: status
    )
    let error = #expect(throws: ChatError.self) { try client.answer(from: page) }
    #expect(
      error == .tooLong(endpoint: endpoint.name, reason: "maximum context length is 8")
    )
    #expect(error?.isRetryable == false)
  }
}
