/// The words with a meaning beside each other, within their clauses.
struct WordNeighbours {
  /// A word, and the words beside it, as places in the list of words.
  struct Place {
    var word: Int
    var before: Int?
    var after: Int?
  }

  /// One side of a place: which word stands there.
  struct Side: Hashable {
    var isBefore: Bool
    var stem: [UInt8]
  }

  private var sidesOfStem: [[UInt8]: Set<Side>] = [:]
  private var wordsAtSide: [Side: [SupportWord]] = [:]

  /// Of one side; common words have many neighbours, and a few tell enough.
  private static let mostWords = 16

  init(_ words: [SupportWord]) {
    for place in Self.places(in: words) {
      let word = words[place.word]
      for side in Self.sides(place, words) {
        sidesOfStem[word.stem, default: []].insert(side)
        if wordsAtSide[side, default: []].count < Self.mostWords {
          wordsAtSide[side, default: []].append(word)
        }
      }
    }
  }

  /// All sides at which a word stands.
  func sides(of stem: [UInt8]) -> Set<Side> { sidesOfStem[stem] ?? [] }

  /// The words that stand at a side.
  func words(at side: Side) -> [SupportWord] { wordsAtSide[side] ?? [] }

  /// The places of all words with a meaning, in order.
  static func places(in words: [SupportWord]) -> [Place] {
    var places: [Place] = []
    for index in words.indices where words[index].carriesMeaning {
      var place = Place(word: index)
      if let last = places.last, words[last.word].clause == words[index].clause {
        place.before = last.word
        places[places.count - 1].after = index
      }
      places.append(place)
    }
    return places
  }

  /// The sides of a place.
  static func sides(_ place: Place, _ words: [SupportWord]) -> Set<Side> {
    var sides = Set<Side>()
    if let before = place.before { sides.insert(Side(isBefore: true, stem: words[before].stem)) }
    if let after = place.after { sides.insert(Side(isBefore: false, stem: words[after].stem)) }
    return sides
  }
}
