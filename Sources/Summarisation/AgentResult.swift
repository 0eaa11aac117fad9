/// What a tool of an agent gives back.
package struct AgentResult: Sendable, Hashable {
  /// What one source has to do with it; all of it was written by strangers.
  package struct Block: Sendable, Hashable {
    /// The source's number.
    package var source: Int
    package var title: String?
    package var address: String?
    /// Not numbered yet.
    package var passages: [Passage]
    package var links: [Link]

    /// Describes a source.
    package init(
      source: Int,
      title: String? = nil,
      address: String? = nil,
      passages: [Passage] = [],
      links: [Link] = []
    ) {
      self.source = source
      self.title = title
      self.address = address
      self.passages = passages
      self.links = links
    }
  }

  /// An address in a text, with the words that lead there.
  package struct Link: Sendable, Hashable {
    package var url: String
    package var label: String

    /// Describes a link.
    package init(url: String, label: String) {
      (self.url, self.label) = (url, label)
    }
  }

  /// In our own words.
  package var said: String
  /// What is reported in words that strangers may have chosen, each on a line.
  package var quoted: [String]
  package var blocks: [Block]
  /// Whether the tool could not do what it was asked for.
  package var isFailure: Bool

  /// Says something, with what goes with it.
  package init(
    _ said: String,
    _ blocks: [Block] = [],
    quoted: [String] = [],
    isFailure: Bool = false
  ) {
    self.said = said
    self.quoted = quoted
    self.blocks = blocks
    self.isFailure = isFailure
  }

  /// Says why there is nothing, in our own words and in those of others.
  package static func failure(_ reason: String, quoted: [String] = []) -> AgentResult {
    AgentResult(reason, quoted: quoted, isFailure: true)
  }

  /// Why there is nothing, for people; nil where there is something.
  var reason: String? { isFailure ? ([said] + quoted).joined(separator: " ") : nil }

  /// How many passages there are.
  package var passages: Int { blocks.reduce(0) { $0 + $1.passages.count } }
}
