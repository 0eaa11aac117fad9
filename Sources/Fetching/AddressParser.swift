internal import CCurl
internal import Glibc

/// Reads web addresses with libcurl's URL API, the same that will send the request.
enum AddressParser {
  /// In bytes: beyond it no server answers, and a line of 50 MB is not worth a look.
  static let maxLength = 1 << 20

  /// Reads an address, or a reference relative to another address.
  static func parse(_ text: String, relativeTo base: WebAddress?) throws(FetchError) -> WebAddress {
    guard text.utf8.count <= maxLength else {
      throw .invalidURL(reason: "it is longer than \(maxLength) bytes")
    }
    let text = text.trimmingBlanks()
    try check(text, isReference: base != nil)
    guard let handle = curl_url() else { throw .invalidURL(reason: "out of memory") }
    defer { curl_url_cleanup(handle) }
    if let base {
      try set(base.description, in: handle)
      try resolve(text, in: handle)
    } else {
      try set(text, in: handle)
    }
    return try address(in: handle)
  }

  /// Sets a reference where libcurl follows RFC 3986, and mends it where it does not.
  private static func resolve(_ text: String, in handle: OpaquePointer) throws(FetchError) {
    if text.isEmpty { return }
    if text.utf8.first == UInt8(ascii: "#") {
      let code = curl_url_set(
        handle,
        CURLUPART_FRAGMENT,
        String(text.dropFirst()),
        UInt32(CURLU_URLENCODE)
      )
      guard code == CURLUE_OK else { throw error(code) }
      return
    }
    let segment = text.utf8.prefix { ![35, 47, 63].contains($0) }
    let isPathWithColon = segment.contains(UInt8(ascii: ":")) && scheme(of: text) == nil
    try set(isPathWithColon ? "./" + text : text, in: handle)
  }

  private static func check(_ text: String, isReference: Bool) throws(FetchError) {
    // C would take the part before a NUL for the whole.
    guard !text.utf8.contains(0) else { throw .invalidURL(reason: "it contains a NUL byte") }
    guard isReference || !text.isEmpty else { throw .invalidURL(reason: "it is empty") }
    guard let scheme = scheme(of: text) else {
      if isReference { return }
      throw .invalidURL(reason: "it does not begin with https:// or http://")
    }
    guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme) }
  }

  /// Returns the scheme in lower case, unless it is rather a host with a port.
  private static func scheme(of text: String) -> String? {
    let bytes = text.utf8
    let scheme = bytes.prefix { byte in
      byte.isASCIILetter || byte.isASCIIDigit || [43, 45, 46].contains(byte)
    }
    guard let first = scheme.first, first.isASCIILetter, scheme.endIndex < bytes.endIndex,
      bytes[scheme.endIndex] == UInt8(ascii: ":")
    else { return nil }
    let rest = bytes[scheme.endIndex...].dropFirst()
    let isHostWithPort = rest.first?.isASCIIDigit == true && !rest.starts(with: "//".utf8)
    guard !isHostWithPort || scheme.elementsEqual("tel".utf8) else { return nil }
    return scheme.count > 30 ? nil : String(decoding: scheme, as: UTF8.self).lowercased()
  }

  private static func set(_ text: String, in handle: OpaquePointer) throws(FetchError) {
    let flags = UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE)
    let code = curl_url_set(handle, CURLUPART_URL, text, flags)
    guard code == CURLUE_OK else { throw error(code) }
  }

  private static func address(in handle: OpaquePointer) throws(FetchError) -> WebAddress {
    let scheme = try part(CURLUPART_SCHEME, of: handle).lowercased()
    guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme) }
    let host = try host(of: handle)
    var description = "\(scheme)://\(host)"
    if let port = try optionalPart(CURLUPART_PORT, of: handle, CURLU_NO_DEFAULT_PORT) {
      guard let number = Int(port), (1...65_535).contains(number) else {
        throw .invalidURL(reason: "the port \(port) is not between 1 and 65535")
      }
      description += ":\(number)"
    }
    description += try optionalPart(CURLUPART_PATH, of: handle) ?? "/"
    if let query = try optionalPart(CURLUPART_QUERY, of: handle) { description += "?" + query }
    return WebAddress(
      description: description,
      fragment: try optionalPart(CURLUPART_FRAGMENT, of: handle),
      credentials: try credentials(of: handle)
    )
  }

  private static func credentials(
    of handle: OpaquePointer
  ) throws(FetchError) -> WebAddress.Credentials? {
    let user = try optionalPart(CURLUPART_USER, of: handle, CURLU_URLDECODE)
    let password = try optionalPart(CURLUPART_PASSWORD, of: handle, CURLU_URLDECODE)
    guard user != nil || password != nil else { return nil }
    return WebAddress.Credentials(user: user ?? "", password: password ?? "")
  }

  /// The host in its one form: a name in lower case and punycode, or an address.
  private static func host(of handle: OpaquePointer) throws(FetchError) -> String {
    let host = try name(in: handle)
    if host.utf8.first == UInt8(ascii: "[") {
      guard let address = binaryAddress(host.filter { $0 != "[" && $0 != "]" }) else {
        throw .invalidURL(reason: "the host is not an IPv6 address")
      }
      return "[\(addressText(address))]"
    }
    // What a name is mapped to may hold what parts an address, such as a wide "@".
    guard !host.utf8.contains(where: isForbidden) else {
      throw .invalidURL(reason: "the host holds a character that no name has")
    }
    guard IPv4Notation.isUsed(in: host) else { return host }
    guard let address = IPv4Notation.address(host) else {
      throw .invalidURL(reason: "the host is neither a name nor an IPv4 address")
    }
    return addressText(address)
  }

  /// The forbidden domain code points of WHATWG's URL Standard, section 3.1.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7f || "#/:<>?@[\\]^|%".utf8.contains(byte)
  }

  private static func name(in handle: OpaquePointer) throws(FetchError) -> String {
    let host = try part(CURLUPART_HOST, of: handle)
    guard host.utf8.contains(where: { $0 >= 128 }) else { return host.lowercased() }
    // libidn2 reads the name in the locale's encoding, and a program in C's locale has ASCII.
    return try InternationalLocale.use { () throws(FetchError) -> String in
      try part(CURLUPART_HOST, of: handle, CURLU_PUNYCODE).lowercased()
    }
  }

  private static func optionalPart(
    _ what: CURLUPart,
    of handle: OpaquePointer,
    _ flags: Int32 = 0
  ) throws(FetchError) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let code = curl_url_get(handle, what, &text, UInt32(flags))
    defer { curl_free(text) }
    switch code {
    case CURLUE_OK: return text.map { String(cString: $0) }
    case CURLUE_NO_USER, CURLUE_NO_PASSWORD, CURLUE_NO_PORT, CURLUE_NO_QUERY, CURLUE_NO_FRAGMENT:
      return nil
    default: throw error(code)
    }
  }

  private static func part(
    _ what: CURLUPart,
    of handle: OpaquePointer,
    _ flags: Int32 = 0
  ) throws(FetchError) -> String {
    guard let text = try optionalPart(what, of: handle, flags), !text.isEmpty else {
      throw .invalidURL(reason: "it has no host")
    }
    return text
  }

  private static func error(_ code: CURLUcode) -> FetchError {
    .invalidURL(reason: String(cString: curl_url_strerror(code)))
  }
}
