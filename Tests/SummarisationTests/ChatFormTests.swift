import Testing

@testable import Summarisation

struct ChatFormTests {
  private func learnt(_ words: String...) -> ChatForm {
    var form = ChatForm()
    for words in words { form.learn(from: Array(words.utf8)) }
    return form
  }

  @Test(arguments: [
    "Unknown parameter: 'stream_options'.", #"{"loc":["body","stream_options","include_usage"]}"#,
    "STREAM_OPTIONS is only allowed with stream",
  ])
  func `leaves the usage out where its option is refused, however often`(words: String) {
    let form = learnt(words, words)
    #expect(form.streams && !form.asksForUsage)
  }

  @Test(arguments: [
    "'stream' is not supported", "Streaming is not available for this model",
    #"{"loc":["body","stream"]}"#,
  ])
  func `asks for whole answers where streaming is refused`(words: String) {
    #expect(!learnt(words).streams && learnt(words).asksForUsage)
  }

  @Test func `asks for the most tokens under the newer name where the older is refused`() {
    let words = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    #expect(learnt(words).countsThoughts && learnt(words).streams)
  }

  @Test(arguments: ["Unknown parameter: 'tool_choice'.", "tool_choice none is not supported"])
  func `leaves the choice of tools out where it is refused`(words: String) {
    #expect(learnt(words).streams && !learnt(words).choosesTools)
  }

  @Test(arguments: [
    "", "no such model", "temperature must be 1", "max_tokens must be less",
    "upstream error: bad request",
    "The upstream_stream is gone", "downstreaming",
  ])
  func `learns nothing from other refusals`(words: String) {
    #expect(learnt(words) == ChatForm())
  }
}
