/// Reads the encoding that a page declares in its own markup.
///
/// The prescan of WHATWG HTML, section 13.2.3.2, over the first 8 KB and not only 1,024 bytes, for many pages begin with
/// long comments and scripts; XML declarations count too.
enum EncodingDeclaration {
  private static let length = 8192

  /// The encoding that the first `<meta>` or XML declaration with a known label names.
  static func encoding(in bytes: [UInt8]) -> EncodingLabels.Encoding? {
    let head = Array(bytes.prefix(length))
    var index = 0
    var hasCommentEnd = true
    while let open = head[index...].firstIndex(of: 0x3C) {
      index = open + 1
      if hasCommentEnd, head.starts(withFolded: "!--", at: index) {
        let end = head.firstIndex(ofFolded: "-->", from: index + 1)
        hasCommentEnd = end != nil
        index = end ?? index
        continue
      }
      let isMeta = head.starts(withFolded: "meta", at: index)
      guard isMeta || head.starts(withFolded: "?xml", at: index) else { continue }
      index += 4
      guard index < head.count, head[index].isHTMLSpace || head[index] == 0x2F else { continue }
      guard let label = label(head, &index, isMeta: isMeta),
        let encoding = EncodingLabels.encoding(for: label)
      else { continue }
      return asciiSuperset(encoding)
    }
    return nil
  }

  /// What a declaration that could be read as ASCII means.
  private static func asciiSuperset(
    _ encoding: EncodingLabels.Encoding
  ) -> EncodingLabels.Encoding {
    if encoding.isUTF16 { return .utf8 }
    return encoding.name == "x-user-defined" ? .western : encoding
  }

  /// The label in one tag; moves on behind its attributes.
  private static func label(_ head: [UInt8], _ index: inout Int, isMeta: Bool) -> ArraySlice<UInt8>?
  {
    var label: ArraySlice<UInt8>?
    var content: ArraySlice<UInt8>?
    var isType = false
    while let (name, value) = attribute(head, &index) {
      if name.isFolded(isMeta ? "charset" : "encoding") {
        label = label ?? value
      } else if name.isFolded("http-equiv") {
        isType = isType || value.trimmedHTMLSpace().isFolded("content-type")
      } else if name.isFolded("content") {
        content = content ?? charset(in: value)
      }
    }
    return label ?? (isMeta && isType ? content : nil)
  }

  /// The next attribute before the tag's end.
  private static func attribute(
    _ head: [UInt8],
    _ index: inout Int
  ) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    while index < head.count, head[index].isHTMLSpace || head[index] == 0x2F { index += 1 }
    let start = index
    while index < head.count, head[index] != 0x3E, head[index] != 0x3D, head[index] != 0x2F,
      !head[index].isHTMLSpace
    { index += 1 }
    let name = head[start..<index]
    var next = index
    while next < head.count, head[next].isHTMLSpace { next += 1 }
    guard next < head.count, head[next] == 0x3D else {
      return name.isEmpty ? nil : (name, [])
    }
    next += 1
    while next < head.count, head[next].isHTMLSpace { next += 1 }
    index = next
    return (name, value(head, &index))
  }

  private static func value(_ head: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    guard index < head.count else { return [] }
    let quote = head[index]
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { index += 1 }
    let start = index
    while index < head.count,
      isQuoted ? head[index] != quote : head[index] != 0x3E && !head[index].isHTMLSpace
    { index += 1 }
    defer { if isQuoted { index = min(index + 1, head.count) } }
    return head[start..<index]
  }

  /// The label in a value such as "text/html; charset=utf-8".
  private static func charset(in value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var start = value.startIndex
    while let place = value.firstIndex(ofFolded: "charset", from: start) {
      start = place + 7
      let rest = value[start...].drop(while: \.isHTMLSpace)
      guard rest.first == 0x3D else { continue }
      let label = rest.dropFirst().drop { $0.isHTMLSpace || $0 == 0x22 || $0 == 0x27 }
      return label.prefix { !$0.isHTMLSpace && $0 != 0x3B && $0 != 0x22 && $0 != 0x27 }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Equal to a lower-case text but for the case of ASCII letters.
  fileprivate func isFolded(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && starts(withFolded: text, at: startIndex)
  }
}
