import FoundationEssentials

/// Turns records into lines of JSON and back.
package struct RecordCoder: Sendable {
  /// Enough of an object to tell whether it is a record.
  private struct Head: Decodable {
    var index: Int?
  }

  /// A coder for the schema's only version.
  package init() {}

  /// One line of JSON with its line end; keys are sorted, so that equal records give equal bytes.
  package func line(for record: Record) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var line = [UInt8](try encoder.encode(record))
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
    do {
      let data = Data(line)
      guard try JSONDecoder().decode(Head.self, from: data).index != nil else { return nil }
      let record = try JSONDecoder().decode(Record.self, from: data)
      if let objection = record.objection {
        throw RecordsError.malformed(path: path, line: number, reason: objection)
      }
      return record.index
    } catch let error as RecordsError {
      throw error
    } catch {
      throw .malformed(path: path, line: number, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "it lacks \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has an unknown value"
    default: "it is not a JSON object"
    }
  }
}
