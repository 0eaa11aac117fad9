import Extraction

/// A source's address as a report shows it: a link for the web, a plain path for a document.
struct SourceAddress: Sendable, Hashable {
  /// The address, safe as a link's destination; nil where it is not a web address.
  let link: String?
  /// The address in short, as plain text: host and path, or the document's path.
  let label: String
  /// The host, without a port; nil where it is not a web address.
  let host: String?

  /// Reads an address; credentials are left out, whatever wrote them there.
  init(_ text: String) {
    guard let scheme = Self.scheme(of: text) else {
      (link, host) = (nil, nil)
      label = text.oneLine(limit: 200)
      return
    }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    let at = authority.lastIndex(of: UInt8(ascii: "@")).map { authority.index(after: $0) }
    let bare = authority[(at ?? authority.startIndex)...]
    // Part of an address would lead elsewhere, and the whole stands in the records.
    let isShort = text.utf8.count <= TextLink.longestAddress
    link = isShort ? scheme + Self.destination(bare) + Self.destination(rest[end...]) : nil
    host = Self.host(in: bare)
    label = Self.label(bare, path: rest[end...])
  }

  /// What to call a source that has no title: the label, or a document's file name.
  var name: String {
    guard link == nil, let last = label.utf8.split(separator: UInt8(ascii: "/")).last else {
      return label
    }
    return String(decoding: last, as: UTF8.self)
  }

  /// The link as the destination of a link to one passage, by a ``TextFragment``'s text; nil where
  /// there is none to give.
  func link(to fragment: String?) -> String? {
    guard let link, let fragment else { return nil }
    return link + (link.utf8.contains(UInt8(ascii: "#")) ? "" : "#") + fragment
  }

  /// A web address without what names a place in the page; a path, in which `#` is a character, as
  /// it is.
  static func withoutFragment(_ text: String) -> String {
    guard scheme(of: text) != nil, let end = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      return text
    }
    return String(text[..<end])
  }

  private static func scheme(of text: String) -> String? {
    let start = String(decoding: text.utf8.prefix(8), as: UTF8.self).lowercased()
    if start.hasPrefix("https://") { return "https://" }
    return start.hasPrefix("http://") ? "http://" : nil
  }

  private static func host(in authority: Substring.UTF8View) -> String {
    var host = authority
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(0x5D) {
      host = host[..<colon]
    }
    return String(decoding: host, as: UTF8.self).oneLine(limit: 100)
  }

  private static func label(_ authority: Substring.UTF8View, path: Substring.UTF8View) -> String {
    let isRoot = path.elementsEqual("/".utf8)
    let shown = isRoot ? path[..<path.startIndex] : path
    return (String(decoding: authority, as: UTF8.self) + String(decoding: shown, as: UTF8.self))
      .oneLine(limit: 100)
  }

  /// Percent-encodes all that could end a link or a table's cell, and no more: `%` is kept.
  private static func destination(_ part: Substring.UTF8View) -> String {
    let bytes = Array(part)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "&"), beginsReference(bytes[(index + 1)...]) {
        output.append(contentsOf: Array("&amp;".utf8))
      } else {
        output.append(percentEncoded: byte, unless: isSafe(byte))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func beginsReference(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x23 }
    return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      || "-._~:/?#[]@!$&'*+,;=%".utf8.contains(byte)
  }
}

extension [UInt8] {
  /// Adds a byte, or its percent encoding unless it is safe.
  mutating func append(percentEncoded byte: UInt8, unless isSafe: Bool) {
    guard !isSafe else { return append(byte) }
    let digits = Array("0123456789ABCDEF".utf8)
    append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
