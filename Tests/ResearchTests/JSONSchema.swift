import FoundationEssentials

/// What a JSON Schema says, as far as ours says anything.
struct JSONSchema {
  private let root: JSON

  /// The words that are understood; a schema with others is not held to.
  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties",
    "properties", "items", "minItems", "const", "enum", "minimum", "maximum", "minLength",
    "pattern",
  ]

  /// The schema of reports that comes with the project.
  static func report() throws -> JSONSchema {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let path = root + "/templates/report.schema.json"
    return JSONSchema(root: try JSON(String(contentsOfFile: path, encoding: .utf8)))
  }

  /// What is wrong with a value, and where; nothing where it is right.
  func faults(in value: JSON) -> [String] { faults(in: value, by: root, at: "$") }

  private func faults(in value: JSON, by schema: JSON, at place: String) -> [String] {
    let unknown = schema.names.subtracting(Self.known)
    if !unknown.isEmpty { return ["the schema says \(unknown)"] }
    if let name = schema["$ref"]?.text?.split(separator: "/").last {
      guard let target = root["$defs"]?[String(name)] else { return ["no \(name)"] }
      return faults(in: value, by: target, at: place)
    }
    var faults: [String] = []
    if let type = schema["type"] {
      let types = type.text.map { [$0] } ?? type.values.compactMap(\.text)
      if !types.contains(where: { Self.is(value, $0) }) { faults.append("\(place) is no \(types)") }
    }
    if let const = schema["const"], const != value { faults.append("\(place) is not \(const)") }
    if let all = schema["enum"], !all.values.contains(value) {
      faults.append("\(place) is none of \(all.values.count)")
    }
    faults += bounds(of: value, schema, place) + members(of: value, schema, place)
    if let items = schema["items"] {
      for (index, item) in value.values.enumerated() {
        faults += self.faults(in: item, by: items, at: "\(place)[\(index)]")
      }
    }
    return faults
  }

  private func bounds(of value: JSON, _ schema: JSON, _ place: String) -> [String] {
    var isRight = true
    if let number = value.seconds {
      isRight =
        number >= schema["minimum"]?.seconds ?? -.infinity
        && number <= schema["maximum"]?.seconds ?? .infinity
    }
    if let text = value.text {
      isRight = text.unicodeScalars.count >= schema["minLength"]?.int ?? 0
      if let pattern = schema["pattern"]?.text { isRight = Self.fits(text, pattern) }
    }
    if case .list(let items) = value { isRight = items.count >= schema["minItems"]?.int ?? 0 }
    return isRight ? [] : ["\(place) is out of bounds"]
  }

  private func members(of value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard case .object(let fields) = value else { return [] }
    var faults: [String] = []
    for name in schema["required"]?.values.compactMap(\.text) ?? [] where fields[name] == nil {
      faults.append("\(place) lacks \(name)")
    }
    for (name, field) in fields {
      if let member = schema["properties"]?[name] {
        faults += self.faults(in: field, by: member, at: "\(place).\(name)")
      } else if schema["additionalProperties"] == .bool(false) {
        faults.append("\(place) has \(name)")
      }
    }
    return faults
  }

  private static func `is`(_ value: JSON, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.number, "number"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }

  /// The two patterns of the schema: hashes and days.
  private static func fits(_ text: String, _ pattern: String) -> Bool {
    let digits = { (text: Substring) in text.utf8.allSatisfy { $0 &- 0x30 < 10 } }
    switch pattern {
    case "^[0-9a-f]{64}$":
      return text.utf8.count == 64 && text.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    case "^[0-9]{4}-[0-9]{2}-[0-9]{2}$":
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy(digits)
    default: return false
    }
  }
}
