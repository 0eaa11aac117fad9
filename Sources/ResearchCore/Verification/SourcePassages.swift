import Summarisation

/// The passages of one source, looked up and named as a report does it.
struct SourcePassages {
  let address: SourceAddress
  private let scalars: [Unicode.Scalar]
  private let search: PassageSearch
  private let passages: PassageText
  private let language: String?

  /// More ways to begin a section are not followed.
  private static let mostBeginnings = 64

  init(_ brief: SourceBrief, text: String, language: String?) {
    self.language = language
    address = brief.address
    scalars = Array(text.unicodeScalars)
    search = PassageSearch(text)
    passages = PassageText(text)
  }

  /// The scalars of the text.
  var length: Int { scalars.count }

  /// Where a sentence stands, white space aside.
  func places(of sentence: String) -> [Range<Int>] { search.places(of: sentence) }

  /// Whether a place holds a sentence scalar by scalar.
  func holds(_ sentence: String, at place: Range<Int>) -> Bool {
    place.lowerBound >= 0 && place.upperBound <= scalars.count
      && scalars[place].elementsEqual(sentence.unicodeScalars)
  }

  /// Whether a place holds a sentence, white space aside.
  func nearlyHolds(_ sentence: String, at place: Range<Int>) -> Bool {
    guard place.lowerBound >= 0, place.upperBound <= scalars.count else { return false }
    return scalars[place].filter { !$0.isSpaceOrControl }
      .elementsEqual(sentence.unicodeScalars.filter { !$0.isSpaceOrControl })
  }

  /// The sentences of the text that stand one behind the other in `claim`, as a report without
  /// links has them; nil where there is more in it.
  func split(_ claim: String) -> [String]? {
    let wanted = Array(claim.unicodeScalars)
    // A short sentence may begin a longer one, so each beginning that can be made up is kept.
    var reached: [Int: [Range<Int>]] = [0: []]
    let text = String(String.UnicodeScalarView(scalars))
    for place in SentencePlaces.places(in: text, language: language) {
      for (start, sentences) in reached where wanted[start...].starts(with: scalars[place]) {
        let end = start + place.count
        if end == wanted.count { return (sentences + [place]).map(string) }
        guard wanted[end] == " ", reached.count < Self.mostBeginnings else { continue }
        reached[end + 1] = reached[end + 1] ?? sentences + [place]
      }
    }
    return nil
  }

  private func string(_ place: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[place]))
  }

  /// What opens a browser on a place.
  func fragment(_ place: Range<Int>) -> String? {
    passages.fragment(place.lowerBound, place.upperBound)?.text
  }

  /// The link to a place.
  func link(to place: Range<Int>) -> String? { address.link(to: fragment(place)) }
}
