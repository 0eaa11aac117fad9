/// Text that a page carries only as data for its own program: JSON in scripts, where its elements say next to nothing.
///
/// Such data hold labels, addresses and settings besides the text. What reads like sentences is grouped by its key, and the
/// key with the most of it is taken: the paragraphs of an article, or the posts of a thread, stand under one key.
enum EmbeddedText {
  /// The most bytes of data that are read.
  private static let mostBytes = 4 << 20
  /// The most bytes of text that are taken.
  private static let mostText = 256 << 10
  /// The least bytes of text that make it worth taking: about a hundred words.
  private static let leastText = 600

  /// The paragraphs, in the order of the data; none where there is no text worth the name.
  static func paragraphs(in scripts: [ArraySlice<UInt8>]) -> [[UInt8]] {
    var tree = JSONTree()
    var rest = mostBytes
    for script in scripts where rest > 0 {
      tree.append(script.prefix(rest))
      rest -= script.count
    }
    let sentences = tree.values.indices.filter { index in
      tree.values[index].kind == .string && readsLikeText(tree.bytes(of: index))
    }
    var lengths: [UInt64: Int] = [:]
    for index in sentences {
      lengths[key(of: index, in: tree), default: 0] += tree.bytes(of: index).count
    }
    // Of equal lengths the smaller key, so that the same page gives the same text.
    guard let best = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= leastText
    else { return [] }
    return lines(sentences.filter { key(of: $0, in: tree) == best.key }, of: tree)
  }

  /// The key of a string, or of the list it stands in.
  private static func key(of index: Int, in tree: JSONTree) -> UInt64 {
    let value = tree.values[index]
    return value.key != 0 || value.parent < 0 ? value.key : tree.values[Int(value.parent)].key
  }

  /// The lines of some strings, each once.
  private static func lines(_ strings: [Int], of tree: JSONTree) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    var count = 0
    for index in strings where count < mostText {
      for part in MarkupText.lines(tree.bytes(of: index)).split(separator: 0x0A) {
        guard seen.insert(Array(part)).inserted else { continue }
        count += part.count
        result.append(Array(part))
      }
    }
    return result
  }

  /// Twelve words or so, with few of the signs that programs and addresses are made of.
  private static func readsLikeText(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 60 else { return false }
    var spaces = 0
    var signs = 0
    var wide = 0
    for byte in bytes.prefix(4096) {
      if byte == 0x20 { spaces += 1 }
      if byte >= 0xE0 { wide += 1 }
      if "{};=|\\_".utf8.contains(byte) { signs += 1 }
    }
    let length = min(bytes.count, 4096)
    // Scripts without spaces between words have characters of three bytes instead.
    let isProse = spaces * 14 >= length || wide * 4 >= length
    let isMarkup = bytes.contains(0x3C) && bytes.contains(0x3E)
    return isProse && signs * (isMarkup ? 12 : 50) <= length
  }
}
