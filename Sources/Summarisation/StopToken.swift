/// The word before a full stop, in lower case.
struct StopToken {
  private(set) var word: [UInt8] = []
  /// The same with the short words before it that have stops of their own: "z.b" for "z. B."
  private(set) var joined: [UInt8] = []
  private(set) var shape = WordShape()
  /// Whether nothing stands before it in the sentence, as with the number of a list item.
  private(set) var isFirst = false
  /// Whether it begins with a small letter.
  private(set) var isLower = false
  /// What stands before it, 0 at the beginning of the sentence.
  private(set) var before: UInt32 = 0
  /// Whether a number and a space stand before it.
  private(set) var followsDigit = false
  /// The word with a stop that stands before it.
  private(set) var previous: [UInt8] = []
  /// Whether a number with a stop stands before it.
  private(set) var followsNumber = false

  /// Longer words are no abbreviations, and looking back stays bounded.
  private static let longest = 24

  /// Reads the word that ends at `end`, in a sentence that begins at `start`.
  init(_ text: Span<UInt8>, before end: Int, notBefore start: Int) {
    guard let first = Self.first(text, before: end, notBefore: start) else { return }
    isFirst = first == start
    read(text, first..<end)
    guard !isFirst else { return }
    before = text.scalar(before: first).value
    if before == 0x20, first > start + 1 { followsDigit = text[first - 2].isDigit }
    join(text, before: first, notBefore: start)
  }

  private init() {}

  /// Whether it is made of initials, which no letter behind an apostrophe is.
  var isInitials: Bool {
    shape.isInitials && !(isLower && (before == 0x27 || before == 0x2019))
  }

  /// Where the run of letters, digits and stops begins; nil where there is none, or a long one.
  private static func first(_ text: Span<UInt8>, before end: Int, notBefore start: Int) -> Int? {
    var first = end
    while first > start, end - first <= longest {
      let scalar = text.scalar(before: first)
      let kind = ScalarClass(scalar.value)
      guard kind == .letter || kind == .digit || scalar.value == 0x2E || scalar.value == 0x6D4
      else { break }
      first -= scalar.length
    }
    return first < end && end - first <= longest ? first : nil
  }

  private mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) {
    isLower = CaseFolding.isLower(text.scalar(at: range.lowerBound).value)
    word.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let lower = CaseFolding.lower(scalar.value)
      word.append(scalar: lower)
      shape.add(scalar.value, lower)
    }
  }

  /// Joins up to two short words before it that have stops.
  private mutating func join(_ text: Span<UInt8>, before first: Int, notBefore start: Int) {
    joined = word
    var place = first
    for round in 0..<2 {
      let space = place > start ? text.scalar(before: place) : ReadScalar(value: 0, length: 0)
      let stop = place - space.length - 1
      guard [0x20, 0xA0, 0x202F].contains(space.value), stop > start, text[stop] == 0x2E,
        let begin = Self.first(text, before: stop, notBefore: start)
      else { return }
      var other = StopToken()
      other.read(text, begin..<stop)
      if round == 0 { (previous, followsNumber) = (other.word, other.shape.isNumber) }
      guard (1...4).contains(other.shape.letters), other.word.count + joined.count < 30 else {
        return
      }
      joined = other.word + [0x2E] + joined
      place = begin
    }
  }
}
