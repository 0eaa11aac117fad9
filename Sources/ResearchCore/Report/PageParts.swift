/// Tells which parts a place of a text lies in, from the text's beginning to its end.
struct PageParts {
  private var rest: ArraySlice<Record.Part>
  private var open: [Record.Part.Kind: Record.Part] = [:]

  /// Parts that stand within a text of so many scalars, in order; others are passed over.
  init(_ parts: [Record.Part], count: Int) {
    rest = parts.filter { 0 <= $0.start && $0.start < $0.end && $0.end <= count }[...]
  }

  /// Goes on to a place.
  mutating func move(to place: Int) {
    while let part = rest.first, part.start <= place {
      open[part.kind] = part
      rest.removeFirst()
    }
    open = open.filter { $0.value.end > place }
  }

  /// The part of a kind that the place lies in.
  subscript(kind: Record.Part.Kind) -> Record.Part? { open[kind] }
}
