/// Finds documents that are near copies of earlier ones, or were copied in part.
///
/// Measured is containment, the part of one document's runs of four words that another has, so that
/// a copy which was cut, re-ordered or framed by other matter is found as well. With half of it in
/// an earlier one a document is a near copy (a tenth of all words may have been changed). With
/// three tenths of the smaller one in common two documents are kin: both are read, but they do not
/// confirm each other.
///
/// Memory is bounded: a million hashes in all while there are at most 32,768 documents, each of
/// which has 256 at most; 32 for each one above.
struct DocumentCopies {
  private var sketches: [UInt32] = []
  private var ends: [Int] = [0]
  private var size = DocumentSketch.largest

  private static let same = 0.8
  private static let copied = 0.5
  private static let kin = 0.3
  private static let mostHashes = 1 << 20
  private static let smallest = 32
  /// Of so few comparable hashes nothing is concluded: one text is a twentieth of the other.
  private static let fewestComparable = 12
  /// How many earlier documents are compared, those that share most keys.
  private static let mostPartners = 16

  /// What documents have of one another, by their positions.
  struct Groups: Equatable {
    /// Copies, each with the first document of which it is one.
    var copies: [Int: Int] = [:]
    /// Copies that say next to nothing of their own.
    var idle: Set<Int> = []
    /// Other documents that have a part in common, by the later one.
    var kin: [Int: [Int]] = [:]
  }

  /// Adds the next document.
  mutating func add(_ text: Span<UInt8>) {
    if ends.count * size > Self.mostHashes, size > Self.smallest { halve() }
    sketches.append(contentsOf: DocumentSketch(text).hashes.prefix(size))
    ends.append(sketches.count)
  }

  /// Compares each document with earlier ones that are no copies.
  func groups() -> Groups {
    var groups = Groups()
    var keys = SketchKeys()
    for document in 0..<ends.count - 1 {
      let hashes = ends[document]..<ends[document + 1]
      var kin: [Int] = []
      var greatest = 0.0
      for partner in keys.partners(of: sketches[hashes], atMost: Self.mostPartners) {
        let common = Common(sketches, hashes, ends[partner]..<ends[partner + 1], size: size)
        let part = common.part(of: common.one)
        let original = groups.copies[partner] ?? partner
        if part >= Self.copied, part > greatest {
          greatest = part
          groups.copies[document] = holds(original, hashes) ? original : partner
        }
        if part >= Self.same { groups.idle.insert(document) }
        if common.part(of: min(common.one, common.other)) >= Self.kin {
          kin += original == partner ? [partner] : [original, partner]
        }
      }
      guard !groups.idle.contains(document) else { continue }
      if !kin.isEmpty { groups.kin[document] = kin }
      keys.add(sketches[hashes], of: document)
    }
    return groups
  }

  /// Whether a document has half or more of these hashes.
  private func holds(_ document: Int, _ hashes: Range<Int>) -> Bool {
    let common = Common(sketches, hashes, ends[document]..<ends[document + 1], size: size)
    return common.part(of: common.one) >= Self.copied
  }

  /// Makes all sketches half as large; the smallest hashes of the smallest are the smallest of all.
  private mutating func halve() {
    size /= 2
    var kept: [UInt32] = []
    var keptEnds = [0]
    for document in 0..<ends.count - 1 {
      kept.append(contentsOf: sketches[ends[document]..<ends[document + 1]].prefix(size))
      keptEnds.append(kept.count)
    }
    (sketches, ends) = (kept, keptEnds)
  }

  /// How many hashes two documents have, and have both, as far as they can be compared.
  private struct Common {
    var one = 0
    var other = 0
    var both = 0

    init(_ sketches: [UInt32], _ left: Range<Int>, _ right: Range<Int>, size: Int) {
      let bound = min(
        left.count < size ? .max : sketches[left.upperBound - 1],
        right.count < size ? .max : sketches[right.upperBound - 1]
      )
      var (mine, theirs) = (left.lowerBound, right.lowerBound)
      while true {
        let first = mine < left.upperBound ? sketches[mine] : .max
        let second = theirs < right.upperBound ? sketches[theirs] : .max
        guard min(first, second) <= bound, mine < left.upperBound || theirs < right.upperBound
        else { break }
        if first == second { both += 1 }
        if first <= second, mine < left.upperBound { (one, mine) = (one + 1, mine + 1) }
        if second <= first, theirs < right.upperBound { (other, theirs) = (other + 1, theirs + 1) }
      }
    }

    /// The part of `count` hashes that both have; 0 where they are too few to tell.
    func part(of count: Int) -> Double {
      count >= fewestComparable ? Double(both) / Double(count) : 0
    }
  }
}

/// Which documents hold which hashes: every fourth hash, as copies share many.
private struct SketchKeys {
  private var holders: [UInt32: [Int32]] = [:]

  /// A key that more documents hold is no sign of a copy.
  private static let mostHolders = 8

  mutating func add(_ hashes: ArraySlice<UInt32>, of document: Int) {
    for hash in hashes where hash & 3 == 0 {
      guard holders[hash, default: []].count < Self.mostHolders else { continue }
      holders[hash, default: []].append(Int32(document))
    }
  }

  /// The documents that share most keys with these hashes, in rising order.
  func partners(of hashes: ArraySlice<UInt32>, atMost limit: Int) -> [Int] {
    var counts: [Int32: Int] = [:]
    for hash in hashes where hash & 3 == 0 {
      for holder in holders[hash] ?? [] { counts[holder, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit).map { Int($0.key) }.sorted()
  }
}
