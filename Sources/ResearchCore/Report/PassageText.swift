/// A source's text, in which passages are named so that a browser finds them on the page.
///
/// A browser takes the first place that fits. So a passage is named by words that come up nowhere
/// before it: more of its own ones first, then those beside it. Pages say things that extraction
/// leaves out, such as teasers of the article itself; so a beginning is rather long, and a short
/// passage has a neighbour from its paragraph in any case.
struct PassageText {
  private let text: FoldedText

  /// Shorter passages are named whole, longer ones by their ends; in bytes.
  private static let longestWhole = 72
  /// As much of an end as tells it from most others, and as much as a link can bear; in bytes.
  private static let enough = 30
  private static let enoughAtStart = 64
  private static let enoughBeside = 16
  private static let most = 360

  init(_ text: String) {
    self.text = FoldedText(text)
  }

  /// Names the scalars from `start` up to `end`; nil where no words are there.
  func fragment(_ start: Int, _ end: Int) -> TextFragment? {
    guard let range = text.bytes(ofScalars: start, end) else { return nil }
    let lines = text.lines(in: range)
    guard let first = lines.first, let last = lines.last else { return nil }
    if lines.count == 1, first.count <= Self.longestWhole { return whole(first) }
    return ends(first, last) ?? whole(first)
  }

  /// Names a sentence of a record; nil where it has no place in the text.
  func fragment(_ sentence: Record.Sentence) -> TextFragment? {
    guard let start = sentence.start, let end = sentence.end else { return nil }
    return fragment(start, end)
  }

  private func whole(_ line: Range<Int>) -> TextFragment? {
    let term = text.units(of: line).reduce(line.lowerBound..<line.lowerBound) { term, unit in
      unit.upperBound - line.lowerBound <= Self.most || term.isEmpty
        ? line.lowerBound..<unit.upperBound : term
    }
    guard !term.isEmpty else { return nil }
    let context = context(of: term) ?? neighbour(of: term)
    return TextFragment(
      start: text.string(term),
      prefix: context?.prefix.map(text.string),
      suffix: context?.suffix.map(text.string)
    )
  }

  /// Names a passage by its first and its last words; nil where nothing is left between them.
  private func ends(_ first: Range<Int>, _ last: Range<Int>) -> TextFragment? {
    guard
      let start = grown(
        text.units(of: first),
        from: Self.enoughAtStart,
        isEnough: { !text.occurs($0, before: $0.lowerBound) }
      )
    else { return nil }
    let rest = max(start.upperBound, last.lowerBound)..<last.upperBound
    let behind = text.units(of: rest).filter { !$0.isEmpty }
    guard
      let end = grownBack(
        behind,
        isEnough: { !text.occurs($0, in: start.upperBound..<$0.lowerBound) }
      )
    else { return nil }
    return TextFragment(
      start: text.string(start),
      end: text.string(end),
      prefix: context(of: start, hasEnd: true)?.prefix.map(text.string)
    )
  }

  /// The fewest of the first units that are enough, as many as may be where none are.
  private func grown(
    _ units: [Range<Int>],
    from enough: Int = Self.enough,
    isEnough: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    guard var term = units.first else { return nil }
    var tried = enough
    for unit in units.dropFirst() {
      if term.count >= tried {
        if isEnough(term) { return term }
        tried *= 2
      }
      guard unit.upperBound - term.lowerBound <= Self.most else { break }
      term = term.lowerBound..<unit.upperBound
    }
    return term
  }

  /// The same from the last unit on.
  private func grownBack(
    _ units: [Range<Int>],
    from enough: Int = Self.enough,
    isEnough: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    guard var term = units.last else { return nil }
    var tried = enough
    for unit in units.dropLast().reversed() {
      if term.count >= tried {
        if isEnough(term) { return term }
        tried *= 2
      }
      guard term.upperBound - unit.lowerBound <= Self.most else { break }
      term = unit.lowerBound..<term.upperBound
    }
    return term
  }

  /// What stands beside a term that comes up before; nil where it needs nothing beside it.
  ///
  /// What is in the same paragraph is sure to be there on the page, what is in the one before may be
  /// parted from it by what extraction has left out.
  private func context(
    of term: Range<Int>,
    hasEnd: Bool = false
  ) -> (prefix: Range<Int>?, suffix: Range<Int>?)? {
    guard text.occurs(term, before: term.lowerBound) else { return nil }
    let line = text.line(around: term)
    if let prefix = prefix(of: term, in: text.units(of: line.lowerBound..<term.lowerBound)) {
      return (prefix, nil)
    }
    if !hasEnd, let suffix = suffix(of: term, in: text.units(of: term.upperBound..<line.upperBound))
    {
      return (nil, suffix)
    }
    let before = text.line(before: line.lowerBound)
    return prefix(of: term, in: text.units(of: before)).map { ($0, nil) }
  }

  /// What stands beside a short term in its paragraph; nil where it stands there alone.
  private func neighbour(of term: Range<Int>) -> (prefix: Range<Int>?, suffix: Range<Int>?)? {
    let line = text.line(around: term)
    let before = text.units(of: line.lowerBound..<term.lowerBound)
    if let prefix = grownBack(before, from: Self.enoughBeside, isEnough: { _ in true }) {
      return (prefix, nil)
    }
    let behind = text.units(of: term.upperBound..<line.upperBound)
    return grown(behind, from: Self.enoughBeside, isEnough: { _ in true }).map { (nil, $0) }
  }

  private func prefix(of term: Range<Int>, in units: [Range<Int>]) -> Range<Int>? {
    let unique = { (prefix: Range<Int>) in
      !text.occurs(prefix, followedBy: term, before: prefix.lowerBound)
    }
    return grownBack(units, isEnough: unique).flatMap { unique($0) ? $0 : nil }
  }

  private func suffix(of term: Range<Int>, in units: [Range<Int>]) -> Range<Int>? {
    let unique = { (suffix: Range<Int>) in
      !text.occurs(term, followedBy: suffix, before: term.lowerBound)
    }
    return grown(units, isEnough: unique).flatMap { unique($0) ? $0 : nil }
  }
}
