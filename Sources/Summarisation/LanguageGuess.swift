/// Guesses the language of a text by its script and its function words.
struct LanguageGuess {
  private let functionWords: LanguageWords
  /// A text's first bytes tell: about a thousand words.
  private static let sampleSize = 6_000

  init(_ data: LanguageData) { functionWords = data.functionWords }

  /// The primary subtag of the language; English when nothing tells.
  func language(of text: Span<UInt8>) -> String {
    var votes = [Int](repeating: 0, count: functionWords.languages.count)
    var scripts = ScriptCounts()
    var word: [UInt8] = []
    var index = 0
    let limit = min(text.count, Self.sampleSize)
    while index < limit {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let kind = ScalarClass(scalar.value)
      if kind == .letter {
        word.append(scalar: CaseFolding.lower(scalar.value))
      }
      if kind == .letter || kind == .unspaced { scripts.add(scalar.value) }
      if kind != .letter || index >= limit { count(&word, into: &votes) }
    }
    return scripts.decided ?? best(votes, default: scripts.usual)
  }

  /// A word shared by few languages says more than one shared by many.
  private func count(_ word: inout [UInt8], into votes: inout [Int]) {
    guard !word.isEmpty else { return }
    var mask = functionWords.mask(of: word)
    let weight = 60 / max(1, mask.nonzeroBitCount)
    while mask != 0 {
      votes[mask.trailingZeroBitCount] += weight
      mask &= mask - 1
    }
    word.removeAll(keepingCapacity: true)
  }

  private func best(_ votes: [Int], default usual: String) -> String {
    guard let most = votes.max(), most >= 40, let index = votes.firstIndex(of: most) else {
      return usual
    }
    return functionWords.languages[index]
  }
}

/// How many letters of a text belong to which script.
private struct ScriptCounts {
  private var latin = 0
  private var cyrillic = 0
  private var greek = 0
  private var arabic = 0
  private var hebrew = 0
  private var devanagari = 0
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var thai = 0
  /// Letters that Urdu has, and Arabic and Persian do not.
  private var urdu = 0
  private var other = [Int](repeating: 0, count: 16)

  mutating func add(_ value: UInt32) {
    switch value {
    case ..<0x250, 0x1E00...0x1EFF: latin += 1
    case 0x370...0x3FF: greek += 1
    case 0x400...0x52F: cyrillic += 1
    case 0x530...0x58F: other[0] += 1
    case 0x590...0x5FF: hebrew += 1
    case 0x679, 0x688, 0x691, 0x6BA, 0x6D2:
      urdu += 1
      arabic += 1
    case 0x600...0x6FF: arabic += 1
    case 0x900...0x97F: devanagari += 1
    case 0x980...0x9FF: other[1] += 1
    case 0xA00...0xA7F: other[9] += 1
    case 0xA80...0xAFF: other[10] += 1
    case 0xB00...0xB7F: other[11] += 1
    case 0xB80...0xBFF: other[2] += 1
    case 0xC00...0xC7F: other[12] += 1
    case 0xC80...0xCFF: other[13] += 1
    case 0xD00...0xD7F: other[14] += 1
    case 0xD80...0xDFF: other[15] += 1
    case 0xE00...0xE7F: thai += 1
    case 0xE80...0xEFF: other[3] += 1
    case 0x1000...0x109F: other[4] += 1
    case 0x10A0...0x10FF: other[5] += 1
    case 0x1780...0x17FF: other[6] += 1
    case 0x1200...0x139F: other[7] += 1
    case 0x3040...0x30FF: kana += 1
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: han += 1
    case 0xAC00...0xD7AF: hangul += 1
    default: break
    }
  }

  /// The language where the script alone decides; a Han character weighs as two letters.
  var decided: String? {
    let (script, count) = counts.max { $0.1 < $1.1 } ?? ("en", 0)
    if script == "arabic", urdu * 50 > arabic { return "ur" }
    guard count > 0, !["latin", "cyrillic", "arabic"].contains(script) else { return nil }
    if script == "zh" || script == "ja" { return kana * 10 > han ? "ja" : "zh" }
    return script
  }

  /// The language to take for the script when no function word was seen.
  var usual: String {
    if cyrillic > latin { return "ru" }
    return arabic > latin ? "ar" : "en"
  }

  private var counts: [(String, Int)] {
    [
      ("latin", latin), ("cyrillic", cyrillic), ("arabic", arabic), ("el", greek), ("he", hebrew),
      ("hi", devanagari), ("zh", (han + kana) * 2), ("ko", hangul * 2), ("th", thai),
      ("hy", other[0]), ("bn", other[1]), ("ta", other[2]), ("lo", other[3]), ("my", other[4]),
      ("ka", other[5]), ("km", other[6]), ("am", other[7]), ("pa", other[9]), ("gu", other[10]),
      ("or", other[11]), ("te", other[12]), ("kn", other[13]), ("ml", other[14]),
      ("si", other[15]),
    ]
  }
}
