/// A source as a report's summary is written from it.
package struct ReportSource: Sendable, Hashable {
  /// What it is cited by.
  package var number: Int
  package var title: String?
  package var address: String?
  /// What of the source a model may cite, numbered through all sources.
  package var passages: [Passage] = []

  /// Describes a source.
  package init(number: Int, title: String? = nil, address: String? = nil) {
    self.number = number
    self.title = title
    self.address = address
  }
}

/// What a model wrote about all sources of a report.
package struct AuthoredSummary: Sendable, Hashable {
  /// A sentence and the numbers of the sources that it cites, rising.
  package struct Sentence: Sendable, Hashable {
    package var text: String
    package var sources: [Int]
    /// The passages that it cites, in the order of their numbers.
    package var passages: [Passage] = []

    /// Makes a sentence; the text holds no citations.
    package init(text: String, sources: [Int]) {
      self.text = text
      self.sources = sources
    }
  }

  package var sentences: [Sentence]
  package var model: String
  package var usage: ChatUsage?

  /// Collects what a model wrote.
  package init(sentences: [Sentence], model: String, usage: ChatUsage? = nil) {
    self.sentences = sentences
    self.model = model
    self.usage = usage
  }
}
