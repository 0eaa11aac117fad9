/// Reads a text as the words that the support score compares.
struct SupportReader: ~Copyable {
  private let language: String
  private let stemmer: Stemmer
  private let lexicon: SupportLexicon
  private let functionBit: UInt64
  private let negationBit: UInt64

  private var words: [SupportWord] = []
  private var word = OpenWord()
  private var clause = 0
  /// Whether a sentence begins here, which explains a capital.
  private var isStart = true
  /// The apostrophe before this word, as in "don't".
  private var isAfterApostrophe = false

  /// Words behind it are not looked at.
  static let mostWords = 20_000

  init(_ lexicon: SupportLexicon, language: String) {
    self.language = language
    self.lexicon = lexicon
    stemmer = Stemmer(language: language)
    functionBit = lexicon.data.functionWords.bit(of: language)
    negationBit = lexicon.negations.bit(of: language)
  }

  /// The words of a text, in order.
  mutating func words(of text: Span<UInt8>) -> [SupportWord] {
    (words, clause, isStart, isAfterApostrophe) = ([], 0, true, false)
    var index = 0
    while index < text.count, words.count < Self.mostWords {
      let scalar = text.scalar(at: index)
      switch ScalarClass(scalar.value) {
      case .letter, .digit:
        word.add(scalar.value)
      case .unspaced:
        finishWord()
        addCharacter(scalar.value)
      case .punctuation where isWithinNumber(text, index):
        word.add(scalar.value)
      case .punctuation:
        finishWord()
        pass(mark: scalar.value)
      case .space:
        if isGroup(text, index, scalar) { word.group() } else { finishWord() }
        if scalar.value == 0x0A { clause += 1 }
      }
      index += scalar.length
    }
    finishWord()
    mark(lexicon.denials[language] ?? [], as: .negation)
    mark(lexicon.exceptions[language] ?? [], as: .function)
    joinNames()
    return words
  }

  private mutating func pass(mark: UInt32) {
    isAfterApostrophe = mark == 0x27 || mark == 0x2019
    switch mark {
    case 0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x25, 0x2F, 0x26, 0x24: break
    case 0x22, 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F: isStart = true
    case 0x2C, 0x3001, 0x60C, 0x28, 0x29, 0xFF0C: clause += 1
    case 0x2E:
      clause += 1
      // Behind initials and abbreviations a capital still tells a name.
      isStart = words.last.map { $0.text.count > 3 } ?? true
    default:
      clause += 1
      isStart = true
    }
  }

  private func isWithinNumber(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0x2E || text[index] == 0x2C, word.endsInDigit, index + 1 < text.count
    else { return false }
    return text[index + 1].isDigit
  }

  /// Whether a blank only parts the groups of a number, as in "1 000 000".
  private func isGroup(_ text: Span<UInt8>, _ index: Int, _ scalar: ReadScalar) -> Bool {
    guard word.isNumber, word.digits <= 3 || word.isGrouped, scalar.value != 0x0A else {
      return false
    }
    guard scalar.value != 0x20 || Self.groupsByBlanks.contains(language) else { return false }
    let next = index + scalar.length
    guard next + 3 <= text.count, (next..<(next + 3)).allSatisfy({ text[$0].isDigit }) else {
      return false
    }
    return next + 3 == text.count || !text[next + 3].isLetterOrDigit
  }

  private static let groupsByBlanks = Set([
    "fr", "ru", "uk", "bg", "pl", "cs", "sk", "hu", "fi", "sv", "no", "da",
  ])

  private mutating func addCharacter(_ value: UInt32) {
    var text: [UInt8] = []
    text.append(scalar: value)
    var kind = SupportWord.Kind.content
    if NumberWords.characters.contains(value) {
      kind = .number
    } else if lexicon.negations.mask(of: text) & negationBit != 0 {
      kind = .negation
    } else if isFunction(text) {
      kind = .function
    }
    words.append(
      SupportWord(text: text, stem: text, kind: kind, isUnspaced: true, clause: clause)
    )
    isStart = false
  }

  private func isFunction(_ text: [UInt8]) -> Bool {
    lexicon.data.functionWords.mask(of: text) & functionBit != 0
  }

  private mutating func finishWord() {
    guard !word.isEmpty else { return }
    defer {
      word = OpenWord()
      isStart = false
      isAfterApostrophe = false
    }
    if word.isNumber {
      let number = word.canonicalNumber
      words.append(SupportWord(text: number, stem: number, kind: .number, clause: clause))
      return
    }
    var stem: [UInt8] = []
    stemmer.stem(word.lower, into: &stem)
    // Two syllables: particles and endings follow, for which there is no stemmer.
    if language == "ko" { stem = Array(stem.prefix(6)) }
    var added = SupportWord(text: word.lower, stem: stem, kind: .content, clause: clause)
    if let value = lexicon.numbers[language]?[word.lower] {
      (added.kind, added.text, added.stem) = (.number, value, value)
    } else if let zeros = lexicon.zeros[language]?[word.lower] {
      added.kind = .number
      added.text = scaled(by: zeros)
      added.stem = added.text
    } else if isNegation || holdsDenial(word.lower) {
      added.kind = .negation
    } else if isFunction(word.lower) || isAfterApostrophe && word.lower.count == 1 {
      added.kind = .function
    }
    added.isAcronym = word.capitals > 1 && word.capitals == word.letters
    added.isCapital = word.startsWithCapital
    added.isName =
      added.kind == .content && (word.startsWithCapital && !isStart || word.capitals > 1)
    words.append(added)
  }

  /// The number before a word such as "million", which it takes in, times that.
  private mutating func scaled(by zeros: Int) -> [UInt8] {
    guard let last = words.last, last.kind == .number, last.clause == clause, !last.isUnspaced,
      let value = OpenWord.shifted(last.text, by: zeros)
    else { return Array("e\(zeros)".utf8) }
    words.removeLast()
    return value
  }

  private var isNegation: Bool {
    if lexicon.negations.mask(of: word.lower) & negationBit != 0 { return true }
    return language == "en" && isAfterApostrophe && word.lower == [0x74]
      && words.last?.text.last == UInt8(ascii: "n") && words.last?.kind != .negation
  }

  /// Whether a word of a language that joins its words holds one that denies.
  private func holdsDenial(_ word: [UInt8]) -> Bool {
    guard language == "ko" else { return false }
    return (lexicon.denials["ko"] ?? []).contains { run in
      let run = run.flatMap(\.self)
      return word.indices.contains { word[$0...].starts(with: run) }
    }
  }

  /// A sentence's first word is part of a name where the next word is.
  private mutating func joinNames() {
    guard language != "de" else { return }
    for index in words.indices.dropLast() where words[index + 1].isName {
      guard words[index].kind == .content, !words[index].isName else { continue }
      if words[index].isCapital, words[index].clause == words[index + 1].clause {
        words[index].isName = true
      }
    }
  }

  /// Gives a run of characters one kind, and all but its first no weight.
  private mutating func mark(_ runs: [[[UInt8]]], as kind: SupportWord.Kind) {
    for index in words.indices where words[index].isUnspaced {
      for run in runs where words[index...].lazy.map(\.text).starts(with: run) {
        for place in index..<(index + run.count) { words[place].kind = .function }
        words[index].kind = kind
      }
    }
  }
}
