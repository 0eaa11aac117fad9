extension SentenceEndRules {
  /// Whether a mark ends its sentence though no space follows: scripts without spaces have none,
  /// and pages lose the space between sentences where they lost a line break.
  func isEndWithoutSpace(
    _ text: Span<UInt8>,
    _ mark: SentenceMark,
    _ place: Place,
    _ next: ReadScalar
  ) -> Bool {
    guard place.mark > place.start else { return false }
    let previous = text.scalar(before: place.mark).value
    if ScalarClass(next.value) == .unspaced {
      return isEndBeforeUnspaced(text, mark, place, previous)
    }
    if mark == .strong, SentenceMark.opensWithoutSpace(next.value) { return true }
    if CaseFolding.isUpper(next.value) { return isEndBeforeCapital(text, mark, place, previous) }
    guard Self.isCaseless(previous), Self.isCaseless(next.value) else { return false }
    // What is quoted goes on in Korean: "모른다."라고
    if place.closes, (0xAC00...0xD7A3).contains(next.value) { return false }
    return mark == .strong || isEndBetweenCaseless(text, place, previous)
  }

  private func isEndBeforeUnspaced(
    _ text: Span<UInt8>,
    _ mark: SentenceMark,
    _ place: Place,
    _ previous: UInt32
  ) -> Bool {
    if place.closes, goesOn(text, text.scalar(at: place.end).value, at: place.end) {
      return false
    }
    if mark == .strong {
      // A name such as "Yahoo!" does not end the sentence that it stands in.
      return place.closes || !(previous < 0x80 && text[place.mark] == 0x21)
    }
    // In the south-east of Asia a stop within words is that of an abbreviation or a number.
    guard ScalarClass(previous) == .unspaced, previous > 0x17FF || previous < 0xE00 else {
      return false
    }
    if !place.closes, !place.isSingleStop || text.scalar(at: place.mark).value == 0x2026 {
      return Self.endsChinese(previous)
    }
    return place.closes || text[place.mark] == 0x2E
      || text.scalar(at: place.mark).value == 0xFF0E
  }

  private func isEndBeforeCapital(
    _ text: Span<UInt8>,
    _ mark: SentenceMark,
    _ place: Place,
    _ previous: UInt32
  ) -> Bool {
    guard CaseFolding.isLower(previous) || previous == 0x29 else { return false }
    if text[place.mark] == 0x21, Self.isLatinName(text, place) { return false }
    guard mark == .stop, !place.closes else { return true }
    return Follower(text, after: place.end).map { words.isStarter($0) } ?? false
  }

  /// Whether a stop between two letters without capitals ends: not one within an abbreviation.
  private func isEndBetweenCaseless(_ text: Span<UInt8>, _ place: Place, _ previous: UInt32) -> Bool
  {
    guard place.isSingleStop else { return true }
    if (0xAC00...0xD7A3).contains(previous) { return Self.endsKorean(previous) }
    let token = StopToken(text, before: place.mark, notBefore: place.start)
    guard !token.isInitials, token.shape.letters > 1, !token.shape.hasStops,
      words.kind(of: token) == .plain
    else { return false }
    guard let follower = Follower(text, after: place.end), follower.word.count > 3 else {
      return false
    }
    return !follower.hasMark(in: text)
  }

  /// Whether a letter belongs to a script without capitals that parts words by spaces.
  private static func isCaseless(_ value: UInt32) -> Bool {
    value >= 0x590 && ScalarClass(value) == .letter && !CaseFolding.isLower(value)
      && !CaseFolding.isUpper(value) && !(0x1E00...0x1FFF).contains(value)
  }

  /// Whether the Latin word before the mark stands in a text of a script without spaces.
  private static func isLatinName(_ text: Span<UInt8>, _ place: Place) -> Bool {
    var index = place.mark
    while index > place.start, index > place.mark - 16, text[index - 1].isLetterOrDigit {
      index -= 1
    }
    return index > place.start && ScalarClass(text.scalar(before: index).value) == .unspaced
  }

  /// Chinese particles that end sentences before an ellipsis: 吗 呢 吧 了 啊 呀.
  private static func endsChinese(_ value: UInt32) -> Bool {
    [0x5417, 0x5462, 0x5427, 0x4E86, 0x554A, 0x5440].contains(value)
  }

  /// Korean sentences end with few syllables: 다, 요, 죠, 까, 오, 음, 함, 임.
  private static func endsKorean(_ value: UInt32) -> Bool {
    [0xB2E4, 0xC694, 0xC8E0, 0xAE4C, 0xC624, 0xC74C, 0xD568, 0xC784].contains(value)
  }

  /// Whether a Japanese particle follows a quotation, which then is part of its sentence.
  func goesOn(_ text: Span<UInt8>, _ next: UInt32, at place: Int) -> Bool {
    if Self.isAttributed(text, at: place, words.saying) { return true }
    // と っ を が は の に で も や か な だ よ ね さ
    let particles: [UInt32] = [
      0x3068, 0x3063, 0x3092, 0x304C, 0x306F, 0x306E, 0x306B, 0x3067, 0x3082, 0x3084, 0x304B,
      0x306A, 0x3060, 0x3088, 0x306D, 0x3055,
    ]
    guard particles.contains(next), place + 3 < text.count else { return false }
    let second = text.scalar(at: place + 3).value
    // でも だが だか だけ はい もう なぜ なお とて とこ さて やが そう: words that begin sentences.
    switch (next, second) {
    case (0x3067, 0x3082), (0x3060, 0x304C), (0x3060, 0x304B), (0x3060, 0x3051), (0x306F, 0x3044),
      (0x3082, 0x3046), (0x306A, 0x305C), (0x306A, 0x304A), (0x3068, 0x3066), (0x3068, 0x3053),
      (0x3055, 0x3066), (0x3084, 0x304C):
      return false
    default: return true
    }
  }

  /// Whether who said what is quoted follows at once, in Chinese or Japanese.
  static func isAttributed(_ text: Span<UInt8>, at start: Int, _ verbs: [[UInt8]]) -> Bool {
    var index = start
    while index < text.count, index < start + 30 {
      let scalar = text.scalar(at: index)
      if scalar.value == 0x3002 || scalar.value == 0xFF0C || scalar.value == 0xFF1A {
        return verbs.contains { text.ends($0, at: index) }
      }
      guard ScalarClass(scalar.value) == .unspaced else { return false }
      index += scalar.length
    }
    return false
  }

  /// Whether a Thai or Lao word before the stop is short enough for an abbreviation.
  static func isThaiAbbreviation(_ text: Span<UInt8>, _ place: Place) -> Bool {
    var index = place.mark
    var letters = 0
    while index > place.start, letters <= 4 {
      let scalar = text.scalar(before: index)
      guard 0xE00...0xEFF ~= scalar.value else { break }
      index -= scalar.length
      letters += 1
    }
    return (1...4).contains(letters)
  }
}
