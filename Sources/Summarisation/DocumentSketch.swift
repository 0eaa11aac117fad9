/// The smallest hashes of a document's runs of four words, in rising order.
///
/// Broder, "On the Resemblance and Containment of Documents", 1997. Of two sketches those hashes
/// are comparable that both would hold: the ones up to the lower of the two greatest.
struct DocumentSketch {
  /// The most hashes of a sketch, before many documents make it smaller.
  static let largest = 256
  /// In hashes: a shorter text resembles others by chance, and has no sketch.
  static let fewest = 32

  private(set) var hashes: [UInt32] = []
  private var buffer: [UInt32] = []
  private var bound = UInt32.max

  /// Reads a text, word by word; in scripts without spaces each character is a word.
  init(_ text: Span<UInt8>) {
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
      if word != 0 { add(shingle.add(word)) }
      word = 0
      if kind == .unspaced { add(shingle.add(UInt64(scalar.value))) }
    }
    if word != 0 { add(shingle.add(word)) }
    settle()
    buffer = []
    if hashes.count < Self.fewest { hashes = [] }
  }

  private mutating func add(_ hash: UInt32?) {
    guard let hash, hash < bound else { return }
    buffer.append(hash)
    if buffer.count >= 4 * Self.largest { settle() }
  }

  /// Keeps the smallest hashes, each once; sorting some at a time costs less than one by one.
  private mutating func settle() {
    buffer.append(contentsOf: hashes)
    buffer.sort()
    hashes.removeAll(keepingCapacity: true)
    for hash in buffer where hash != hashes.last {
      guard hashes.count < Self.largest else { break }
      hashes.append(hash)
    }
    buffer.removeAll(keepingCapacity: true)
    if hashes.count == Self.largest, let last = hashes.last { bound = last }
  }
}

/// The last four words, as hashes.
private struct Shingle {
  private var words = [4 of UInt64](repeating: 0)
  private var count = 0

  /// Adds a word; the hash of the last four, once there are as many.
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
