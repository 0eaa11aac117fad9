/// Tells whether a page's text is written to fade in, part by part, when scripts have run.
///
/// What is transparent and has a place to move to looks the same whether it will appear or never does; so it is believed
/// only of a whole page, whose reader would else see next to nothing.
struct FadingText {
  private let document: HTMLDocument

  private init(_ document: HTMLDocument) {
    self.document = document
  }

  /// Whether the elements that fade in hold at least half of a page's text.
  static func isMost(of document: HTMLDocument) -> Bool {
    let fades = document.attributes.contains { attribute in
      attribute.name == .style
        && document.text[Int(attribute.start)..<Int(attribute.end)].hiding == .fading
    }
    return fades && FadingText(document).isMost
  }

  private var isMost: Bool {
    var sums = (all: 0, fading: 0)
    var end = 0
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      if node.tag == .text {
        let length = document.bytes(of: index).lazy.filter { $0 > 0x20 }.count
        sums.all += length
        if index < end { sums.fading += length }
      } else if isFrame(node.tag) || isClosed(index) {
        index = Int(node.end)
        continue
      } else if index >= end, fades(index) {
        end = Int(node.end)
      }
      index += 1
    }
    return sums.fading * 2 >= sums.all
  }

  /// What stands around a page's text, fading or not.
  private func isFrame(_ tag: Tag) -> Bool {
    switch tag {
    case .a, .aside, .footer, .form, .header, .nav, .noscript: true
    default: tag.isNeverText
    }
  }

  private func isClosed(_ index: Int) -> Bool {
    document.value(.style, of: index)?.hiding == .closed
      || document.value(.hidden, of: index) != nil
  }

  private func fades(_ index: Int) -> Bool {
    document.value(.style, of: index)?.hiding == .fading
  }
}
