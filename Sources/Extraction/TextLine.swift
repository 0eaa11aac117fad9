/// A block chosen for the text, with its words for comparison.
struct TextLine: Sendable {
  let block: Int
  let units: Int
  let linkUnits: Int
  let mass: Int
  let tag: Tag
  let isInList: Bool
  let isInTable: Bool
  /// The folded words; only the first dozen of long blocks.
  let words: [UInt64]
  /// The same for lines of equal words.
  let hash: UInt64
  let endsStatement: Bool
}

extension Sequence<TextLine> {
  /// The length of all lines together, in units.
  var units: Int { reduce(0) { $0 + $1.units } }

  /// The mass of all lines together.
  var mass: Int { reduce(0) { $0 + $1.mass } }
}
