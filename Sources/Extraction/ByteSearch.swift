import Glibc

/// Searches and copies over the bytes of a page, as fast as the C library does them.
extension [UInt8] {
  /// The first place of a byte in a range; the range's end where it does not occur.
  @inline(__always)
  func place(of byte: UInt8, in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    return span.extracting(range).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let hit = memchr(start, Int32(byte), bytes.count) else {
        return range.upperBound
      }
      return range.lowerBound + (UnsafeRawPointer(hit) - start)
    }
  }

  /// Appends a short text.
  @inline(__always)
  mutating func append(text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a part of another array; appending a slice of it would count references.
  @inline(__always)
  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    source.span.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension [UInt8] {
  /// Whether a range holds a short text, byte by byte; `part` is compared at every place of its first byte.
  func holds(_ part: ArraySlice<UInt8>, in range: Range<Int>) -> Bool {
    guard let first = part.first, part.count <= range.count else { return false }
    let end = range.upperBound - part.count + 1
    var start = place(of: first, in: range.lowerBound..<end)
    while start < end {
      if self[start..<(start + part.count)].elementsEqual(part) { return true }
      start = place(of: first, in: (start + 1)..<end)
    }
    return false
  }
}
