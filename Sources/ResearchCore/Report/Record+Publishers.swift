extension Record {
  /// Who published the source, by the names that tell: the host, without "www.", and the site.
  ///
  /// The address that answered tells the host; a saved page has the one that it calls its own.
  var publishers: [String] {
    let addresses = [finalURL ?? source, canonical]
    let host = addresses.lazy.compactMap { $0 }.compactMap { SourceAddress($0).host }.first
    let name = site?.lowercased()
    return [host.map(Self.withoutPrefix), name].compactMap { $0 }.filter { !$0.isEmpty }
  }

  private static func withoutPrefix(_ host: String) -> String {
    let host = host.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
