import FoundationEssentials

/// Turns records into lines of JSON and back.
package struct RecordCoder: Sendable {
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

  /// The record that a line holds; throws where it is not one.
  package func record(from line: [UInt8]) throws -> Record {
    try JSONDecoder().decode(Record.self, from: Data(line))
  }
}
