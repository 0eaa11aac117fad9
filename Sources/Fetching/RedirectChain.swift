/// The way of one fetch from address to address, and what may travel along.
struct RedirectChain {
  /// In bytes: more of a redirect's body is not worth the connection.
  static let maxBody = 64 << 10

  private let typed: WebAddress
  private let limit: Int
  /// Where the fetch has come to.
  private(set) var address: WebAddress
  /// How many redirects have led there, those before this fetch included.
  private(set) var count: Int
  /// How long the requests so far took.
  private(set) var timings = PageTimings()
  /// How many connections were made for the requests so far.
  private(set) var connections = 0
  /// How many bytes of a redirect's body have come.
  var droppedBytes = 0

  /// A fetch that begins at an address, to which `count` redirects of at most `limit` have led.
  init(from address: WebAddress, count: Int, limit: Int) {
    typed = address
    self.address = address
    self.count = count
    self.limit = limit
  }

  /// Whether what was typed for the first address may be sent to the one that it has come to.
  var isTrusted: Bool { address.isTrusted(withSecretsOf: typed) }

  /// Goes on to where an answer redirects.
  ///
  /// The fragment stays (RFC 9110, section 10.2.2), and so do name and password at their own origin;
  /// those in the redirect itself are for the address that they stand in.
  mutating func follow(_ location: String) throws(FetchError) {
    guard count < limit else { throw .tooManyRedirects(limit: limit) }
    let target: WebAddress
    do {
      target = try address.resolving(location)
    } catch .invalidURL(let reason) {
      let problem = "it redirects to what is no address: \(reason)"
      throw .protocolViolation(host: address.host, reason: problem)
    }
    address = WebAddress(
      description: target.description,
      fragment: target.fragment ?? address.fragment,
      credentials: credentials(for: target)
    )
    count += 1
    droppedBytes = 0
  }

  /// Adds what a request took before it was redirected.
  mutating func note(_ timings: PageTimings, connections: Int) {
    self.timings = self.timings.adding(timings)
    self.connections += connections
  }

  private func credentials(for target: WebAddress) -> WebAddress.Credentials? {
    if let own = target.credentials { return own }
    if target.isTrusted(withSecretsOf: address) { return address.credentials }
    return target.isTrusted(withSecretsOf: typed) ? typed.credentials : nil
  }
}

extension WebAddress {
  /// Returns where a page leads that this address has led to; name and password stay at home.
  package func leading(to address: String) throws(FetchError) -> WebAddress {
    let target = try WebAddress(address)
    return WebAddress(
      description: target.description,
      fragment: target.fragment,
      credentials: target.isTrusted(withSecretsOf: self) ? credentials : nil
    )
  }

  /// Whether secrets for another address may be sent here: to the same origin, or to the same host
  /// where it goes on over TLS, both at their usual ports.
  package func isTrusted(withSecretsOf other: WebAddress) -> Bool {
    if origin == other.origin { return true }
    return host == other.host && isHTTPS && !other.isHTTPS && port == 443 && other.port == 80
  }
}

extension HeaderField {
  /// Whether it says something about the reader, and holds no secret of a site's.
  var isForEverySite: Bool { Self.harmlessNames.contains(name.lowercased()) }

  private static let harmlessNames: Set<String> = [
    "accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "dnt",
    "pragma", "save-data", "sec-gpc", "upgrade-insecure-requests", "user-agent",
  ]
}
