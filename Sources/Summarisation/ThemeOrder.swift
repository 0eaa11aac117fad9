import Glibc

/// Puts chosen sentences of several documents in an order that reads well: by theme, then by source.
///
/// In order of their worth each sentence joins the theme whose first sentence it is most like, or
/// begins one: so the weightiest matter comes first. Alike is the cosine of content stems, each
/// weighted by how rare it is. Within a theme sentences stand by source and place.
struct ThemeOrder {
  private let index: ConceptIndex
  private let gains: [Double]
  private static let alike = 0.15
  /// Themes that a stem points to; one that occurs in so many tells nothing.
  private static let mostThemes = 64

  init(_ index: ConceptIndex, gains: [Double]) {
    self.index = index
    self.gains = gains
  }

  /// The theme of each sentence, from 0.
  func themes(of sentences: [Int]) -> [Int: Int] {
    var themes: [Int: Int] = [:]
    var leaders = Leaders()
    for sentence in sentences.sorted(by: { (gains[$1], $0) < (gains[$0], $1) }) {
      let stems = stems(of: sentence)
      let norm = norm(of: stems)
      if let theme = nearest(to: stems, norm, among: leaders) {
        themes[sentence] = theme
        continue
      }
      themes[sentence] = leaders.norms.count
      leaders.add(stems, norm)
    }
    return themes
  }

  /// The first sentences of themes.
  private struct Leaders {
    private(set) var norms: [Double] = []
    /// By stem: the themes whose first sentence holds it.
    private(set) var themesOfStem: [Int32: [Int]] = [:]

    mutating func add(_ stems: [Int32], _ norm: Double) {
      for stem in stems where themesOfStem[stem, default: []].count < mostThemes {
        themesOfStem[stem, default: []].append(norms.count)
      }
      norms.append(norm)
    }
  }

  /// The sentences by theme, then by source and place; those of one document as they stand there.
  func ordered(_ sentences: [Int]) -> [Int] {
    guard index.documents.count > 1 else { return sentences.sorted() }
    return ordered(sentences, by: themes(of: sentences))
  }

  /// Sentences of several documents by these themes, then by source and place.
  func ordered(_ sentences: [Int], by themes: [Int: Int]) -> [Int] {
    sentences.sorted { (themes[$0] ?? 0, $0) < (themes[$1] ?? 0, $1) }
  }

  private func nearest(to stems: [Int32], _ norm: Double, among leaders: Leaders) -> Int? {
    var products: [Int: Double] = [:]
    for stem in stems {
      guard let themes = leaders.themesOfStem[stem] else { continue }
      let weight = weight(of: stem)
      for theme in themes { products[theme, default: 0] += weight }
    }
    let cosines = products.map { theme, product in (theme, product / (norm * leaders.norms[theme]))
    }
    let best = cosines.max { left, right in (left.1, right.0) < (right.1, left.0) }
    return best.flatMap { $0.1 >= Self.alike ? $0.0 : nil }
  }

  private func stems(of sentence: Int) -> [Int32] {
    index.concepts[index.range(of: sentence)].filter { !index.isPair[Int($0)] }
  }

  /// The square of a stem's weight.
  private func weight(of stem: Int32) -> Double {
    let rarity = log(1 + Double(index.entries.count) / Double(index.sentenceCounts[Int(stem)]))
    return rarity * rarity
  }

  private func norm(of stems: [Int32]) -> Double {
    stems.reduce(0) { $0 + weight(of: $1) }.squareRoot()
  }
}
