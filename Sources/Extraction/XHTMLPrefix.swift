/// Finds the prefix under which an XML document writes HTML's elements, as in `<h:p>`.
enum XHTMLPrefix {
  private static let length = 4096

  /// The prefix with its colon; empty where the elements bear none.
  static func prefix(in source: [UInt8]) -> [UInt8] {
    let head = Array(source.prefix(length))
    var place = 0
    while let start = head.firstIndex(ofFolded: "xmlns:", from: place) {
      place = start + 6
      let name = head[place...].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D }
      let value = head[name.endIndex...].drop { $0.isHTMLSpace || $0 == 0x3D }.dropFirst()
      if !name.isEmpty,
        value.starts(withFolded: "http://www.w3.org/1999/xhtml", at: value.startIndex)
      {
        return Array(name) + [0x3A]
      }
    }
    return []
  }
}
