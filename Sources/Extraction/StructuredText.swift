/// The texts that a page's linked data give of what is no article: a product's description, the posts of a thread.
struct StructuredText: Sendable {
  /// The longest description of a product, with its line breaks.
  var description: [UInt8] = []
  /// The longest text of a post, a question or any other work.
  var post: [UInt8] = []

  init() {}

  init(_ data: LinkedData, _ kind: PageKind) {
    guard kind != .article else { return }
    if kind == .product { description = data.longest("description", types: Self.products) }
    if kind == .forum { post = data.longest("text", types: []) }
  }

  private static let products = Set(
    ["product", "productgroup", "individualproduct", "productmodel"].map {
      NameHash($0.utf8).value
    }
  )

  /// Whether the post stands for a page whose own text is far shorter.
  func replaces(_ lines: [TextLine]) -> Bool {
    post.count >= 300 && post.count >= 3 * lines.units
  }

  /// Whether the description is worth adding: long enough beside the text, and not said there yet.
  func adds(to lines: [TextLine]) -> Bool {
    guard description.count >= 120,
      description.count * 5 >= lines.reduce(0, { $0 + $1.units })
    else { return false }
    var known: Set<UInt64> = []
    for line in lines { known.formUnion(Self.windows(line.words)) }
    let own = Self.windows(WordFolder.words(description[...]))
    return own.count { known.contains($0) } * 2 < own.count
  }

  /// The hashes of all runs of five words.
  private static func windows(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= 5 else { return [] }
    return (0...(words.count - 5)).map { WordFolder.hash(words[$0..<($0 + 5)]) }
  }
}

extension LinkedData {
  /// The longest string under a key, of objects of some types or, where none are named, of any; with its line breaks.
  func longest(_ name: String, types wanted: Set<UInt64>) -> [UInt8] {
    let key = NameHash(name.utf8).value
    var best: ArraySlice<UInt8> = []
    for (index, value) in tree.values.enumerated() where value.key == key && value.kind == .string {
      let bytes = tree.bytes(of: index)
      guard bytes.count > best.count, value.parent >= 0 else { continue }
      if !wanted.isEmpty, wanted.isDisjoint(with: typeNames(of: Int(value.parent))) { continue }
      best = bytes
    }
    return MarkupText.lines(best)
  }
}
