/// Finds the address to which a page sends its readers on by `<meta http-equiv=refresh>`.
enum MetaRefresh {
  /// The longest wait, in seconds, that still means "go on" and not "look again later".
  static let longestDelay = 10

  /// The address as the page writes it; nil without a refresh to another one.
  ///
  /// What is for readers without scripts alone is not for ours, who gets the page itself.
  static func target(in document: HTMLDocument) -> String? {
    for (index, node) in document.nodes.enumerated() where node.tag == .meta {
      guard let kind = document.value(.httpEquiv, of: index),
        NameHash(kind.trimmedHTMLSpace()).value == NameHash("refresh".utf8).value,
        let content = document.value(.content, of: index), !isWithoutScripts(index, in: document)
      else { continue }
      return target(of: content)
    }
    return nil
  }

  private static func isWithoutScripts(_ node: Int, in document: HTMLDocument) -> Bool {
    var parent = Int(document.nodes[node].parent)
    while parent >= 0 {
      if document.nodes[parent].tag == .noscript { return true }
      parent = Int(document.nodes[parent].parent)
    }
    return false
  }

  /// Reads "5; url='next.html'" (WHATWG HTML, shared declarative refresh steps).
  static func target(of content: ArraySlice<UInt8>) -> String? {
    var rest = content.trimmedHTMLSpace()
    var delay = 0
    let digits = rest.prefix(while: \.isASCIIDigit)
    for digit in digits { delay = min(delay * 10 + Int(digit - 0x30), 1_000_000) }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty || rest.first == 0x2E, delay <= longestDelay else { return nil }
    rest = rest.drop { $0.isASCIIDigit || $0 == 0x2E }
    rest = rest.drop { $0.isHTMLSpace || $0 == 0x3B || $0 == 0x2C }
    if rest.starts(withFolded: "url", at: rest.startIndex) {
      let after = rest.dropFirst(3).drop(while: \.isHTMLSpace)
      if after.first == 0x3D { rest = after.dropFirst().drop(while: \.isHTMLSpace) }
    }
    if let quote = rest.first, quote == 0x22 || quote == 0x27 {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    let address = rest.trimmedHTMLSpace()
    return address.isEmpty ? nil : String(decoding: address, as: UTF8.self)
  }
}
