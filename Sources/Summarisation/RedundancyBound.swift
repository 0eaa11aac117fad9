/// Keeps chosen sentences from repeating one another: exact, whatever the choice was led by.
///
/// Two sentences are too alike when the sets of their stems overlap by more than the bound
/// (Jaccard), counted over all words or over those that carry a subject. Sentences to compare with
/// are found by their rarest stems, as in ``Corroboration``.
struct RedundancyBound: ~Copyable {
  private var vocabulary: Vocabulary
  private var chosen: [Words] = []
  private var holders: [UInt32: [Int32]] = [:]

  /// What is promised is 0.6; other ways to part words and stem them shall find no more than that.
  static let most = 0.55
  /// Chosen sentences with a stem in common that are compared; where more are, the next is refused.
  private static let mostCompared = 2_000

  private struct Words {
    /// Rising, each once.
    var all: [UInt32]
    var content: [UInt32]
  }

  init(_ data: LanguageData) { vocabulary = Vocabulary(data) }

  /// Takes a sentence unless it nearly repeats one taken before; says whether it was taken.
  mutating func take(_ text: Span<UInt8>, _ range: Range<Int>, language: String) -> Bool {
    vocabulary.use(language: language)
    var tokens: [Token] = []
    vocabulary.read(text, range, into: &tokens)
    let words = Words(
      all: Set(tokens.map(\.stem)).sorted(),
      content: Set(tokens.filter(\.isContent).map(\.stem)).sorted()
    )
    guard !isSaid(words) else { return false }
    for stem in words.all { holders[stem, default: []].append(Int32(chosen.count)) }
    chosen.append(words)
    return true
  }

  private func isSaid(_ words: Words) -> Bool {
    var compared = Set<Int32>()
    for set in [words.all, words.content] {
      for stem in rarest(of: set) {
        for other in holders[stem] ?? [] where compared.insert(other).inserted {
          if areAlike(words, chosen[Int(other)]) { return true }
        }
        if compared.count > Self.mostCompared { return true }
      }
    }
    return false
  }

  /// The stems of which every set that is too alike has at least one.
  private func rarest(of stems: [UInt32]) -> ArraySlice<UInt32> {
    let common = Int((Self.most * Double(stems.count)).rounded(.up))
    let sorted = stems.sorted { left, right in
      (holders[left]?.count ?? 0, left) < (holders[right]?.count ?? 0, right)
    }
    return sorted.prefix(stems.count - common + 1)
  }

  private func areAlike(_ one: Words, _ other: Words) -> Bool {
    overlap(one.all, other.all) > Self.most || overlap(one.content, other.content) > Self.most
  }

  private func overlap(_ one: [UInt32], _ other: [UInt32]) -> Double {
    // Sets of m and n overlap by min(m, n) / max(m, n) at most.
    let (fewer, more) = (min(one.count, other.count), max(one.count, other.count))
    guard Double(fewer) > Self.most * Double(more) else { return 0 }
    let common = common(one.span, other.span)
    return Double(common) / Double(one.count + other.count - common)
  }

  /// How many stems two rising lists share.
  private func common(_ one: Span<UInt32>, _ other: Span<UInt32>) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < one.count, right < other.count {
      let (mine, theirs) = (one[left], other[right])
      if mine == theirs { common += 1 }
      if mine <= theirs { left += 1 }
      if theirs <= mine { right += 1 }
    }
    return common
  }
}
