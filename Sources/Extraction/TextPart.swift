/// A part of an article's text that is no plain paragraph: code, a list, a quotation, a table.
///
/// All places are offsets in Unicode scalars. A quotation may hold other parts, and a list code, which come behind it; none
/// of the others overlap.
package struct TextPart: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case code, list, quotation, table
  }

  package var kind: Kind
  package var start: Int
  package var end: Int
  /// How deep a list lies within others, from 1; 0 for what is no list.
  package var depth = 0
  /// The number of the first item of a list that counts its items; 0 for others.
  package var first = 0
  /// Where the items of a list begin; what stands behind an item's first paragraph belongs to it.
  package var items: [Int] = []
  /// The rows of a table: start and end of each cell in turn, equal where a cell is empty.
  package var rows: [[Int]] = []

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    start = range.lowerBound
    end = range.upperBound
  }
}

/// A link within an article's text.
package struct TextLink: Sendable, Equatable {
  /// Offsets of what is linked, in Unicode scalars.
  package var start: Int
  package var end: Int
  /// In bytes; what leads further has no address.
  package static let longestAddress = 2_000

  /// Where it leads: an absolute address over HTTP, in printable ASCII, of bounded length.
  package var address: String

  package init(start: Int, end: Int, address: String) {
    self.start = start
    self.end = end
    self.address = address
  }
}
