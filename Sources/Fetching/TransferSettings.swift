internal import Glibc

/// The configuration in the form that every transfer needs, checked once.
struct TransferSettings: Sendable {
  let configuration: FetchConfiguration
  let headers: [HeaderField]
  let routes: ProxyRoutes

  /// Checks the configuration, or throws `.invalidConfiguration`.
  init(_ configuration: FetchConfiguration) throws(FetchError) {
    self.configuration = configuration
    headers = [
      HeaderField(name: "User-Agent", value: configuration.userAgent),
      HeaderField(
        name: "Accept",
        value: "text/html,application/xhtml+xml,text/plain;q=0.9,text/*;q=0.8,*/*;q=0.5"
      ),
      // Plain, so that libcurl leaves the body as it was sent: decoding is ContentDecoder's.
      HeaderField(name: "Accept-Encoding", value: "gzip, deflate, br, zstd"),
    ]
    routes = try ProxyRoutes(configured: configuration.proxy) { name in
      getenv(name).map { String(cString: $0) }
    }
    _ = try HeaderList.lines(of: [headers, configuration.headers])
    for entry in configuration.resolve { try Self.check(resolve: entry) }
    if let file = configuration.certificateFile, access(file, R_OK) != 0 {
      throw .invalidConfiguration(
        reason: "--cacert \(file) cannot be read: \(String(cString: strerror(errno)))"
      )
    }
  }

  private static func check(resolve entry: String) throws(FetchError) {
    let parts = entry.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    let addresses = parts.count == 3 ? parts[2].split(separator: ",") : []
    let areValid =
      !addresses.isEmpty
      && addresses.allSatisfy { address in
        binaryAddress(address.filter { $0 != "[" && $0 != "]" }) != nil
      }
    guard areValid, !parts[0].isEmpty, let port = Int(parts[1]), (1...65_535).contains(port) else {
      throw .invalidConfiguration(
        reason: "--resolve \"\(entry)\" is not HOST:PORT:ADDRESS[,ADDRESS…]"
      )
    }
  }
}

extension Duration {
  /// For libcurl: at least 1, as 0 means no limit there.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    let whole = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000)
    guard !whole.overflow, whole.partialValue < Int(Int32.max) else { return Int(Int32.max) }
    return max(1, whole.partialValue + Int(attoseconds / 1_000_000_000_000_000))
  }
}
