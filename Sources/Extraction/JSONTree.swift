/// A JSON document as an array of values in the order of the text, read leniently.
///
/// Pages hold JSON that no strict reader takes: raw line breaks in strings, trailing commas, comments around it. This reader
/// takes what it can and ends quietly where it cannot go on. It does not recurse, and what lies deeper than 64 is left out.
struct JSONTree: Sendable {
  enum Kind: Sendable { case object, array, string, other }

  struct Value: Sendable {
    let kind: Kind
    let parent: Int32
    /// The index behind the last value within this one.
    var end: Int32
    /// The hash of the key, 0 within arrays.
    let key: UInt64
    /// The decoded string, or the literal, in `text`.
    let start: Int32
    let last: Int32
  }

  static let maxDepth = 64
  /// The most values that are kept of all documents together.
  static let maxValues = 200_000

  private(set) var values: [Value] = []
  private(set) var text: [UInt8] = []

  /// Reads a further document into the same tree.
  mutating func append(_ source: ArraySlice<UInt8>) {
    // "<![CDATA[" before the first brace is no array.
    let wrapper = source.prefix(64).firstIndex(ofFolded: "[cdata[", from: source.startIndex)
    let first = wrapper.map { $0 + 7 } ?? source.startIndex
    guard let start = source[first...].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else {
      return
    }
    guard values.count < Self.maxValues else { return }
    var reader = Reader(source: source, index: start)
    reader.run(into: &self)
  }

  /// The bytes of a string or literal.
  func bytes(of value: Int) -> ArraySlice<UInt8> {
    text[Int(values[value].start)..<Int(values[value].last)]
  }

  /// The values directly within an object or array.
  func children(of value: Int) -> [Int] {
    var result: [Int] = []
    var index = value + 1
    while index < Int(values[value].end) {
      result.append(index)
      index = Int(values[index].end)
    }
    return result
  }

  /// The value under a key of an object.
  func child(_ key: UInt64, of value: Int) -> Int? {
    var index = value + 1
    while index < Int(values[value].end) {
      if values[index].key == key { return index }
      index = Int(values[index].end)
    }
    return nil
  }

  fileprivate mutating func add(_ kind: Kind, key: UInt64, parent: Int32, from start: Int) {
    values.append(
      Value(
        kind: kind,
        parent: parent,
        end: Int32(values.count + 1),
        key: key,
        start: Int32(start),
        last: Int32(text.count)
      )
    )
  }

  fileprivate mutating func close(_ value: Int32) {
    values[Int(value)].end = Int32(values.count)
  }

  fileprivate mutating func append(byte: UInt8) { text.append(byte) }

  fileprivate mutating func append(scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar), let code = UTF8.encode(scalar) else { return }
    text.append(contentsOf: code)
  }

  fileprivate mutating func forgetText(from start: Int) { text.removeSubrange(start...) }
}

private struct Reader {
  let source: ArraySlice<UInt8>
  var index: Int
  private var open: [Int32] = []
  private var key: UInt64 = 0
  private var hasKey = false
  private var surplus = 0

  init(source: ArraySlice<UInt8>, index: Int) {
    self.source = source
    self.index = index
  }

  mutating func run(into tree: inout JSONTree) {
    while index < source.endIndex && tree.values.count < JSONTree.maxValues {
      let byte = source[index]
      switch byte {
      case 0x7B, 0x5B: begin(byte == 0x7B ? .object : .array, &tree)
      case 0x7D, 0x5D:
        index += 1
        if surplus > 0 {
          surplus -= 1
        } else if let last = open.popLast() {
          tree.close(last)
        }
        hasKey = false
        if open.isEmpty { return }
      case 0x22: readString(into: &tree)
      case 0x2C, 0x3A: index += 1
      case _ where byte <= 0x20: index += 1
      default: readLiteral(into: &tree)
      }
    }
    while let last = open.popLast() { tree.close(last) }
  }

  private mutating func begin(_ kind: JSONTree.Kind, _ tree: inout JSONTree) {
    index += 1
    guard open.count < JSONTree.maxDepth, surplus == 0 else {
      surplus += 1
      return
    }
    let place = Int32(tree.values.count)
    tree.add(kind, key: takeKey(), parent: open.last ?? -1, from: tree.text.count)
    open.append(place)
  }

  private mutating func takeKey() -> UInt64 {
    defer {
      key = 0
      hasKey = false
    }
    return key
  }

  private mutating func readString(into tree: inout JSONTree) {
    let start = tree.text.count
    index += 1
    while index < source.endIndex, source[index] != 0x22 {
      if source[index] == 0x5C {
        readEscape(into: &tree)
      } else {
        tree.append(byte: source[index])
        index += 1
      }
    }
    index += 1
    guard let parent = open.last else { return }
    if tree.values[Int(parent)].kind == .object && !hasKey {
      key = NameHash(tree.text[start...]).value
      hasKey = true
      tree.forgetText(from: start)
      return
    }
    let key = takeKey()
    if surplus == 0 { tree.add(.string, key: key, parent: parent, from: start) }
  }

  private mutating func readEscape(into tree: inout JSONTree) {
    index += 1
    guard index < source.endIndex else { return }
    let byte = source[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): tree.append(byte: 0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): tree.append(byte: 0x20)
    case UInt8(ascii: "u"):
      guard var value = readHexadecimal() else { return }
      if (0xD800..<0xDC00).contains(value), index + 1 < source.endIndex, source[index] == 0x5C,
        source[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = readHexadecimal() ?? 0
        value = 0x10000 + (value - 0xD800) << 10 + (low &- 0xDC00) & 0x3FF
      }
      tree.append(scalar: value)
    default: tree.append(byte: byte)
    }
  }

  private mutating func readHexadecimal() -> UInt32? {
    guard index + 4 <= source.endIndex,
      let value = UInt32(String(decoding: source[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return value
  }

  private mutating func readLiteral(into tree: inout JSONTree) {
    let start = tree.text.count
    while index < source.endIndex, !",:]}\"[{".utf8.contains(source[index]), source[index] > 0x20 {
      tree.append(byte: source[index])
      index += 1
    }
    guard let parent = open.last, surplus == 0 else { return }
    let key = takeKey()
    tree.add(.other, key: key, parent: parent, from: start)
  }
}
