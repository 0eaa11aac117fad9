/// Cuts Markdown into parts small enough that reading one is cheap, whatever is in it.
///
/// cmark takes up to 290 times the memory of what it reads, and for some texts (`![[]()` over and
/// over) time with the square of their length. A document of usual size is one part.
struct MarkdownParts: Sequence, IteratorProtocol {
  /// The longest part, in bytes.
  private static let maxSize = 128 << 10
  /// The most opening brackets of a part: links that are never closed are what takes longest.
  private static let maxBrackets = 1_000

  private var rest: ArraySlice<UInt8>

  /// The parts of a document.
  init(_ document: ArraySlice<UInt8>) {
    rest = document
  }

  /// The next part: up to its last blank line, else its last line end, else as long as may be.
  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = end()
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private func end() -> Int {
    let limit = rest.startIndex + Swift.min(Self.maxSize, rest.count)
    var (brackets, line, blank) = (0, rest.startIndex, rest.startIndex)
    var index = rest.startIndex
    while index < limit {
      let byte = rest[index]
      index += 1
      if byte == UInt8(ascii: "[") {
        brackets += 1
        if brackets > Self.maxBrackets { break }
      } else if byte == UInt8(ascii: "\n") {
        if line > rest.startIndex, rest[line..<index].allSatisfy(\.isLineBlank) { blank = index }
        line = index
      }
    }
    if index == rest.endIndex, brackets <= Self.maxBrackets { return index }
    if blank > rest.startIndex { return blank }
    return line > rest.startIndex ? line : startOfScalar(before: index)
  }

  /// The place before an index where a scalar begins, so that none is cut in two.
  private func startOfScalar(before index: Int) -> Int {
    var start = index - 1
    while start > index - 4, start > rest.startIndex, rest[start] & 0xC0 == 0x80 { start -= 1 }
    return start > rest.startIndex ? start : index
  }
}

extension UInt8 {
  fileprivate var isLineBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
