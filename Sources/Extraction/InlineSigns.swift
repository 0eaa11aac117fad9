/// Tells inline elements that are not part of the sentence they stand in: hidden ones, captions, buttons to share.
struct InlineSigns {
  private let document: HTMLDocument
  /// The class names of such elements, whole or as a part.
  static let names = NameTable(
    """
    sr-only visually-hidden visuallyhidden screen-reader screen-reader-text tooltip share caption
    credit copyright byline timestamp social offscreen
    """
    .split(whereSeparator: \.isWhitespace).map { (String($0), true) },
    missing: false
  )
  private let table = Self.names

  /// What fades in is the page's text, not hidden in it.
  let showsFading: Bool

  init(_ document: HTMLDocument) {
    self.document = document
    showsFading = FadingText.isMost(of: document)
  }

  func isSkipped(_ node: Int) -> Bool {
    let element = document.nodes[node]
    for index in Int(element.first)..<Int(element.last) {
      let attribute = document.attributes[index]
      let value = document.text[Int(attribute.start)..<Int(attribute.end)]
      switch attribute.name {
      case .hidden where !value.elementsEqual("false".utf8): return true
      case .style where hides(value): return true
      case .class where element.tag != .a && Self.holdsName(value.span, table): return true
      default: continue
      }
    }
    return false
  }

  private func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard let hiding = style.hiding else { return false }
    return hiding != .fading || !showsFading
  }

  /// Whole class names, and the parts of them between hyphens and underscores.
  static func holdsName(_ value: Span<UInt8>, _ table: NameTable<Bool>) -> Bool {
    var whole = NameHash()
    var part = NameHash()
    for index in value.indices {
      let byte = value[index]
      if byte.isHTMLSpace {
        if table[whole.value] || table[part.value] { return true }
        whole = NameHash()
        part = NameHash()
        continue
      }
      whole.add(byte)
      if byte == 0x2D || byte == 0x5F {
        if table[part.value] { return true }
        part = NameHash()
      } else {
        part.add(byte)
      }
    }
    return table[whole.value] || table[part.value]
  }
}
