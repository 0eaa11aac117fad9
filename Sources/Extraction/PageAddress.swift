/// The addresses by which a page is known, the surest first.
///
/// The address of the request leads; then what the page calls its own: canonical, og:url, and the objects of JSON-LD that
/// describe it. The links of its head tell the host alone.
struct PageAddress: Sendable {
  /// Absolute addresses of the page itself.
  let all: [[UInt8]]
  /// The host, empty where nothing names it.
  let host: String

  init(_ head: PageHead, _ data: LinkedData, address: String?) {
    var known = [Array((address ?? "").utf8), head.canonical, head.first("og:url") ?? []]
    known += data.main.prefix(1).flatMap(data.addresses)
    let own = known.filter { !$0.isEmpty }.map(Self.original)
    let absolute = own.filter { Self.host(of: $0) != nil }
    let others = head.links.map(Self.original)
    host = (absolute + others).lazy.compactMap(Self.host).first ?? ""
    let origin = Array("https://\(host)".utf8)
    // A path alone tells as much of the page as an address does.
    all = own.compactMap { reference in
      if Self.host(of: reference) != nil { return reference }
      return reference.first == 0x2F && !reference.starts(with: "//".utf8)
        ? origin + reference : nil
    }
  }

  /// An archive's copy stands for the address that its own address holds.
  private static func original(_ address: [UInt8]) -> [UInt8] {
    let path = address.prefix { $0 != 0x3F && $0 != 0x23 }
    guard let first = path.firstIndex(ofFolded: "://", from: 0) else { return address }
    for start in ["/http://" as StaticString, "/https://"] {
      if let place = path.firstIndex(ofFolded: start, from: first + 3) {
        return Array(address[(place + 1)...])
      }
    }
    return address
  }

  private static func host(of address: [UInt8]) -> String? {
    guard let place = address.prefix(12).firstIndex(ofFolded: "://", from: 0) else { return nil }
    let rest = address[(place + 3)...]
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3A && $0 != 0x3F && $0 != 0x23 }
    return host.isEmpty ? nil : String(decoding: host, as: UTF8.self)
  }
}
