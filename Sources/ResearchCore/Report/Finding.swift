/// A sentence quoted from a source, with every place that supports it; or one that a model wrote.
package struct Finding: Sendable, Hashable {
  /// The sentence, as it stands in the first citation.
  package var text: String
  /// The quoted place first, then one place for each other source that has the sentence character
  /// for character, white space aside.
  package var citations: [Citation]
  /// One place for each further source that says the same in other words.
  package var agreeing: [AgreeingPassage]
  /// Whether a model wrote it, so that it stands in none of the sources it cites.
  package var isWritten: Bool
  /// Whether the citations support what a model wrote, as far as signs tell; true where quoted.
  package var isSupported = true
  /// A link that opens a browser on the sentence in its first source; nil where there is none.
  package var link: String?
  /// The number of independent sources that say it: copies of one another count once.
  package var sources: Int

  /// A sentence with the places that support it; all of them count where `sources` is nil.
  package init(
    text: String,
    citations: [Citation],
    agreeing: [AgreeingPassage] = [],
    isWritten: Bool = false,
    sources: Int? = nil
  ) {
    self.text = text
    self.citations = citations
    self.agreeing = agreeing
    self.isWritten = isWritten
    self.sources = sources ?? citations.count + agreeing.count
  }

  /// The sources of the citations, each once: a model may cite several passages of one.
  var citedSources: [Int] {
    guard isWritten else { return citations.map(\.source) }
    var seen = Set<Int>()
    return citations.map(\.source).filter { seen.insert($0).inserted }
  }
}
