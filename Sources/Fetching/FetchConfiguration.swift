/// How pages are fetched: plain values, passed down from the command line.
package struct FetchConfiguration: Sendable, Equatable {
  /// For name lookup, connection and TLS handshake together.
  package var connectTimeout: Duration = .seconds(10)
  /// For a whole attempt, redirects included; time spent paused for the byte budget is not counted.
  package var timeout: Duration = .seconds(30)
  package var maxRedirects = 10
  /// In bytes, of a body as sent; callers give the same number to `Page.decodedBody(limit:)`.
  package var maxSize = 10 << 20
  /// In bytes, of all bodies that are arriving or that somebody still holds.
  package var maxBuffered = 64 << 20
  /// Connections kept open for the next request.
  package var maxConnections = 100
  /// Sent in place of ours of the same name; an empty value sends none.
  package var headers: [HeaderField] = []
  package var userAgent = "research/0.1.0"
  /// The proxy's address; `nil` lets libcurl read the usual environment variables, "" means none.
  package var proxy: String?
  /// Entries `HOST:PORT:ADDRESS[,ADDRESS…]` that answer in place of the name server.
  package var resolve: [String] = []
  /// Certificates in PEM that are trusted in place of the system's.
  package var certificateFile: String?
  package var addressPolicy = AddressPolicy()

  /// Makes the default configuration.
  package init() {}
}

extension FetchConfiguration {
  /// In bytes, of what a transfer receives at once: small where thousands are to run together.
  var bufferSize: Int { maxConnections > 1_000 ? 4 << 10 : 16 << 10 }
}
