/// The word before a full stop, in lower case.
struct StopToken {
  private(set) var word: [UInt8] = []
  private(set) var isNumber = false
  /// Whether nothing stands before it in the sentence, as with the number of a list item.
  private(set) var isFirst = false
  /// A single letter, or letters with stops between: "J.", "U.S.", "z.B.".
  private(set) var isInitials = false

  /// Longer words are no abbreviations, and looking back stays bounded.
  private static let longest = 24

  init(_ text: Span<UInt8>, before end: Int, notBefore start: Int) {
    var first = end
    while first > start, end - first <= Self.longest {
      let scalar = text.scalar(before: first)
      let kind = ScalarClass(scalar.value)
      guard kind == .letter || kind == .digit || scalar.value == 0x2E else { break }
      first -= scalar.length
    }
    guard first < end, end - first <= Self.longest else { return }
    isFirst = first == start
    read(text, first..<end)
  }

  private mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    var run = 0
    var longestRun = 0
    var digits = 0
    var letters = 0
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      index += scalar.length
      word.append(scalar: CaseFolding.lower(scalar.value))
      run = scalar.value == 0x2E ? 0 : run + 1
      longestRun = max(longestRun, run)
      switch ScalarClass(scalar.value) {
      case .digit: digits += 1
      case .letter: letters += 1
      default: break
      }
    }
    isNumber = digits > 0 && letters == 0
    isInitials = letters > 0 && longestRun == 1 && digits == 0
  }
}

/// The beginning of what comes after a mark: its first letter, and its first word in lower case.
struct Follower {
  private(set) var word: [UInt8] = []
  private(set) var isUpper = false
  private(set) var isLower = false
  private(set) var isDigit = false

  /// Reads past white space and opening marks; nil at the end of the paragraph or text.
  init?(_ text: Span<UInt8>, after place: Int) {
    var index = place
    var lineBreaks = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      if scalar.value == 0x0A { lineBreaks += 1 }
      guard ScalarClass(scalar.value) == .space, lineBreaks < 2 else { break }
      index += scalar.length
    }
    guard index < text.count, lineBreaks < 2 else { return nil }
    read(text, from: index)
  }

  private mutating func read(_ text: Span<UInt8>, from start: Int) {
    var index = start
    while index < text.count, index < start + 8 {
      let scalar = text.scalar(at: index)
      guard SentenceMark.isOpener(scalar.value) else { break }
      index += scalar.length
    }
    if index < text.count { isDigit = ScalarClass(text.scalar(at: index).value) == .digit }
    while index < text.count, word.count < 16 {
      let scalar = text.scalar(at: index)
      guard ScalarClass(scalar.value) == .letter else { break }
      if word.isEmpty {
        isUpper = CaseFolding.isUpper(scalar.value)
        isLower = CaseFolding.isLower(scalar.value)
      }
      word.append(scalar: CaseFolding.lower(scalar.value))
      index += scalar.length
    }
  }
}
