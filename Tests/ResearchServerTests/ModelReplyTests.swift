import FoundationEssentials
import Testing

@testable import ResearchServer

struct ModelReplyTests {
  private struct Body: Decodable {
    let id: String
    let model: String
  }

  @Test(arguments: ["m", "", "a\"b\\c/d", "\u{0}\n\u{1f}\u{7f}", "ü\u{1f600}e\u{301}\r\n"])
  func `writes names as JSON that any program reads`(name: String) throws {
    let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    let asked = #"{"model":\#(quoted),"messages":[{"role":"user","content":"x"}]}"#
    let post = try ChatPost(Array(asked.utf8))
    let json = ModelReply.report(on: 0).json(to: post, id: name)
    let read = try JSONDecoder().decode(Body.self, from: Data(json))
    #expect(read.model.unicodeScalars.elementsEqual(name.unicodeScalars))
    #expect(read.id.unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  private struct Event: Decodable {
    struct Choice: Decodable {
      struct Delta: Decodable { let content: String? }
      let delta: Delta
      let finish_reason: String?
    }
    struct Usage: Decodable { let prompt_tokens: Int }
    let id: String
    let choices: [Choice]
    let usage: Usage?
  }

  @Test(arguments: [true, false])
  func `says the same in events, with the usage where it is asked for`(asks: Bool) throws {
    let options = asks ? #","stream_options":{"include_usage":true}"# : ""
    let asked =
      #"{"model":"m","stream":true\#(options),"messages":[{"role":"user","content":"x"}]}"#
    let post = try ChatPost(Array(asked.utf8))
    #expect(post.streams && post.asksForUsage == asks)
    let reply = ModelReply.report(on: 3)
    let text = String(decoding: reply.events(to: post, id: "7"), as: UTF8.self)
    #expect(text.hasSuffix("\n\ndata: [DONE]\n\n"))
    let events = try text.split(separator: "\n").dropLast().map { line in
      try JSONDecoder().decode(Event.self, from: Data(line.dropFirst("data: ".count).utf8))
    }
    let said = events.compactMap { $0.choices.first?.delta.content }
    #expect(said.count == 5 && said.joined() == reply.text && events.allSatisfy { $0.id == "7" })
    #expect(events.compactMap { $0.choices.first?.finish_reason } == ["stop"])
    #expect(events.compactMap { $0.usage?.prompt_tokens } == (asks ? [1] : []))
  }
}
