/// Counts words, in one way for all bounds and all figures; `Extraction` counts the same by itself.
///
/// A word is a run between white space. In a run that holds characters of a script without spaces,
/// two of those, or of the marks between them, count as one, rounded up.
package enum WordCount {
  /// The number of words in `text`.
  package static func words(in text: String) -> Int {
    let bytes = text.utf8Span.span
    return words(in: bytes, 0..<bytes.count)
  }

  /// The number of words in the bytes of `range`.
  static func words(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      // A run of ASCII is one word whatever its marks.
      while index < range.upperBound, text[index] < 0x80, !text[index].isBlank { index += 1 }
      if index < range.upperBound, text[index] >= 0x80 {
        total += words(inRun: text, start..<range.upperBound, end: &index)
      } else if index > start {
        total += 1
      } else {
        index += 1
      }
    }
    return total
  }

  /// The words of the run that a range begins with; `end` becomes the place behind the white space
  /// that ends it.
  private static func words(
    inRun text: Span<UInt8>,
    _ range: Range<Int>,
    end: inout Int
  ) -> Int {
    var run = Run()
    end = range.lowerBound
    while end < range.upperBound {
      let scalar = text.scalar(at: end)
      end += scalar.length
      let kind = ScalarClass(scalar.value)
      if kind == .space { break }
      run.add(kind)
    }
    return run.words
  }

  /// What stands between two spaces.
  private struct Run {
    private var isEmpty = true
    private var hasUnspaced = false
    private var inSpacedWord = false
    private var spacedWords = 0
    private var characters = 0
    private var halves = 0

    @inline(__always)
    mutating func add(_ kind: ScalarClass) {
      isEmpty = false
      if kind == .letter || kind == .digit {
        if !inSpacedWord {
          spacedWords += 1
          halves += (characters + 1) / 2
          characters = 0
        }
        inSpacedWord = true
      } else {
        if kind == .unspaced { hasUnspaced = true }
        inSpacedWord = false
        characters += 1
      }
    }

    var words: Int {
      if !hasUnspaced { return isEmpty ? 0 : 1 }
      return spacedWords + halves + (characters + 1) / 2
    }
  }
}
