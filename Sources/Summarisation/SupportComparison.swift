/// The words of a sentence held against those of passages.
struct SupportComparison {
  private let words: [SupportWord]
  private let passages: SupportPassages
  private let traits: LanguageTraits
  private let prefixes: [[UInt8]]

  init(
    _ words: [SupportWord],
    _ passages: SupportPassages,
    traits: LanguageTraits,
    prefixes: [[UInt8]]
  ) {
    (self.words, self.passages, self.traits, self.prefixes) = (words, passages, traits, prefixes)
  }

  /// The score.
  var score: SupportScore {
    var score = SupportScore()
    var (found, counted) = (0, 0)
    for word in words where word.kind == .content && !word.isUnspaced {
      counted += 1
      let isFound = word.isName ? passages.hasName(word) : passages.has(word)
      if isFound {
        found += 1
      } else if word.isName || traits.hidesNames {
        score.names.append(String(decoding: word.text, as: UTF8.self))
      }
      if !isFound, let opposite = opposite(of: word) { score.denials.append(opposite) }
    }
    for word in words where word.kind == .number && !passages.hasNumber(word.text) {
      score.numbers.append(String(decoding: word.text, as: UTF8.self))
    }
    score.moved = moved
    score.names += replacedStart
    for stretch in CharacterGrams.stretches(of: words) {
      let (stretchFound, all) = read(stretch, &score)
      (found, counted) = (found + stretchFound, counted + all)
    }
    score.words = counted == 0 ? 1 : Double(found) / Double(counted)
    score.denials += DenialCheck(words).differences(to: DenialCheck(passages.words))
      .map { String(decoding: $0, as: UTF8.self) }
    return score
  }

  /// Names and numbers that have none of their own neighbours, but those of another one.
  private var moved: [String] {
    let places = WordNeighbours.places(in: words)
    return places.compactMap { place in
      let word = words[place.word]
      guard word.isName || word.kind == .number, !word.isUnspaced else { return nil }
      let sides = WordNeighbours.sides(place, words)
      let own = passages.neighbours.sides(of: word.stem)
      guard !own.isEmpty, own.isDisjoint(with: sides) else { return nil }
      let isTaken = takers(of: sides).contains { other in
        (other.kind == .number) == (word.kind == .number) && (other.isName || other.kind == .number)
      }
      return isTaken ? String(decoding: word.text, as: UTF8.self) : nil
    }
  }

  /// The passages' words at these sides; where every noun has a capital, only one at all of them.
  private func takers(of sides: Set<WordNeighbours.Side>) -> [SupportWord] {
    let takers = sides.map { passages.neighbours.words(at: $0) }
    guard traits.capitalisesNouns else { return takers.flatMap(\.self) }
    guard takers.count == 2 else { return [] }
    let stems = Set(takers[1].map(\.stem))
    return takers[0].filter { stems.contains($0.stem) }
  }

  /// The first word, where it is foreign to the passages and they have another one with a capital
  /// before the next word: most such ones are names.
  private var replacedStart: [String] {
    guard let place = WordNeighbours.places(in: words).first, let first = words.first,
      place.word == 0, first.isCapital, !first.isName, !passages.has(first)
    else { return [] }
    let sides = WordNeighbours.sides(place, words)
    let stems = Set(words.map(\.stem))
    let isReplaced = sides.flatMap { passages.neighbours.words(at: $0) }
      .contains { $0.isCapital && $0.kind == .content && !stems.contains($0.stem) }
    return isReplaced ? [String(decoding: first.text, as: UTF8.self)] : []
  }

  /// Reads characters without spaces; a longer run that is foreign to the passages is a name.
  ///
  /// Where something was left out, the runs over the gap are new, but never more than their length.
  private func read(_ stretch: [SupportWord], _ score: inout SupportScore) -> (Int, Int) {
    let grams = CharacterGrams.runs(of: stretch, traits.gramLength)
    let known = grams.map { passages.hasGram($0) }
    var start = 0
    while start < known.count {
      let end = known[start...].firstIndex { $0 != known[start] } ?? known.count
      if !known[start], end - start >= traits.gramLength + 1 {
        let name = stretch[(start + 1)..<end].flatMap(\.text)
        score.names.append(String(decoding: name, as: UTF8.self))
      }
      start = end
    }
    return (known.count(where: \.self), known.count)
  }

  /// The word without its "un-", or with one, where only that one is in the passages.
  private func opposite(of word: SupportWord) -> String? {
    for prefix in prefixes {
      let bare = word.text.dropFirst(prefix.count)
      let isFound =
        word.text.starts(with: prefix) && bare.count >= 4 && passages.hasText(Array(bare))
        || word.text.count >= 4 && passages.hasText(prefix + word.text)
      if isFound { return String(decoding: word.text, as: UTF8.self) }
    }
    return nil
  }
}
