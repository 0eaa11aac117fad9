/// Looks a sentence up in a text, scalar by scalar, white space aside.
struct PassageSearch {
  /// The scalars but white space, each with its offset in the text.
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int32]

  /// More places of one sentence are not looked for.
  private static let mostPlaces = 64

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() where !scalar.isSpaceOrControl {
      scalars.append(scalar)
      offsets.append(Int32(clamping: offset))
    }
    (self.scalars, self.offsets) = (scalars, offsets)
  }

  /// Where a sentence stands, as offsets in Unicode scalars.
  func places(of sentence: String) -> [Range<Int>] {
    let wanted = sentence.unicodeScalars.filter { !$0.isSpaceOrControl }.map { $0 }
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return [] }
    let fallback = Self.fallback(wanted)
    var places: [Range<Int>] = []
    var matched = 0
    for (index, scalar) in scalars.enumerated() {
      while matched > 0, wanted[matched] != scalar { matched = fallback[matched - 1] }
      if wanted[matched] == scalar { matched += 1 }
      guard matched == wanted.count else { continue }
      places.append(Int(offsets[index - matched + 1])..<Int(offsets[index]) + 1)
      if places.count == Self.mostPlaces { break }
      matched = fallback[matched - 1]
    }
    return places
  }

  /// For each beginning of the sentence how much of it is also its end (Knuth, Morris and Pratt).
  private static func fallback(_ wanted: [Unicode.Scalar]) -> [Int] {
    var fallback = [Int](repeating: 0, count: wanted.count)
    var matched = 0
    for index in wanted.indices.dropFirst() {
      while matched > 0, wanted[matched] != wanted[index] { matched = fallback[matched - 1] }
      if wanted[matched] == wanted[index] { matched += 1 }
      fallback[index] = matched
    }
    return fallback
  }
}
