/// One complete answer of a web server, its body as it was sent.
package struct Page: Sendable {
  /// The final address, after redirects.
  package var address: WebAddress
  package var status: Int
  package var headers: [HeaderField]
  package var body: PageBody
  package var isConnectionReused: Bool
  /// How many redirects led to it, those before the request included.
  package var redirects: Int
  /// Whether it came from a public address, or by way of one.
  package var isPublic: Bool
  package var timings: PageTimings
  /// Whether the rest of the body was left unread, because no more was wanted.
  package var isCut = false

  /// Makes a page, also for tests and for documents that were not fetched.
  package init(
    address: WebAddress,
    status: Int = 200,
    headers: [HeaderField] = [],
    body: PageBody,
    isConnectionReused: Bool = false,
    redirects: Int = 0,
    isPublic: Bool = false,
    timings: PageTimings = PageTimings()
  ) {
    self.address = address
    self.status = status
    self.headers = headers
    self.body = body
    self.isConnectionReused = isConnectionReused
    self.redirects = redirects
    self.isPublic = isPublic
    self.timings = timings
  }
}

/// How long the parts of a fetch took, each measured from its start.
package struct PageTimings: Sendable, Hashable {
  package var nameLookup: Duration = .zero
  package var connect: Duration = .zero
  package var tls: Duration = .zero
  package var firstByte: Duration = .zero
  package var total: Duration = .zero

  /// Makes timings that are all zero.
  package init() {}

  /// Returns the sums of what two requests took.
  func adding(_ other: PageTimings) -> PageTimings {
    var sum = self
    sum.nameLookup += other.nameLookup
    sum.connect += other.connect
    sum.tls += other.tls
    sum.firstByte += other.firstByte
    sum.total += other.total
    return sum
  }
}

extension Page {
  /// Returns the value of the last header of that name, whatever its case.
  package func header(_ name: String) -> String? {
    headers.last { $0.name.isEqualIgnoringCase(to: name) }?.value
  }

  /// The type and subtype in lower case, without parameters.
  package var contentType: String? {
    guard let field = header("content-type") else { return nil }
    let type = field.prefix { $0 != ";" && $0 != "," }.trimmingBlanks().lowercased()
    return type.isEmpty ? nil : type
  }

  /// The charset parameter of the content type, as it was sent.
  package var charset: String? {
    guard let field = header("content-type") else { return nil }
    for parameter in field.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].trimmingBlanks().isEqualIgnoringCase(to: "charset") else {
        continue
      }
      let value = parts[1].trimmingBlanks().filter { $0 != "\"" && $0 != "'" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// The header Retry-After as it was sent: seconds or a date.
  package var retryAfter: String? { header("retry-after") }

  /// Returns the body with its content encodings undone, in at most `limit` bytes.
  ///
  /// It computes on the calling thread: call it on a worker.
  package func decodedBody(limit: Int) throws(FetchError) -> [UInt8] {
    var decoder = ContentDecoder(limit: limit)
    decoder.expectsText = saysText
    return try decoder.decode(body.bytes, encodings: encodings)
  }

  /// Returns the first `limit` bytes of the body with its content encodings undone, or all of it.
  ///
  /// It computes on the calling thread: call it on a worker.
  package func decodedBeginning(limit: Int) throws(FetchError) -> [UInt8] {
    var decoder = ContentDecoder(limit: limit, extent: isCut ? .beginningOfCut : .beginning)
    decoder.expectsText = saysText
    return try decoder.decode(body.bytes, encodings: encodings)
  }

  private var encodings: [String] {
    headers.filter { $0.name.isEqualIgnoringCase(to: "content-encoding") }.map(\.value)
  }

  /// Whether what is labelled so cannot be meant to be read compressed, as an archive is.
  private var saysText: Bool {
    guard let type = contentType else { return false }
    return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml")
      || type.hasSuffix("/json")
  }
}
