import Glibc

/// Tells what stands in many pages from what many sources say.
///
/// A sentence that two texts have character for character, and that are otherwise unlike, is a
/// phrase of their pages ("This video has failed to load."). Alike are texts by the cosine of the
/// stems of all sentences that only they have, each weighted by how rare it is.
struct Boilerplate {
  private let index: CollectionIndex
  private let corroboration: Corroboration
  private var stems: [Int: DocumentStems] = [:]
  private var verdicts: [Int: Bool] = [:]
  private var likeness: [Range<Int>: Double?] = [:]

  /// Of 582 pairs of texts on one event 77 in 100 have this cosine, of others 5 to 10.
  private static let alike = 0.09
  /// Pages of one publisher have more words in common, whatever they are about.
  private static let alikeOfOne = 0.2
  /// So many pages of one publisher that are unlike the first decide.
  private static let mostUnlike = 2
  /// Documents that are compared with the first that has a sentence.
  private static let mostCompared = 16
  /// From fewer stems nothing is concluded.
  private static let fewestStems = 16

  private struct DocumentStems {
    /// Rising by stem.
    var weights: [(stem: Int32, weight: Double)] = []
    var square = 0.0

    /// The sum of the weights that both have.
    func product(with other: DocumentStems) -> Double {
      var (left, right, sum) = (0, 0, 0.0)
      while left < weights.count, right < other.weights.count {
        let (mine, theirs) = (weights[left].stem, other.weights[right].stem)
        if mine == theirs { sum += weights[left].weight }
        if mine <= theirs { left += 1 }
        if theirs <= mine { right += 1 }
      }
      return sum
    }
  }

  init(_ index: CollectionIndex, _ corroboration: Corroboration) {
    self.index = index
    self.corroboration = corroboration
  }

  /// Whether the sentence that leads a group is a phrase of pages.
  mutating func holds(_ leader: Int) -> Bool {
    if let verdict = verdicts[leader] { return verdict }
    let verdict = judge(leader)
    verdicts[leader] = verdict
    return verdict
  }

  private mutating func judge(_ leader: Int) -> Bool {
    let document = index.document(of: leader)
    var seen: Set<Int> = []
    var (alike, unlike, unlikeOfOne) = (0, 0, 0)
    for other in corroboration.alike(leader) where seen.count < Self.mostCompared {
      let partner = index.document(of: other)
      guard index.isSameText(leader, other), seen.insert(partner).inserted else { continue }
      let isOne = index.copies.haveOnePublisher(document, partner)
      guard !index.copies.areKin(document, partner), let cosine = cosine(document, partner),
        cosine < (isOne ? Self.alikeOfOne : Self.alike)
      else {
        alike += 1
        continue
      }
      unlike += 1
      if isOne { unlikeOfOne += 1 }
    }
    return unlike > alike || unlikeOfOne >= Self.mostUnlike
  }

  /// The likeness of two documents; nil where one has too little of its own to tell.
  private mutating func cosine(_ one: Int, _ other: Int) -> Double? {
    let pair = min(one, other)..<max(one, other)
    if let known = likeness[pair] { return known }
    let (mine, theirs) = (stems(of: one), stems(of: other))
    var cosine: Double?
    if min(mine.weights.count, theirs.weights.count) >= Self.fewestStems {
      cosine = mine.product(with: theirs) / (mine.square * theirs.square).squareRoot()
    }
    likeness[pair] = cosine
    return cosine
  }

  private mutating func stems(of document: Int) -> DocumentStems {
    if let known = stems[document] { return known }
    let concepts = index.concepts
    var own: Set<Int32> = []
    for sentence in concepts.documents[document]
    where corroboration.documentCount(of: sentence) == 1 {
      own.formUnion(concepts.concepts[concepts.range(of: sentence)])
    }
    var found = DocumentStems()
    for stem in own.sorted() where concepts.isSubject(Int(stem)) {
      let count = Double(concepts.sentenceCounts[Int(stem)])
      let rarity = log(1 + Double(concepts.entries.count) / count)
      found.weights.append((stem, rarity * rarity))
      found.square += rarity * rarity
    }
    stems[document] = found
    return found
  }
}
