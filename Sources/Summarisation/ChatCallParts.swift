/// A tool call, or a piece of one, as the wire has it.
struct ChatCallPart: Decodable {
  var index: Int?
  var id = ""
  var name = ""
  var arguments = ""

  private enum CodingKeys: String, CodingKey {
    case index, id, function
  }

  private enum FunctionKeys: String, CodingKey {
    case name, arguments
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    index = try container.decodeIfPresent(Int.self, forKey: .index)
    id = try container.decodeIfPresent(String.self, forKey: .id) ?? ""
    guard container.contains(.function) else { return }
    let function = try container.nestedContainer(keyedBy: FunctionKeys.self, forKey: .function)
    name = try function.decodeIfPresent(String.self, forKey: .name) ?? ""
    switch try function.decodeIfPresent(JSONValue.self, forKey: .arguments) {
    case nil, .null: break
    case .string(let text): arguments = text
    // Some send an object in place of its text.
    case let value?: arguments = value.text
    }
  }
}

/// Puts the tool calls of an answer together from their pieces.
struct ChatCallParts {
  private struct Slot {
    let index: Int
    var call: ChatToolCall
  }

  /// More calls than anybody asks for at once.
  private static let maxCalls = 128
  private var slots: [Slot] = []

  /// The calls so far, those without a name left out; one without an identifier gets a number.
  var calls: [ChatToolCall] {
    slots.map(\.call).filter { !$0.name.isEmpty }.enumerated().map { number, call in
      guard call.id.isEmpty else { return call }
      return ChatToolCall(id: "call_\(number + 1)", name: call.name, arguments: call.arguments)
    }
  }

  /// In bytes, of all arguments.
  var size: Int { slots.reduce(0) { $0 + $1.call.arguments.utf8.count } }

  /// Adds a call as a whole.
  mutating func add(whole part: ChatCallPart) {
    add(part, index: nextIndex)
  }

  /// Adds a piece of a call: the next of the one at its index, or the first of another one.
  ///
  /// Where an endpoint gives the same index to all, a new identifier begins a new call.
  mutating func add(_ part: ChatCallPart) {
    let index = part.index ?? (part.id.isEmpty ? slots.last?.index ?? 0 : nextIndex)
    let place = slots.lastIndex { $0.index == index }
    guard let place, part.id.isEmpty || ["", part.id].contains(slots[place].call.id) else {
      return add(part, index: index)
    }
    if slots[place].call.id.isEmpty { slots[place].call.id = part.id }
    if slots[place].call.name.isEmpty { slots[place].call.name = part.name }
    slots[place].call.arguments += part.arguments
  }

  private var nextIndex: Int { (slots.map(\.index).max() ?? -1) &+ 1 }

  private mutating func add(_ part: ChatCallPart, index: Int) {
    guard slots.count < Self.maxCalls else { return }
    let call = ChatToolCall(id: part.id, name: part.name, arguments: part.arguments)
    slots.append(Slot(index: index, call: call))
  }
}
