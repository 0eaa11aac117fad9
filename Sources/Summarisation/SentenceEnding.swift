/// How a sentence ends.
enum SentenceEnding {
  case none, mark, question

  /// Reads the last characters of a sentence, closing marks left aside.
  ///
  /// `ownMark` is a mark of ASCII that ends sentences in the text's language alone, or 0.
  init(_ text: Span<UInt8>, _ range: Range<Int>, ownMark: UInt8 = 0) {
    var end = range.upperBound
    while end > range.lowerBound {
      let scalar = text.scalar(before: end)
      let isDigit = scalar.value &- 0x30 < 10 && end < range.upperBound
      guard SentenceMark.isCloser(scalar.value) || isDigit || scalar.value == 0x5B else {
        self = Self.ending(with: scalar.value, ownMark)
        return
      }
      end -= scalar.length
    }
    self = .none
  }

  private static func ending(with value: UInt32, _ ownMark: UInt8) -> SentenceEnding {
    switch value {
    case 0x3F, 0xFF1F, 0x61F, 0x37E, 0x1367: .question
    // A colon leads to what follows, but for Armenian.
    case 0x3A where ownMark == 0x3A: .mark
    // Greek asks with a semicolon.
    case 0x3B where ownMark == 0x3B: .question
    // Thai and Lao have no mark to end with.
    case 0x0E00...0x0EFF: .mark
    default: SentenceMark(value) == nil ? .none : .mark
    }
  }
}
