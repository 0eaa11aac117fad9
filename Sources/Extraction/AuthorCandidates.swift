/// Weighs the lists of names that the sources of a page give.
struct AuthorCandidates {
  private(set) var list: [AuthorCandidate] = []
  /// The names of those who only edited, reviewed or translated, and of those who wrote.
  private var helpers: Set<UInt64> = []
  private var writers: Set<UInt64> = []
  let persons: PersonNames
  private let title: UInt64
  private let isForum: Bool
  /// Beyond these a page lists people, and does not name its authors.
  private static let mostNames = 24
  private static let mostLists = 64

  init(_ persons: PersonNames, title: [UInt8], isForum: Bool) {
    self.persons = persons
    self.title = WordFolder.hash(WordFolder.words(title[...]))
    self.isForum = isForum
  }

  /// Adds a list with what its names say about its worth.
  ///
  /// A list with a person keeps its persons alone, one of nicknames loses 2, one of organisations 5. In forums nicknames are
  /// as good as persons.
  mutating func add(_ names: [PersonName], _ base: Double, _ source: AuthorCandidate.Source) {
    var unique: [PersonName] = []
    for name in names.prefix(2 * Self.mostNames) where name.key != title {
      if !unique.contains(where: { $0.key == name.key }) { unique.append(name) }
    }
    guard !unique.isEmpty, unique.count <= Self.mostNames, list.count < Self.mostLists else {
      return
    }
    var score = base
    if unique.allSatisfy(persons.isSite) && unique.contains(where: { $0.likeness > .organisation })
    {
      score -= 2
    }
    let isNickEnough = isForum && source != .byline
    let best = unique.map(\.likeness).max() ?? .organisation
    if best == .person || (best == .nickname && isNickEnough) {
      let kept = unique.filter {
        $0.likeness == .person || ($0.likeness == .nickname && (source == .data || isNickEnough))
      }
      list.append(AuthorCandidate(withoutSites(kept), score, source, .person))
    } else if best == .nickname {
      let nicks = unique.filter { $0.likeness == .nickname }
      list.append(AuthorCandidate(nicks, score - loss(of: nicks, source), source, .nickname))
    } else {
      let kept = Array(unique.prefix(source == .data ? 3 : 1))
      list.append(AuthorCandidate(kept, score - 5, source, .organisation))
    }
  }

  /// Remembers what a byline says that people did.
  mutating func note(_ names: [PersonName], areHelpers: Bool) {
    if areHelpers {
      helpers.formUnion(names.map(\.key))
    } else {
      writers.formUnion(names.map(\.key))
    }
  }

  /// Some names without those who only helped.
  func writers(of names: [PersonName]) -> [PersonName] {
    let own = names.filter { !helpers.contains($0.key) || writers.contains($0.key) }
    return own.isEmpty ? names : own
  }

  /// A name like the site's is left out beside others.
  private func withoutSites(_ names: [PersonName]) -> [PersonName] {
    guard names.count > 1 else { return names }
    let own = names.filter { !persons.isLikeSite($0) }
    return own.isEmpty ? names : own
  }

  /// Nicknames are doubtful; short forms in capitals, and long ones where names are shown, more so.
  private func loss(of nicks: [PersonName], _ source: AuthorCandidate.Source) -> Double {
    var loss = 2.0
    let areShort = nicks.allSatisfy { nick in
      nick.text.utf8.count <= 4 && nick.text.utf8.allSatisfy(\.isASCIIUpper)
    }
    if areShort { loss += 2 }
    let isShown = source == .named || source == .link || source == .byline
    guard isShown else { return loss }
    if nicks.allSatisfy(\.endsSmall) { return loss + 4 }
    if nicks.allSatisfy({ $0.length > 3 }) { loss += 1.5 }
    return loss
  }

  /// The place of the best list; those of other sources that share its names support it.
  var best: (index: Int, total: Double)? {
    var best: (index: Int, total: Double)?
    for (index, candidate) in list.enumerated() {
      var support: [AuthorCandidate.Source: Double] = [:]
      for other in list where other.source != candidate.source && other.score >= 3 {
        support[other.source] = max(support[other.source] ?? 0, candidate.overlap(other))
      }
      let total = candidate.score + 0.9 * support.values.reduce(0, +)
      if best.map({ total > $0.total }) ?? true { best = (index, total) }
    }
    return best
  }

  /// The full name that another list shows for a given name, initials or an account.
  func fullName(for nick: PersonName) -> PersonName? {
    let squashed = WordFolder.squashed(Array(nick.text.utf8)[...])
    for candidate in list.sorted(by: { $0.score > $1.score })
    where candidate.likeness == .person && candidate.score >= 1 {
      for name in candidate.names where (2...4).contains(name.words.count) {
        let words = name.text.split(separator: " ").map { WordFolder.squashed(Array($0.utf8)[...]) }
        let whole = Array(words.joined())
        if whole == squashed || words.first == squashed { return name }
        guard let last = words.last, last.count >= 4, squashed.count <= whole.count + 2 else {
          continue
        }
        if squashed.starts(with: last) || squashed.reversed().starts(with: last.reversed()) {
          return name
        }
      }
    }
    return nil
  }
}
