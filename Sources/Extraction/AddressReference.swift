/// Resolves a reference against an address (RFC 3986, section 5.2), for what pages say about themselves.
///
/// Fetching checks and normalises addresses anew before it uses one; here only the join is made.
enum AddressReference {
  /// The absolute address, or nil where the reference leads to no page of the web.
  static func resolve(_ reference: String, against base: String?) -> String? {
    let text = reference.utf8.drop { $0 <= 0x20 }
    guard !text.isEmpty else { return nil }
    if let scheme = scheme(of: text) {
      return scheme == "http" || scheme == "https" ? String(Substring(text)) : nil
    }
    guard let base, let parts = Parts(base) else { return String(Substring(text)) }
    let relative = String(Substring(text))
    if relative.hasPrefix("//") { return parts.scheme + ":" + relative }
    if relative.hasPrefix("#") { return parts.origin + parts.path + parts.query + relative }
    if relative.hasPrefix("?") { return parts.origin + parts.path + relative }
    let end = relative.firstIndex { $0 == "?" || $0 == "#" } ?? relative.endIndex
    let tail = relative[end...]
    let path =
      relative.hasPrefix("/")
      ? String(relative[..<end]) : parts.folder + String(relative[..<end])
    return parts.origin + removingDotSegments(path) + tail
  }

  private static func scheme(of text: Substring.UTF8View) -> String? {
    guard let colon = text.firstIndex(of: 0x3A), let first = text.first, first.isASCIILetter
    else { return nil }
    let name = text[..<colon]
    let isName = name.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
    return isName ? String(Substring(name)).lowercased() : nil
  }

  private static func removingDotSegments(_ path: String) -> String {
    var result: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { result.append("") }
      case "..":
        _ = result.popLast()
        if isLast { result.append("") }
      default: result.append(segment)
      }
    }
    return "/" + result.joined(separator: "/")
  }

  private struct Parts {
    let scheme: String
    let origin: String
    let path: String
    let query: String

    init?(_ address: String) {
      let pieces = address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2, pieces[1].hasPrefix("//") else { return nil }
      scheme = String(pieces[0])
      let rest = pieces[1].dropFirst(2)
      let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      origin = scheme + "://" + rest[..<hostEnd]
      let after = rest[hostEnd...].prefix { $0 != "#" }
      let pathEnd = after.firstIndex(of: "?") ?? after.endIndex
      path = after[..<pathEnd].isEmpty ? "/" : String(after[..<pathEnd])
      query = String(after[pathEnd...])
    }

    /// The path up to its last slash.
    var folder: String {
      path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }
  }
}
