/// Finds documents that are near copies of earlier ones.
///
/// A sketch of a document is the smallest hashes of its runs of five words (Broder, "On the
/// Resemblance and Containment of Documents", 1997): 128 bytes a document. Two documents are copies
/// when their sketches resemble each other by 0.7.
struct DocumentCopies {
  private var sketches: [UInt32] = []
  private var ends: [Int] = [0]

  private static let size = 32
  /// The smallest hashes, by which sketches to compare are found: of copies that resemble each other
  /// by 0.7 fewer than one in a hundred share none of four.
  private static let keys = 4
  private static let alike = 0.7
  private static let mostPartners = 3

  /// Adds the next document.
  mutating func add(_ text: Span<UInt8>) {
    var sketch = Sketch(size: Self.size)
    var shingle = Shingle()
    var word: UInt64 = 0
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let kind = ScalarClass(scalar.value)
      if kind == .letter || kind == .digit {
        word = (word ^ UInt64(CaseFolding.lower(scalar.value)) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        continue
      }
      if word != 0, let hash = shingle.add(word) { sketch.add(hash) }
      word = 0
      if kind == .unspaced, let hash = shingle.add(UInt64(scalar.value)) { sketch.add(hash) }
    }
    if word != 0, let hash = shingle.add(word) { sketch.add(hash) }
    // A short text resembles others by chance.
    if sketch.hashes.count == Self.size { sketches.append(contentsOf: sketch.hashes) }
    ends.append(sketches.count)
  }

  /// Copies by position, each with the position of the first document of its group.
  func groups() -> [Int: Int] {
    var originals: [Int: Int] = [:]
    for pair in pairs() {
      let later = Int(pair >> 32)
      let earlier = Int(pair & 0xFFFF_FFFF)
      guard originals[later] == nil, originals[earlier] == nil else { continue }
      if resemblance(earlier, later) >= Self.alike { originals[later] = earlier }
    }
    return originals
  }

  /// Pairs of documents that share a key, the later one in the upper half, in rising order.
  private func pairs() -> [UInt64] {
    var keys: [UInt64] = []
    for document in 0..<ends.count - 1 {
      for at in (ends[document]..<ends[document + 1]).prefix(Self.keys) {
        keys.append(UInt64(sketches[at]) << 32 | UInt64(document))
      }
    }
    keys.sort()
    var pairs: [UInt64] = []
    var first = 0
    for at in keys.indices {
      if keys[at] >> 32 != keys[first] >> 32 { first = at }
      for partner in first..<min(at, first + Self.mostPartners) {
        pairs.append((keys[at] & 0xFFFF_FFFF) << 32 | keys[partner] & 0xFFFF_FFFF)
      }
    }
    return pairs.sorted()
  }

  /// The share of common hashes among the smallest of both documents.
  private func resemblance(_ one: Int, _ other: Int) -> Double {
    var left = ends[one]
    var right = ends[other]
    var common = 0
    for _ in 0..<Self.size where left < ends[one + 1] && right < ends[other + 1] {
      let (mine, theirs) = (sketches[left], sketches[right])
      if mine == theirs { common += 1 }
      if mine <= theirs { left += 1 }
      if theirs <= mine { right += 1 }
    }
    return Double(common) / Double(Self.size)
  }
}

/// The last five words, as hashes.
private struct Shingle {
  private var words = [5 of UInt64](repeating: 0)
  private var count = 0

  /// Adds a word; the hash of the last five, once there are as many.
  mutating func add(_ word: UInt64) -> UInt32? {
    for index in 1..<words.count { words[index - 1] = words[index] }
    words[words.count - 1] = word
    count += 1
    guard count >= words.count else { return nil }
    var hash: UInt64 = 0
    for index in words.indices {
      hash = (hash ^ words[index]) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash)
  }
}

/// The smallest distinct hashes seen, in rising order.
private struct Sketch {
  private(set) var hashes: [UInt32] = []
  private let size: Int

  init(size: Int) { self.size = size }

  mutating func add(_ hash: UInt32) {
    if hashes.count == size, let last = hashes.last, hash >= last { return }
    let place = hashes.firstIndex { $0 >= hash } ?? hashes.count
    if place < hashes.count, hashes[place] == hash { return }
    hashes.insert(hash, at: place)
    if hashes.count > size { hashes.removeLast() }
  }
}
