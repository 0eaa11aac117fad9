/// Finds quantities and dates of the same subject that differ between independent documents.
///
/// Only what is hardly an accident is given, as a false difference is worse than none: two
/// sentences that count the same thing with the same words around the number and in all, whose
/// names, days and other numbers do not part them, whose values cannot both be true (rounding and
/// bounds allowed for), and whose documents never give the other's value for that unit.
struct DifferenceFinder {
  private let index: CollectionIndex
  private let lists: DifferenceWords
  private var statements: [ValueStatement] = []
  /// By unit and word of context: statements with it.
  private var holders: [Key: [Int32]] = [:]
  /// The values that each document gives of each unit.
  private var given: [Given: Set<Double>] = [:]

  private struct Key: Hashable {
    var unit: UInt64
    var word: UInt64
  }

  private struct Given: Hashable {
    var document: Int
    var unit: UInt64
  }

  /// Statements that a word points to; words that so many share tell nothing.
  private static let mostHolders = 48
  private static let mostStatements = 4

  init(_ index: CollectionIndex, _ lists: DifferenceWords) {
    (self.index, self.lists) = (index, lists)
  }

  /// At most `limit` differences among `sentences`, those that most sources tell of first.
  mutating func differences(among sentences: [Int], atMost limit: Int) -> [[ValueStatement]] {
    guard limit > 0, index.ids.count > 1 else { return [] }
    read(sentences)
    var used: Set<Int> = []
    var found: [[ValueStatement]] = []
    for place in statements.indices where !used.contains(place) {
      let rivals = rivals(of: place).filter { !used.contains($0) }
      guard !rivals.isEmpty else { continue }
      var members = [place]
      for rival in rivals where members.count < Self.mostStatements {
        if members.allSatisfy({ differ($0, rival) }) { members.append(rival) }
      }
      used.formUnion(members)
      used.formUnion(rivals)
      found.append(members.map { statements[$0] })
    }
    return Array(
      found.enumerated().sorted { left, right in
        (right.element.count, left.offset) < (left.element.count, right.offset)
      }.map(\.element).prefix(limit)
    )
  }

  /// Other statements that say what one of them says, with the same value; by rising sentence.
  func confirming(_ statement: ValueStatement) -> [ValueStatement] {
    partners(of: statement).map { statements[$0] }.filter {
      $0.quantity.value == statement.quantity.value && $0.quantity.bound == statement.quantity.bound
        && index.document(of: $0.sentence) != index.document(of: statement.sentence)
        && $0.isOnSubject(of: statement)
    }
  }

  private mutating func read(_ sentences: [Int]) {
    let eligible = Set(sentences)
    for sentence in index.concepts.entries.indices {
      let (quantities, tokens) = index.quantities(of: sentence, lists)
      for quantity in quantities {
        let key = Given(document: index.document(of: sentence), unit: quantity.unit)
        given[key, default: []].insert(quantity.value)
      }
      guard eligible.contains(sentence) else { continue }
      for statement in index.statements(quantities, tokens, of: sentence, lists) {
        add(statement)
      }
    }
  }

  private mutating func add(_ statement: ValueStatement) {
    let number = Int32(statements.count)
    statements.append(statement)
    for word in statement.context {
      let key = Key(unit: statement.quantity.unit, word: word)
      guard holders[key, default: []].count < Self.mostHolders else { continue }
      holders[key, default: []].append(number)
    }
  }

  private func partners(of statement: ValueStatement) -> [Int] {
    var counts: [Int32: Int] = [:]
    for word in statement.context {
      for other in holders[Key(unit: statement.quantity.unit, word: word)] ?? [] {
        counts[other, default: 0] += 1
      }
    }
    return counts.filter { $0.value >= 2 }.keys.map { Int($0) }.sorted()
  }

  private func rivals(of place: Int) -> [Int] {
    partners(of: statements[place]).filter { $0 > place && differ(place, $0) }
  }

  private func differ(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (statements[one], statements[other])
    let documents = (index.document(of: left.sentence), index.document(of: right.sentence))
    guard documents.0 != documents.1, left.quantity.contradicts(right.quantity),
      left.isOnSubject(of: right)
    else { return false }
    return !index.copies.areKin(documents.0, documents.1)
      && !gives(documents.0, right.quantity) && !gives(documents.1, left.quantity)
  }

  /// Whether a document gives the value of a quantity anywhere, so that it knows of both.
  private func gives(_ document: Int, _ quantity: Quantity) -> Bool {
    given[Given(document: document, unit: quantity.unit)]?.contains(quantity.value) ?? false
  }
}
