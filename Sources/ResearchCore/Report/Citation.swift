/// A passage of one source, or the source as a whole where a model cites it.
package struct Citation: Sendable, Hashable, Codable {
  /// The record's index.
  package var source: Int
  /// The offset of the passage's first scalar in the record's text.
  package var start: Int?
  /// The offset behind its last scalar.
  package var end: Int?
}

/// The numbers that a Markdown report gives its sources.
///
/// Renderers number footnotes by their first use. So sources are numbered in the order in which
/// they are first cited, and the others follow in the order of their indices.
struct CitationNumbers: Sendable {
  /// The most marks behind one sentence; more would hide it.
  static let marksAtMost = 10

  /// The indices of the sources that are cited, in the order of their numbers.
  private(set) var cited: [Int] = []
  private var numbers: [Int32] = []
  private var times: [Int: Int] = [:]

  /// Numbers the sources cited by `findings`, then those of `others` that are not.
  init(findings: [Finding], others: [Int]) {
    numbers = Array(repeating: 0, count: (others.last ?? 0) + 1)
    for finding in findings {
      for source in finding.citedSources.prefix(Self.marksAtMost) {
        if times.updateValue(count(of: source) + 1, forKey: source) == nil {
          cited.append(source)
          assign(Int32(cited.count), to: source)
        }
      }
    }
    var next = Int32(cited.count)
    for source in others where number(of: source) == nil {
      next += 1
      assign(next, to: source)
    }
  }

  /// The number of a source; nil where it has none.
  func number(of source: Int) -> Int? {
    guard numbers.indices.contains(source), numbers[source] > 0 else { return nil }
    return Int(numbers[source])
  }

  /// How often a source is cited.
  func count(of source: Int) -> Int { times[source] ?? 0 }

  /// The marks of a finding in rising order, apart, as "[^1][^2]" would be read as 12.
  func marks(of finding: Finding) -> String {
    finding.citedSources.prefix(Self.marksAtMost).compactMap(number).sorted()
      .map { "[^\($0)]" }.joined(separator: " ")
  }

  /// All `sources` in the order of their numbers.
  func ordered(_ sources: [Int]) -> [Int] {
    sources.sorted { (number(of: $0) ?? 0) < (number(of: $1) ?? 0) }
  }

  private mutating func assign(_ number: Int32, to source: Int) {
    if numbers.count <= source {
      numbers.append(contentsOf: repeatElement(0, count: source + 1 - numbers.count))
    }
    numbers[source] = number
  }
}
