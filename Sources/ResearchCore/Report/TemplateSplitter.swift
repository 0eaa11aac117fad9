/// Sections of a report that have an entry for each source.
enum LongSection: String, Sendable, CaseIterable {
  case details, sources, notIncluded, references
}

/// Cuts a template into long sections and what stands between them.
///
/// Only sections at the top level are cut out, and only where both tags stand alone on their
/// lines, so that the pieces rendered one after another equal the template rendered whole. A
/// template that changes delimiters, inherits, or asks for an entry's place stays in one piece.
enum TemplateSplitter {
  /// A stretch of a template's text.
  struct Piece: Equatable {
    var text: String
    var section: LongSection?
    var mentions: [LongSection]
  }

  /// The pieces of a template; joined they are its text.
  static func pieces(of template: String) -> [Piece] {
    let bytes = Array(template.utf8)
    let tags = TemplateTag.all(in: bytes)
    guard let tags else { return [Piece(bytes[...], section: nil, tags: nil)] }
    var pieces: [Piece] = []
    var start = 0
    for (section, range) in sections(tags, bytes) {
      pieces.append(Piece(bytes[start..<range.lowerBound], section: nil, tags: tags))
      pieces.append(Piece(bytes[range], section: section, tags: tags))
      start = range.upperBound
    }
    pieces.append(Piece(bytes[start...], section: nil, tags: tags))
    return pieces.filter { !$0.text.isEmpty }
  }

  /// The long sections of the top level, with the lines that they fill.
  private static func sections(_ tags: [TemplateTag], _ bytes: [UInt8])
    -> [(LongSection, Range<Int>)]
  {
    var found: [(LongSection, Range<Int>)] = []
    var depth = 0
    var open: (section: LongSection, start: Int)?
    for tag in tags {
      switch tag.kind {
      case .section:
        if depth == 0, let section = LongSection(rawValue: tag.name) {
          open = tag.line(in: bytes).map { (section, $0.lowerBound) }
        }
        depth += 1
      case .inverted:
        depth += 1
      case .end:
        depth -= 1
        if depth == 0, let (section, start) = open {
          if let end = tag.line(in: bytes)?.upperBound { found.append((section, start..<end)) }
          open = nil
        }
      case .value:
        break
      }
    }
    return found
  }
}

extension TemplateSplitter.Piece {
  fileprivate init(_ bytes: ArraySlice<UInt8>, section: LongSection?, tags: [TemplateTag]?) {
    text = String(decoding: bytes, as: UTF8.self)
    self.section = section
    guard let tags else {
      mentions = LongSection.allCases
      return
    }
    let names = tags.filter { bytes.indices.contains($0.range.lowerBound) }.map(\.name)
    mentions = LongSection.allCases.filter { candidate in
      candidate != section
        && names.contains { $0 == candidate.rawValue || $0.hasPrefix(candidate.rawValue + ".") }
    }
  }
}
