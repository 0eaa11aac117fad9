import FoundationEssentials

/// Whether a run ended before it had read its list to the end: a line among the records.
///
/// It has no index, so that readers of records pass it over; the last one counts.
package struct ListNote: Sendable, Hashable, Codable {
  private var version = 1
  /// Whether the list may name sources that have no record.
  package var incomplete: Bool

  /// What follows the records of a list that was not read to its end.
  package static let cut = ListNote(isIncomplete: true)

  /// A note on a list.
  init(isIncomplete: Bool) {
    incomplete = isIncomplete
  }

  /// One line of JSON with its line end; keys are sorted.
  package var line: [UInt8] {
    Array("{\"incomplete\":\(incomplete),\"version\":\(version)}\n".utf8)
  }

  /// Reads a line; nil where it holds no note of this version.
  init?(line: [UInt8]) {
    // What is no note is passed over, like every object without an index.
    guard let read = try? JSONDecoder().decode(Self.self, from: Data(line)), read.version == 1
    else { return nil }
    self = read
  }
}
