/// What the head of a page says that helps to find its text.
struct PageFacts: Sendable {
  /// The titles and headlines, as folded words.
  var headlines: [[UInt64]] = []
  /// The descriptions, as folded words.
  var descriptions: [[UInt64]] = []
  /// The authors' names of two words and more, as folded words.
  var authors: [[UInt64]] = []
  /// The text of the article as linked data gives it; often cut, sometimes missing paragraphs.
  var articleBody: [UInt8] = []
  /// The texts of products and posts as linked data give them.
  var structured = StructuredText()
  var kind = PageKind.other
  /// What is left out, for measurements alone.
  var leftOut: ExtractionSteps = []
}
