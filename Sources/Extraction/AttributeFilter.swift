/// Tells which attributes of a start tag say anything that extraction reads.
///
/// Attributes cost the parser more than anything else, and most say nothing here: places of its own, class
/// names that are no signs. A value with references or foreign bytes is always kept, since its meaning shows only when it
/// is decoded.
struct AttributeFilter {
  /// What becomes of an attribute.
  enum Verdict { case kept, dropped, deferred }

  private var memo = SignsMemo()
  private var hasEndlessQuote = false
  private var hasEndlessApostrophe = false
  private let inlineNames = InlineSigns.names
  /// The id of the tag places a date, so that its class may tell which.
  private(set) var needsClass = false

  /// Whether a kind of quotation mark is known not to occur again.
  func isEndless(_ quote: UInt8) -> Bool {
    quote == 0x22 ? hasEndlessQuote : hasEndlessApostrophe
  }

  /// Remembers that a kind of quotation mark does not occur again.
  mutating func noteEndless(_ quote: UInt8) {
    if quote == 0x22 { hasEndlessQuote = true } else { hasEndlessApostrophe = true }
  }

  /// Begins the next tag.
  mutating func begin() { needsClass = false }

  /// Whether an attribute is read; a class without signs is deferred, for an id may make it matter.
  ///
  /// `isPlain` says that the value holds printable ASCII and white space alone, and no reference.
  mutating func verdict(
    _ name: AttributeName,
    of tag: Tag,
    _ value: Range<Int>,
    in source: [UInt8],
    isPlain: Bool
  ) -> Verdict {
    switch name {
    case .unknown, .charset, .itemscope: return .dropped
    case .value where tag == .li: return .kept
    case .name, .httpEquiv, .value: return tag == .meta ? .kept : .dropped
    case .start: return tag == .ol ? .kept : .dropped
    case .title: return Self.mayBeDay(source, value, of: tag) ? .kept : .dropped
    case .lang, .xmlLang: return tag == .html ? .kept : .dropped
    case .class, .id:
      if !isPlain || tag == .time || tag == .body { return keptName(name, .date) }
      let signs = memo.signs(of: source.span.extracting(value))
      if !signs.isEmpty { return keptName(name, signs) }
      guard name == .class else { return .dropped }
      return isInlineName(source, value, of: tag) ? .kept : .deferred
    case .dataComponent, .dataTestID, .dataQA:
      guard isPlain else { return .kept }
      return memo.signs(of: source.span.extracting(value)).isEmpty ? .dropped : .kept
    case .href where tag == .link || tag == .base: return .kept
    case .href: return tag == .a && leadsElsewhere(source, value) ? .kept : .dropped
    case .rel where tag == .link: return .kept
    case .rel: return !isPlain || source[value].containsFolded("author") ? .kept : .dropped
    case .style: return !isPlain || source[value].hiding != nil ? .kept : .dropped
    case .ariaHidden, .ariaModal, .content, .datetime, .hidden, .itemprop, .itemtype, .property,
      .pubdate, .role, .type:
      return .kept
    }
  }

  /// Whether a link may lead to another page; most of the others are places in the same one, or run scripts.
  private func leadsElsewhere(_ source: [UInt8], _ value: Range<Int>) -> Bool {
    guard let first = source[value].first, first != 0x23 else { return false }
    return !source.starts(withFolded: "javascript:", at: value.lowerBound)
  }

  private mutating func keptName(_ name: AttributeName, _ signs: NameSigns) -> Verdict {
    if name == .id && signs.contains(.date) { needsClass = true }
    return .kept
  }

  /// A title that begins as a machine's day does, or that expands what is written shorter.
  private static func mayBeDay(_ source: [UInt8], _ value: Range<Int>, of tag: Tag) -> Bool {
    guard value.count >= 8 else { return false }
    let digits = source[value].prefix(4)
    return tag == .abbr || digits.allSatisfy(\.isASCIIDigit)
  }

  private func isInlineName(_ source: [UInt8], _ value: Range<Int>, of tag: Tag) -> Bool {
    (tag == .unknown || (tag.isInline && tag != .a))
      && InlineSigns.holdsName(source.span.extracting(value), inlineNames)
  }
}
