@testable import Extraction
@testable import Fetching
@testable import ResearchCore

/// Addresses, references and refreshes: the first line of an input is an address, the second a
/// reference on its page.
enum AddressTrial {
  /// Reads both, and joins them.
  static func run(_ input: [UInt8]) {
    let lines = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: lines.first ?? [], as: UTF8.self)
    let reference = lines.last ?? []
    show(text)
    let target = MetaRefresh.target(of: reference)
    for base in [text, nil, "https://a.example/b/c?d#e"] {
      _ = AddressReference.resolve(
        target ?? String(decoding: reference, as: UTF8.self),
        against: base
      )
    }
    // What is no address is refused, and that is all.
    guard let address = try? WebAddress(text) else { return }
    check(address)
    if let next = try? address.resolving(String(decoding: reference, as: UTF8.self)) { check(next) }
  }

  private static func check(_ address: WebAddress) {
    let text = address.description
    Law.check(text.hasPrefix("http://") || text.hasPrefix("https://"), "an address has a scheme")
    Law.check(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an address is ASCII")
    Law.check(!address.host.isEmpty && !address.origin.isEmpty, "an address has a host")
    Law.check((1...65_535).contains(address.port), "an address has a port")
    Law.check(address.path.utf8.first == 0x2F, "a path begins with a slash")
    Law.check((try? WebAddress(text))?.description == text, "the normal form is its own")
    show(text)
  }

  /// An address as reports show it.
  private static func show(_ text: String) {
    let shown = SourceAddress(text)
    let bytes = Array((shown.link ?? "").utf8)
    let isSafe = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()\\\"`|".utf8.contains($0) }
    Law.check(isSafe, "a link's destination cannot end before its end")
    Law.check(!shown.label.unicodeScalars.contains { $0.value < 0x20 }, "a label is one line")
    if let link = shown.link(to: TextFragment(start: text).text) {
      Law.check(link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a link to a passage is ASCII")
    }
  }
}
