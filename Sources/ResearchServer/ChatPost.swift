import FoundationEssentials

/// What a client asks the exercise's model, as far as the answer depends on it.
struct ChatPost: Sendable {
  private struct Body: Decodable {
    struct Message: Decodable {
      let role: String
      let content: String
    }

    let model: String
    let messages: [Message]
    let stream: Bool?
    let options: Options?

    struct Options: Decodable {
      let usage: Bool?

      private enum CodingKeys: String, CodingKey {
        case usage = "include_usage"
      }
    }

    private enum CodingKeys: String, CodingKey {
      case model, messages, stream
      case options = "stream_options"
    }
  }

  /// Why a body is no question to a model.
  enum Flaw: Error {
    case malformed, empty

    var message: String {
      switch self {
      case .malformed:
        "the body must be a JSON object with a model and messages of a role and a text each"
      case .empty: "there must be at least one message"
      }
    }
  }

  /// The name of the model, which is given back.
  let model: String
  /// The first page `/pages/N` that the messages name.
  let page: Int?
  /// The length of all messages, in Unicode scalars.
  let length: Int
  /// Whether the answer is to come as events.
  let streams: Bool
  /// Whether one of the events is to tell the usage.
  let asksForUsage: Bool

  /// Reads a request's body.
  init(_ body: [UInt8]) throws(Flaw) {
    // Where and why it is no such JSON does not matter: the message says what it must be.
    guard let read = try? JSONDecoder().decode(Body.self, from: Data(body)) else {
      throw .malformed
    }
    guard !read.messages.isEmpty else { throw .empty }
    model = read.model
    streams = read.stream == true
    asksForUsage = read.options?.usage == true
    page = read.messages.lazy.compactMap { Self.page(in: Array($0.content.utf8)) }.first
    length = read.messages.reduce(0) { $0 + $1.content.unicodeScalars.count }
  }

  private static func page(in text: [UInt8]) -> Int? {
    let mark = Array("/pages/".utf8)
    var place = 0
    while place + mark.count < text.count {
      let end = place + mark.count
      if text[place] == mark[0], text[place..<end].elementsEqual(mark),
        let number = number(text[end...].prefix(8))
      {
        return number
      }
      place += 1
    }
    return nil
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: text.prefix { (48...57).contains($0) }, as: UTF8.self))
  }
}
