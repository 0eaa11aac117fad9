/// The text of a piece of cmark's HTML.
enum HTMLText {
  /// The text without tags; the references that cmark writes become what they stand for.
  static func plain(_ html: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    var index = html.startIndex
    while index < html.endIndex {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        let end = html[index...].firstIndex(of: UInt8(ascii: ">"))
        index = end.map { $0 + 1 } ?? html.endIndex
      } else if byte == UInt8(ascii: "&"), let (name, scalar) = reference(html[index...]) {
        output.append(scalar)
        index += name
      } else {
        output.append(byte)
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let references: [(name: [UInt8], scalar: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
  ]

  private static func reference(_ html: ArraySlice<UInt8>) -> (length: Int, scalar: UInt8)? {
    references.first { html.starts(with: $0.name) }.map { ($0.name.count, $0.scalar) }
  }
}
