/// Where the links of a text lead: absolute addresses over HTTP, each of bounded length and in printable ASCII.
struct LinkTargets {
  /// In bytes; part of an address would be another, so a longer one is left out.
  private static let longest = TextLink.longestAddress
  /// The bytes that all addresses may have together, where the page itself has no more: a long base repeats.
  private static let leastRoom = 256 << 10

  private let document: HTMLDocument
  private let base: String?

  /// `address` is where the page was found, `canonical` what it calls itself, where the first is the path of a saved page.
  ///
  /// A `<base>` in it, resolved against that, takes its place.
  init(_ document: HTMLDocument, address: String?, canonical: String?) {
    self.document = document
    let address = [address, canonical].compactMap { $0 }.first(where: Self.isAddress)
    let element = document.nodes.indices.prefix(Self.mostBefore).first { index in
      document.nodes[index].tag == .base && document.value(.href, of: index) != nil
    }
    let own = element.flatMap { document.value(.href, of: $0) }
    base = own.flatMap { Self.resolve($0, against: address) } ?? address
  }

  /// `<base>` stands in the head.
  private static let mostBefore = 500

  /// The links that lead somewhere, as many as a page of so many bytes may have.
  func links(_ links: [TextWriter.Link], pageSize: Int) -> [TextLink] {
    var room = max(Self.leastRoom, pageSize)
    var result: [TextLink] = []
    for link in links {
      guard let target = document.value(.href, of: link.node),
        let address = Self.resolve(target, against: base)
      else { continue }
      room -= address.utf8.count
      guard room >= 0 else { break }
      result.append(
        TextLink(start: link.range.lowerBound, end: link.range.upperBound, address: address)
      )
    }
    return result
  }

  /// The absolute address, or nil where there is none of the web, or it is too long.
  private static func resolve(_ reference: ArraySlice<UInt8>, against base: String?) -> String? {
    guard !reference.isEmpty, reference.count <= longest else { return nil }
    // As browsers do (WHATWG URL, section 4.4): blanks around and line breaks are not part of it.
    let plain = reference.trimmedHTMLSpace().filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard !plain.isEmpty,
      let joined = AddressReference.resolve(String(decoding: plain, as: UTF8.self), against: base)
    else { return nil }
    let address = encoded(joined)
    return isAddress(address) && address.utf8.count <= longest ? address : nil
  }

  private static func isAddress(_ text: String) -> Bool {
    let start = text.prefix(9).lowercased()
    let scheme = start.hasPrefix("https://") ? 8 : start.hasPrefix("http://") ? 7 : 0
    guard scheme > 0, let first = text.utf8.dropFirst(scheme).first else { return false }
    return first != 0x2F && first != 0x3F && first != 0x23
  }

  /// Percent-encodes what is no printable ASCII, and what could end an address in Markdown or HTML.
  private static func encoded(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy { !mustBeEncoded($0) }
    guard !isPlain else { return address }
    var result: [UInt8] = []
    for byte in address.utf8 {
      guard mustBeEncoded(byte) else {
        result.append(byte)
        continue
      }
      result.append(0x25)
      for digit in [byte >> 4, byte & 15] {
        result.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func mustBeEncoded(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte)
  }
}
