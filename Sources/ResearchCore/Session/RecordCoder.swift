import FoundationEssentials

/// Turns records into lines of JSON and back.
package struct RecordCoder: Sendable {
  /// Enough of an object to tell whether it is a record.
  private struct Head: Decodable {
    var index: Int?
  }

  /// Why a line is no record.
  struct Flaw: Error {
    var reason: String
    /// Whether the line is JSON at all.
    var isJSON: Bool
  }

  /// A coder for the schema's only version.
  package init() {}

  /// One line of JSON with its line end; keys are sorted, so that equal records give equal bytes.
  package func line(for record: Record) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bare = [UInt8](try encoder.encode(RecordPlaces.without(record)))
    var line = RecordPlaces.insert(record, into: JSONText.safe(bare))
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The line with the record's numbers changed as `numbers` say.
  func renumbered(_ line: [UInt8], _ numbers: [Int: Int]) throws -> [UInt8] {
    var record = try record(from: line)
    record.index = numbers[record.index] ?? record.index
    record.duplicateOf = record.duplicateOf.flatMap { numbers[$0] }
    return try self.line(for: record)
  }

  /// The record that a line holds; throws where it is not one.
  package func record(from line: [UInt8]) throws -> Record {
    try JSONDecoder().decode(Record.self, from: Data(line))
  }

  /// The index of the record that a line of a file holds; nil for an object without one.
  func index(of line: [UInt8], path: String, line number: Int) throws(RecordsError) -> Int? {
    do throws(Flaw) {
      return try checked(line)?.index
    } catch {
      throw .malformed(path: path, line: number, reason: error.reason)
    }
  }

  /// The record that a line holds; nil for an object without an index.
  ///
  /// Throws where the line is no object, lacks something, or contradicts itself.
  func checked(_ line: [UInt8]) throws(Flaw) -> Record? {
    let data = Data(line)
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: data)
    } catch {
      if try !hasIndex(data) { return nil }
      throw Flaw(error)
    }
    if let objection = record.objection { throw Flaw(reason: objection, isJSON: true) }
    return record
  }

  /// Whether an object is to be a record: one without an index is none of ours, whatever it lacks.
  private func hasIndex(_ data: Data) throws(Flaw) -> Bool {
    do { return try JSONDecoder().decode(Head.self, from: data).index != nil } catch {
      throw Flaw(error)
    }
  }
}

extension RecordCoder.Flaw {
  /// What the decoder says, in words.
  fileprivate init(_ error: any Error) {
    self.init(reason: Self.reason(error), isJSON: Self.isJSON(error))
  }

  private static func isJSON(_ error: any Error) -> Bool {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return true }
    return !context.codingPath.isEmpty
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "it lacks \"\(key.stringValue)\""
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      "it is not a JSON object"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has an unknown value"
    default: "it is not a JSON object"
    }
  }
}
