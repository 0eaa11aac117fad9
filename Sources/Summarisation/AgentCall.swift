internal import FoundationEssentials

/// What a model may ask an agent's tools for.
package enum AgentCall: Sendable, Hashable {
  /// Which sources there are.
  case sources
  /// The passages of all sources that say most about some words.
  case search(query: String)
  /// The passages of a source, by its number, from a place of its text on.
  case read(source: Int, from: Int)
  /// One source more, at an address that was given or stands in a source.
  case fetch(url: String)
}

/// Why a call of a tool cannot be made, in words for the model.
package struct AgentCallError: Error, Hashable {
  package var message: String
}

extension AgentCall {
  /// The most bytes of a call's arguments.
  static let longestArguments = 8_000

  /// Reads a model's call, leniently: numbers may be strings, and no arguments an empty object.
  package init(_ call: ChatToolCall) throws(AgentCallError) {
    let arguments = try Arguments(call.arguments)
    switch call.name {
    case "sources": self = .sources
    case "search": self = .search(query: try arguments.text(arguments.query, "query", call.name))
    case "fetch": self = .fetch(url: try arguments.text(arguments.url, "url", call.name))
    case "read":
      guard let source = arguments.source?.value else {
        throw AgentCallError(message: "read needs the number of a source: {\"source\": 1}.")
      }
      self = .read(source: source, from: max(0, arguments.from?.value ?? 0))
    default:
      throw AgentCallError(
        message: "There is no such tool. The tools are sources, search, read and fetch."
      )
    }
  }

  /// The tool's name.
  package var name: String {
    switch self {
    case .sources: "sources"
    case .search: "search"
    case .read: "read"
    case .fetch: "fetch"
    }
  }

  /// What it is asked for, for people; nil where nothing is to be said.
  package var about: String? {
    switch self {
    case .sources: nil
    case .search(let query): query
    case .read(let source, let from):
      from > 0 ? "source \(source), from \(from)" : "source \(source)"
    case .fetch(let url): url
    }
  }
}

/// A call's arguments as the wire has them.
private struct Arguments: Decodable {
  /// A whole number, or a string that holds one.
  struct Number: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      // One of the two forms fails by its nature.
      if let number = try? container.decode(Int.self) {
        value = number
      } else if let number = Int(try container.decode(String.self)) {
        value = number
      } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number")
      }
    }
  }

  let query: String?
  let url: String?
  let source: Number?
  let from: Number?

  init(_ text: String) throws(AgentCallError) {
    guard text.utf8.count <= AgentCall.longestArguments else {
      throw AgentCallError(message: "The arguments are too long.")
    }
    let json = text.utf8.contains { !$0.isBlank } ? text : "{}"
    do {
      self = try JSONDecoder().decode(Arguments.self, from: Data(json.utf8))
    } catch {
      throw AgentCallError(
        message: "The arguments are not a JSON object such as the tool asks for."
      )
    }
  }

  func text(
    _ value: String?,
    _ name: String,
    _ tool: String
  ) throws(AgentCallError) -> String {
    guard let value, value.utf8.contains(where: { !$0.isBlank }) else {
      throw AgentCallError(message: "\(tool) needs \(name): {\"\(name)\": \"…\"}.")
    }
    return value
  }
}
