/// What the head of a page says that helps to find its text.
struct PageFacts: Sendable {
  /// The titles and headlines, as folded words.
  var headlines: [[UInt64]] = []
  /// The descriptions, as folded words.
  var descriptions: [[UInt64]] = []
  /// The text of the article as linked data gives it; often cut, sometimes missing paragraphs.
  var articleBody: [UInt8] = []
  var kind = PageKind.other
}

/// The kinds of pages whose texts are found in different ways.
enum PageKind: Sendable {
  case article, documentation, forum, product
  /// Services, listings, collections, and what could not be told.
  case other
}
