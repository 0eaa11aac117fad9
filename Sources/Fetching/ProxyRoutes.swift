/// Which proxy each request goes through, by the rules of libcurl and its variables.
///
/// The choice is made here and not by libcurl, because the address guard has to know it.
struct ProxyRoutes: Sendable {
  private let http: String
  private let https: String
  private let exceptions: [Exception]

  /// Hosts that are reached without the proxy.
  private enum Exception: Sendable {
    case all
    case block(AddressBlock)
    case domain(String)
  }

  /// Reads the proxy that was configured, "" for none, or else the variables, in either of which
  /// it throws `.invalidConfiguration` for what is no proxy's address.
  init(configured: String?, variable: (String) -> String?) throws(FetchError) {
    let all = ["all_proxy", "ALL_PROXY"]
    // In a program run by a web server HTTP_PROXY would be a header of the request.
    http = configured ?? Self.first(of: ["http_proxy"] + all, variable)
    https = configured ?? Self.first(of: ["https_proxy", "HTTPS_PROXY"] + all, variable)
    exceptions = Self.first(of: ["no_proxy", "NO_PROXY"], variable)
      .split { $0 == "," || $0 == " " || $0 == "\t" }
      .map { Self.exception(String($0)) }
    for proxy in [http, https] where !Self.isAddress(proxy) {
      throw .invalidConfiguration(
        reason: "the proxy (--proxy, or a variable such as https_proxy) is none: it is to be "
          + "[http://][NAME:PASSWORD@]HOST[:PORT], also with https, socks4, socks4a, socks5, socks5h"
      )
    }
  }

  /// Returns the proxy for a request; "" for none.
  func proxy(for address: WebAddress) -> String {
    let proxy = address.isHTTPS ? https : http
    guard !proxy.isEmpty, !exceptions.isEmpty else { return proxy }
    return isExcepted(address.host) ? "" : proxy
  }

  private func isExcepted(_ host: String) -> Bool {
    let name = Self.withoutDots(host.filter { $0 != "[" && $0 != "]" })
    let address = binaryAddress(name)
    return exceptions.contains { exception in
      switch exception {
      case .all: true
      case .block(let block): address.map(block.contains) ?? false
      case .domain(let domain): address == nil && (name == domain || name.hasSuffix("." + domain))
      }
    }
  }

  private static func first(of names: [String], _ variable: (String) -> String?) -> String {
    names.compactMap(variable).first { !$0.isEmpty } ?? ""
  }

  private static func exception(_ text: String) -> Exception {
    if text == "*" { return .all }
    let bare = text.lowercased().filter { $0 != "[" && $0 != "]" }
    let length = binaryAddress(bare).map { "/\($0.count * 8)" } ?? ""
    return AddressBlock(bare + length, .public).map(Exception.block)
      ?? .domain(withoutDots(bare))
  }

  private static func withoutDots(_ name: String) -> String {
    let name = name.drop { $0 == "." }
    return String(name.last == "." ? name.dropLast() : name)
  }

  /// Whether libcurl can use a proxy; its own words for one that it cannot would show the password.
  private static func isAddress(_ proxy: String) -> Bool {
    if proxy.isEmpty { return true }
    var rest = Substring(proxy)
    if let scheme = proxy.firstRange(of: "://") {
      let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
      guard schemes.contains(proxy[..<scheme.lowerBound].lowercased()) else { return false }
      rest = proxy[scheme.upperBound...]
    }
    // Read as an address of the web: what is a host and a port is one thing.
    return (try? WebAddress("http://" + rest)) != nil
  }
}
