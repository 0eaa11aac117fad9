/// A list of phrases that lines can be held against, word by word.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    let words: [UInt64]
    /// Further words may follow where the whole line is asked for.
    let isOpen: Bool
  }

  private var phrases: [UInt64: [Phrase]] = [:]
  /// The first words as bits by their hashes, since most words begin no phrase.
  private var firsts = [UInt64](repeating: 0, count: 64)

  /// Reads one phrase a line (or between semicolons); a `*` at its end lets further words follow.
  init(_ text: String) {
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = WordFolder.words(Array(line.utf8)[...])
      guard let first = words.first else { continue }
      let isOpen = line.utf8.contains(UInt8(ascii: "*"))
      phrases[first, default: []].append(Phrase(words: words, isOpen: isOpen))
      firsts[Int(first >> 6 & 63)] |= 1 << (first & 63)
    }
  }

  /// The phrases that begin with a word.
  @inline(__always)
  private func candidates(_ word: UInt64) -> [Phrase]? {
    guard firsts[Int(word >> 6 & 63)] & 1 << (word & 63) != 0 else { return nil }
    return phrases[word]
  }

  /// The line begins with a phrase.
  func begins(_ line: [UInt64]) -> Bool {
    guard let first = line.first, let candidates = candidates(first) else { return false }
    return candidates.contains { line.starts(with: $0.words) }
  }

  /// The line is a phrase and no more.
  func equals(_ line: [UInt64]) -> Bool {
    guard let first = line.first, let candidates = candidates(first) else { return false }
    return candidates.contains {
      ($0.isOpen || $0.words.count == line.count) && line.starts(with: $0.words)
    }
  }

  /// Whether a phrase begins with the first word of a line, or nearly so: a quick look before a long one.
  func mayBegin(_ line: [UInt64]) -> Bool {
    line.first.map { firsts[Int($0 >> 6 & 63)] & 1 << ($0 & 63) != 0 } ?? false
  }

  /// The line holds a phrase anywhere.
  func occurs(in line: [UInt64]) -> Bool {
    for (index, word) in line.enumerated() {
      guard let candidates = candidates(word) else { continue }
      if candidates.contains(where: { line[index...].starts(with: $0.words) }) { return true }
    }
    return false
  }
}
