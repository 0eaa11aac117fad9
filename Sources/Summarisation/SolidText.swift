/// The scalars of a range of a text with one blank for each run of white space.
struct SolidText {
  private var index: Int
  private let end: Int

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next scalar; nil at the end.
  mutating func next(_ text: Span<UInt8>) -> UInt32? {
    guard index < end else { return nil }
    let scalar = text.scalar(at: index)
    index += scalar.length
    guard ScalarClass(scalar.value) == .space else { return scalar.value }
    while index < end {
      let scalar = text.scalar(at: index)
      guard ScalarClass(scalar.value) == .space else { break }
      index += scalar.length
    }
    return 0x20
  }
}
