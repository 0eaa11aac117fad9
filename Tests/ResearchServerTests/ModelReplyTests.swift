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
}
