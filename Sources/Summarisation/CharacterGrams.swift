/// Runs of characters, which stand for words in scripts that put no space between words.
enum CharacterGrams {
  /// All runs of `length` content characters that stand together; shorter stretches as they are.
  static func all(of words: [SupportWord], _ length: Int) -> [[UInt8]] {
    stretches(of: words).flatMap { runs(of: $0, length) }
  }

  /// Content characters that stand together; grammar between them does not part them.
  static func stretches(of words: [SupportWord]) -> [[SupportWord]] {
    var stretches: [[SupportWord]] = []
    var current: [SupportWord] = []
    for word in words {
      let goesOn = word.isUnspaced && word.clause == current.last?.clause ?? word.clause
      if !goesOn, !current.isEmpty {
        stretches.append(current)
        current = []
      }
      if word.isUnspaced, word.kind == .content { current.append(word) }
    }
    if !current.isEmpty { stretches.append(current) }
    return stretches
  }

  /// The runs of one stretch.
  static func runs(of stretch: [SupportWord], _ length: Int) -> [[UInt8]] {
    guard stretch.count > length else { return [stretch.flatMap(\.text)] }
    return (0...(stretch.count - length)).map { start in
      stretch[start..<(start + length)].flatMap(\.text)
    }
  }
}
