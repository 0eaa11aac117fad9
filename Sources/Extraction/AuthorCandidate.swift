/// A list of names that one source gives for the authors.
struct AuthorCandidate {
  /// Where the list comes from.
  enum Source: Hashable {
    case data, meta, property, relation, link, named, byline, bare, address
  }

  let names: [PersonName]
  let score: Double
  let source: Source
  let likeness: PersonName.Likeness
  private let keys: Set<UInt64>

  init(_ names: [PersonName], _ score: Double, _ source: Source, _ likeness: PersonName.Likeness) {
    self.names = names
    self.score = score
    self.source = source
    self.likeness = likeness
    keys = Set(names.map(\.key))
  }

  /// The share of names that two lists have in common.
  func overlap(_ other: AuthorCandidate) -> Double {
    let common = keys.count { other.keys.contains($0) }
    return Double(common) / Double(keys.count + other.keys.count - common)
  }
}
