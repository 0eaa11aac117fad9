import Testing

@testable import Fetching

struct LastEventWatchTests {
  private func watch(_ fields: (String, String)...) -> LastEventWatch? {
    LastEventWatch(for: "[DONE]", in: fields.map { HeaderField(name: $0.0, value: $0.1) })
  }

  @Test(arguments: [
    "text/event-stream", "Text/Event-Stream; charset=utf-8", " text/event-stream ;x",
  ])
  func `watches event streams`(type: String) throws {
    var watch = try #require(self.watch(("content-TYPE", type)))
    for byte in "data: [DONE]\n".utf8 { watch.feed([byte]) }
    #expect(!watch.isSeen)
    watch.feed([0x0A])
    #expect(watch.isSeen)
  }

  @Test(arguments: [
    (#"data: {"choices":[{"finish_reason":"stop"}]}"#, true),
    (#"data: {"finish_reason" :"# + "\ndata:  \"stop\"}", true),
    (#"data: {"finish_reason":null}"#, false), (#"data: {"finish_reason":""}"#, false),
    (#"data: {"finish_reason":"#, false), (#"data: {"text":"\"finish_reason\":\"stop\""}"#, false),
    (#"data: {"my_finish_reason":"stop"}"#, false), (#"data: "finish_reason""#, false),
    (#"data: "finish_reason":""#, false), (": \"finish_reason\":\"stop\"", false),
  ])
  func `knows the event with all that matters`(event: String, isComplete: Bool) throws {
    let fields = [HeaderField(name: "Content-Type", value: "text/event-stream")]
    do {
      var watch = try #require(
        LastEventWatch(for: "[DONE]", endField: "finish_reason", in: fields)
      )
      for byte in (event + "\n").utf8 { watch.feed([byte]) }
      #expect(!watch.isComplete)
      watch.feed([0x0A])
      #expect(watch.isComplete == isComplete && !watch.isSeen)
      watch.feed(Array("data: x\n\n".utf8)[...])
      #expect(watch.isComplete == isComplete)
    }
  }

  @Test func `watches nothing else`() {
    #expect(watch() == nil)
    #expect(watch(("Content-Type", "application/json")) == nil)
    #expect(
      watch(("Content-Type", "text/event-stream"), ("Content-Encoding", "gzip")) == nil
    )
    #expect(
      watch(("Content-Type", "text/event-stream"), ("Content-Encoding", "identity")) != nil
    )
  }

  @Test(arguments: ["data: [DONE] \n\n", "data: x[DONE]\n\n", ": [DONE]\n\n", "id: [DONE]\n\n"])
  func `takes nothing else for the last event`(stream: String) throws {
    var watch = try #require(self.watch(("Content-Type", "text/event-stream")))
    watch.feed(Array(stream.utf8)[...])
    #expect(!watch.isSeen)
  }
}
