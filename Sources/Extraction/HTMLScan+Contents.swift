/// What is kept and what is skipped of comments, sections and elements that hold no markup.
extension HTMLScan {
  /// What a section of CDATA holds is text; an unterminated one holds markup.
  mutating func keepSection(_ source: [UInt8]) {
    index += 9
    guard hasSectionEnd, let end = source.firstIndex(ofFolded: "]]>", from: index) else {
      hasSectionEnd = false
      return
    }
    keepText(source, upTo: end, hasReferences: false)
    index = end + 3
  }

  /// Copies text in which `<` is no markup, and `&` neither unless references are read.
  private mutating func keepText(_ source: [UInt8], upTo end: Int, hasReferences: Bool = true) {
    var less = index
    while index < end {
      if less <= index { less = source.place(of: 0x3C, in: index..<end) }
      copyText(source, upTo: hasReferences ? less : source.place(of: 0x26, in: index..<less))
      guard index < end else { return }
      if source[index] == 0x3C {
        copyLessThan()
      } else {
        page.markup.append(text: "&amp;")
        index += 1
      }
    }
  }

  /// Comments end at `-->` or `--!>`; an unterminated one ends at the next `>`, so that the rest is kept.
  mutating func skipComment(_ source: [UInt8]) {
    let start = index + 4
    if source.starts(withFolded: ">", at: start) || source.starts(withFolded: "->", at: start) {
      index = afterTag(source, from: start)
      return
    }
    if hasCommentEnd {
      var place = start
      while let dashes = source.firstIndex(ofFolded: "--", from: place) {
        if source.starts(withFolded: ">", at: dashes + 2) {
          index = dashes + 3
          return
        }
        if source.starts(withFolded: "!>", at: dashes + 2) {
          index = dashes + 4
          return
        }
        place = dashes + 1
      }
      hasCommentEnd = false
    }
    index = afterTag(source, from: start)
  }

  /// Whether an element that hides its contents is ever closed: what stands open until the page ends hides nothing.
  mutating func hasEnd(of tag: Tag, _ source: [UInt8]) -> Bool {
    if let end = nextEnds[tag], end >= index { return end < source.count }
    // Each search begins behind the end that the last one found, so that all together pass the page once.
    let end =
      RawText.nextEnd(of: tag, in: source, from: min(index, source.count), prefix) ?? source.count
    nextEnds[tag] = end
    return end < source.count
  }

  /// The contents of an element without markup; the scan goes on behind its end tag.
  ///
  /// Without one a script or a style is all the rest, as in browsers; of frames only the tag goes.
  mutating func skipRawText(_ source: [UInt8], _ tag: Tag) -> Range<Int> {
    let start = index
    guard !endless.contains(tag) else { return start..<start }
    let found = RawText.end(of: tag, in: source, from: start, prefix, hasEscapes: &hasEscapes)
    if found == nil && tag != .script && tag != .style {
      endless.insert(tag)
      return start..<start
    }
    let end = found ?? source.count
    index = end == source.count ? end : afterTag(source, from: end)
    return start..<end
  }

  /// Title and textarea hold text in which `<` is no markup; without an end tag only the tag goes.
  mutating func keepRawText(_ source: [UInt8], _ tag: Tag, mark: Int) {
    guard !endless.contains(tag),
      let end = RawText.end(of: tag, in: source, from: index, prefix, hasEscapes: &hasEscapes)
    else {
      endless.insert(tag)
      forget(from: mark)
      return
    }
    keepText(source, upTo: end)
    index = afterTag(source, from: end)
    page.markup.append(contentsOf: Array("</\(tag.rawValue)>".utf8))
  }

  /// Elements whose contents are shown as they are written; `<plaintext>` never ends.
  mutating func keepPlainText(_ source: [UInt8], _ tag: Tag, mark: Int) {
    forget(from: mark)
    let end =
      RawText.end(of: tag, in: source, from: index, prefix, hasEscapes: &hasEscapes)
      ?? source.count
    page.markup.append(text: "<pre>")
    keepText(source, upTo: tag == .plaintext ? source.count : end, hasReferences: false)
    page.markup.append(text: "</pre>")
    index = index < source.count ? afterTag(source, from: index) : source.count
  }

  /// Drawings and templates go with all that is in them; without an end tag only the tag goes.
  mutating func skipNested(_ source: [UInt8], _ tag: Tag) {
    guard !endless.contains(tag) else { return }
    guard let end = RawText.nestedEnd(of: tag, in: source, from: index, prefix) else {
      endless.insert(tag)
      return
    }
    index = afterTag(source, from: end)
  }
}
