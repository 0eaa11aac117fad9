/// An absolute http or https address in its normal form.
///
/// The normal form has scheme and host in lower case, the host in punycode, no default port, no dot
/// segments, at least "/" as its path, spaces and other characters percent-encoded, and neither
/// fragment nor credentials.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// The whole address in its normal form.
  package let description: String
  /// What followed "#", which is never sent.
  package let fragment: String?
  /// Name and password that stood in the address; they are used in requests, never shown.
  package let credentials: Credentials?

  /// A name and password.
  package struct Credentials: Sendable, Hashable {
    package let user: String
    package let password: String
  }

  init(description: String, fragment: String?, credentials: Credentials?) {
    self.description = description
    self.fragment = fragment
    self.credentials = credentials
  }

  /// Reads an address, or throws `.invalidURL` or `.unsupportedScheme`.
  package init(_ text: String) throws(FetchError) {
    self = try AddressParser.parse(text, relativeTo: nil)
  }

  /// Returns the address that a reference on this page leads to (RFC 3986, section 5).
  package func resolving(_ reference: String) throws(FetchError) -> WebAddress {
    try AddressParser.parse(reference, relativeTo: self)
  }
}

extension WebAddress {
  /// The address with what followed "#": the place in the page that was meant.
  package var withFragment: String { fragment.map { description + "#" + $0 } ?? description }

  package var isHTTPS: Bool { description.utf8.dropFirst(4).first == UInt8(ascii: "s") }

  package var scheme: String { isHTTPS ? "https" : "http" }

  /// The host; an IPv6 address keeps its brackets.
  package var host: String { split.host }

  package var port: Int { split.port ?? (isHTTPS ? 443 : 80) }

  /// The path, percent-encoded, which begins with "/".
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// What follows "?", percent-encoded.
  package var query: String? {
    target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
  }

  /// Scheme, host and port: the key of a host's queue.
  package var origin: String { "\(scheme)://\(host):\(port)" }

  private var authority: Substring {
    description.dropFirst(scheme.utf8.count + 3).prefix { $0 != "/" }
  }

  private var target: Substring {
    description.dropFirst(scheme.utf8.count + 3).drop { $0 != "/" }
  }

  private var split: (host: String, port: Int?) {
    let authority = authority
    guard let colon = authority.lastIndex(of: ":"), authority.last != "]" else {
      return (String(authority), nil)
    }
    return (String(authority[..<colon]), Int(authority[authority.index(after: colon)...]))
  }
}

extension WebAddress {
  /// The address without the parameters that only say where the reader came from.
  package var deduplicationKey: String {
    guard let query else { return description }
    let kept = query.split(separator: "&", omittingEmptySubsequences: false).filter {
      !Self.isTracking($0.prefix { $0 != "=" })
    }
    let base = description.dropLast(query.count + 1)
    return kept.isEmpty ? String(base) : base + "?" + kept.joined(separator: "&")
  }

  private static func isTracking(_ name: Substring) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("utm_") || trackingParameters.contains(name)
  }

  private static let trackingParameters: Set<String> = [
    "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "yclid", "twclid",
    "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "srsltid",
  ]
}
