/// The beginning of what comes after a mark: its first letter, and its first word in lower case.
struct Follower {
  private(set) var word: [UInt8] = []
  private(set) var isUpper = false
  private(set) var isLower = false
  private(set) var isDigit = false
  /// A single letter with a stop, as of a name.
  private(set) var isInitial = false
  /// The number or letter of a list's item, with a bracket behind: "b)".
  private(set) var isEnumerator = false
  /// A number in Roman numerals of more than one letter.
  private(set) var isRoman = false
  /// Whether a bracket, a quotation or a dash opens before it.
  private(set) var hasOpener = false
  /// Whether a dash leads to another quotation.
  private(set) var isAnswer = false
  /// Where the first word ends.
  private var end = 0
  /// Longer words are known to no list.
  private static let longestWord = 24

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

  /// The second word in lower case; empty where something else than a space stands before it.
  func second(in text: Span<UInt8>) -> (word: [UInt8], isUpper: Bool) {
    guard end + 1 < text.count, text[end] == 0x20 else { return ([], false) }
    var word: [UInt8] = []
    _ = Self.readWord(text, from: end + 1, into: &word)
    return (word, CaseFolding.isUpper(text.scalar(at: end + 1).value))
  }

  /// The first three words as far as spaces alone part them; the second alone after a capital.
  func words(in text: Span<UInt8>) -> [[UInt8]] {
    guard !isUpper else { return [second(in: text).word] }
    var words = [word]
    var index = end
    while words.count < 3, index + 1 < text.count, text[index] == 0x20 {
      index += 1
      var word: [UInt8] = []
      _ = Self.readWord(text, from: index, into: &word, end: &index)
      words.append(word)
    }
    return words
  }

  /// Whether a mark stands behind the first word that may be an abbreviation's.
  func hasMark(in text: Span<UInt8>) -> Bool {
    guard end < text.count else { return false }
    return SentenceMark(text.scalar(at: end).value) == .stop
  }

  /// Whether a full stop stands behind the first word.
  func hasStop(in text: Span<UInt8>) -> Bool { end < text.count && text[end] == 0x2E }

  private mutating func read(_ text: Span<UInt8>, from start: Int) {
    var index = Self.skipOpeners(text, from: start)
    hasOpener = index > start
    guard index < text.count else { return }
    if index > start + 4, SentenceMark.isDash(text.scalar(at: start).value) {
      isAnswer = SentenceMark.isOpener(text.scalar(before: index).value)
    }
    let first = text.scalar(at: index)
    isDigit = ScalarClass(first.value) == .digit
    isUpper = CaseFolding.isUpper(first.value)
    isLower = CaseFolding.isLower(first.value)
    let begin = index
    let letters = Self.readWord(text, from: begin, into: &word, end: &index)
    end = index
    let next = index < text.count ? text.scalar(at: index).value : 0
    if letters == 1 {
      isInitial = next == 0x2E && isUpper
      isEnumerator = next == 0x29
      readShortWord(text, begin, next)
    } else if isLower, index > begin + first.length {
      // A name such as "iPhone" begins a sentence as a capital does.
      let second = text.scalar(at: begin + first.length).value
      if CaseFolding.isUpper(second) { (isUpper, isLower) = (true, false) }
    }
    isRoman =
      letters > 1 && isUpper && word.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63].contains($0) }
  }

  /// Dutch begins sentences with a shortened word and a capital behind it: "'s Avonds".
  private mutating func readShortWord(_ text: Span<UInt8>, _ begin: Int, _ next: UInt32) {
    guard isLower, next == 0x20, begin > 0, [0x73, 0x74, 0x6E].contains(text[begin]) else { return }
    let mark = text.scalar(before: begin).value
    guard mark == 0x27 || mark == 0x2019, second(in: text).isUpper || text[begin] == 0x74 else {
      return
    }
    (isUpper, isLower) = (true, false)
  }

  private static func skipOpeners(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, index < start + 10 {
      let scalar = text.scalar(at: index)
      guard SentenceMark.isOpener(scalar.value) else { break }
      index += scalar.length
      if SentenceMark.isDash(scalar.value), index < text.count, text[index] == 0x20 { index += 1 }
    }
    return index
  }

  /// Reads a word in lower case; gives the number of its letters.
  private static func readWord(
    _ text: Span<UInt8>,
    from start: Int,
    into word: inout [UInt8]
  ) -> Int {
    var end = start
    return readWord(text, from: start, into: &word, end: &end)
  }

  private static func readWord(
    _ text: Span<UInt8>,
    from start: Int,
    into word: inout [UInt8],
    end index: inout Int
  ) -> Int {
    var letters = 0
    while index < text.count, word.count < longestWord {
      let scalar = text.scalar(at: index)
      guard ScalarClass(scalar.value) == .letter else { break }
      word.append(scalar: CaseFolding.lower(scalar.value))
      index += scalar.length
      letters += 1
    }
    return letters
  }
}
