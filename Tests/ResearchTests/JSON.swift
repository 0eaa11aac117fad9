import FoundationEssentials

/// Any JSON value, so that tests read what other programs would.
enum JSON: Decodable, Hashable, ExpressibleByStringLiteral {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  init(stringLiteral text: String) {
    self = .string(text)
  }

  /// Reads one value.
  init(_ text: some StringProtocol) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  /// Reads one value a line.
  static func lines(_ text: String) throws -> [JSON] {
    try text.split(separator: "\n").map { try JSON($0) }
  }

  subscript(name: String) -> JSON? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
  var seconds: Double? { if case .number(let number) = self { number } else { nil } }
  var values: [JSON] { if case .list(let values) = self { values } else { [] } }
  var names: Set<String> { if case .object(let fields) = self { Set(fields.keys) } else { [] } }
}
