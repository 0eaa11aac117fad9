/// What the first bytes of a document look like, whatever it is called (WHATWG MIME Sniffing, section 7.1).
struct DocumentBeginning {
  private static let length = 2048

  /// The first tag, after blanks, comments and declarations, is one that documents begin with.
  let isHTML: Bool
  /// It begins with a tag of any kind, or one of HTML's that fragments begin with.
  let isMarkup: Bool
  /// It begins with an XML declaration.
  let isXML: Bool
  /// There are zeros in it, and it is not text in sixteen bits.
  let hasZeros: Bool
  /// One byte in twenty is one that no text has, and no tag comes first; zeros alone count only where there are no tags.
  let isBinary: Bool

  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(Self.length)
    let isWide = Self.isWide(head)
    var rest = isWide ? head.filter { $0 != 0 && $0 < 0xFE }[...] : head
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
    isXML = Self.skipPreface(&rest)
    let start = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
    isHTML = Self.documents.contains { Self.begins(start, with: $0) }
    isMarkup =
      isXML ? start.hasPrefix("<") : Self.fragments.contains { Self.begins(start, with: $0) }
    hasZeros = !isWide && head.contains(0)
    let strange = head.count {
      $0 < 0x09 || (0x0e...0x1a).contains($0) || (0x1c...0x1f).contains($0)
    }
    let zeros = head.count { $0 == 0 }
    let looksBinary =
      (strange - zeros) * 20 > head.count || strange * 20 > head.count && !Self.holdsTag(head)
    isBinary = !isWide && rest.first != UInt8(ascii: "<") && looksBinary
  }

  private static let documents = ["<!doctype html", "<html", "<head", "<body"]
  private static let fragments = [
    "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style", "<title", "<b", "<br",
    "<p",
    "<meta", "<section", "<article", "<main", "<h2",
  ]

  private static func holdsTag(_ head: ArraySlice<UInt8>) -> Bool {
    zip(head, head.dropFirst()).contains { first, second in
      first == UInt8(ascii: "<") && (0x61...0x7a).contains(second | 0x20)
    }
  }

  private static func begins(_ start: String, with tag: String) -> Bool {
    start.hasPrefix(tag) && !(start.utf8.dropFirst(tag.utf8.count).first?.isNamePart ?? false)
  }

  /// Text in UTF-16: by its mark, by the first tag, or by zeros in a third of the units on one side alone.
  private static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
    let marks: [[UInt8]] = [[0xff, 0xfe], [0xfe, 0xff], [0x3c, 0x00], [0x00, 0x3c]]
    if marks.contains(where: { head.starts(with: $0) }) { return true }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let (most, least) = (zeros.max() ?? 0, zeros.min() ?? 0)
    return head.count >= 8 && most * 6 > head.count && least * 20 < most
  }

  /// Skips blanks, comments and declarations; whether an XML declaration was among them.
  private static func skipPreface(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var isXML = false
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
      if rest.starts(with: "<?".utf8) {
        isXML = isXML || rest.starts(with: "<?xml".utf8)
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else if rest.starts(with: "<!--".utf8) {
        rest = afterComment(rest.dropFirst(4))
      } else {
        return isXML
      }
    }
  }

  private static func afterComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(3)
  }
}

extension UInt8 {
  /// Whether a tag's name goes on with it.
  fileprivate var isNamePart: Bool { (0x61...0x7a).contains(self) || self == 0x2d }
}
