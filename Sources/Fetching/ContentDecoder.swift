/// Undoes content encodings (RFC 9110, section 8.4), never giving more than `limit` bytes.
struct ContentDecoder {
  let limit: Int
  /// What is wanted of a body that is longer than the limit, or whose end was left unread.
  var extent = Extent.whole
  /// Whether compressed bytes are decoded that nobody has announced, as a document has to be text.
  var expectsText = false

  /// How much of a body has to be there.
  enum Extent {
    case whole
    /// The first `limit` bytes are enough.
    case beginning
    /// They are, and the body was left before its end.
    case beginningOfCut
  }

  /// Servers send one encoding; a longer list is an attack on the reader's time.
  private static let maxEncodings = 4

  /// Returns the decoded body; `encodings` are the values of the headers, in the order sent.
  func decode(_ body: [UInt8], encodings: [String]) throws(FetchError) -> [UInt8] {
    let names = encodings.flatMap { $0.split(separator: ",") }.map {
      $0.trimmingBlanks().lowercased()
    }
    .filter { !$0.isEmpty && $0 != "identity" }
    guard names.count <= Self.maxEncodings else {
      throw .decode(reason: "\(names.count) content encodings, one upon the other")
    }
    var body = body
    for name in names.reversed() {
      body = try decode(body, labelled: name)
    }
    body = try decodeUnlabelled(body, layers: Self.maxEncodings - names.count)
    guard body.count > limit else { return body }
    guard extent == .whole else { return Array(body[..<limit]) }
    throw .tooLarge(limit: limit, measure: .decoded)
  }

  private func decode(_ body: [UInt8], labelled label: String) throws(FetchError) -> [UInt8] {
    guard !body.isEmpty else { return body }
    let encoding = Encoding(label: label)
    do throws(FetchError) {
      guard let encoding else {
        let name = String(decoding: label.utf8.filter { $0 > 32 && $0 < 127 }, as: UTF8.self)
        throw .decode(reason: "the content encoding \"\(name.prefix(50))\" is not known")
      }
      return try decode(body, from: encoding)
    } catch .decode(let reason) {
      // Many a server announces a compression that it never did, or another one.
      if CompressedSignature.isPlain(body, despite: encoding) { return body }
      guard let other = try decodeOtherwise(body, than: encoding) else {
        throw .decode(reason: reason)
      }
      return other
    }
  }

  private func decode(_ body: [UInt8], from encoding: Encoding) throws(FetchError) -> [UInt8] {
    switch encoding {
    case .gzip: try DeflateCodec.gunzip(body, limit: limit, extent)
    case .deflate: try DeflateCodec.inflate(body, limit: limit, extent)
    case .brotli: try BrotliCodec.decode(body, limit: limit, extent)
    case .zstandard: try ZstandardCodec.decode(body, limit: limit, extent)
    }
  }

  /// Decodes what is another encoding: by its signature, its checksum, or, for brotli, which has
  /// neither, where the whole of it gives text.
  ///
  /// What bears the label's own signature is that, and damaged.
  private func decodeOtherwise(
    _ body: [UInt8],
    than encoding: Encoding?
  ) throws(FetchError) -> [UInt8]? {
    if let seen = CompressedSignature.encoding(of: body) {
      return seen == encoding ? nil : try decode(body, from: seen)
    }
    guard encoding != nil, extent == .whole else { return nil }
    if encoding != .deflate,
      let inflated = try whole({ () throws(FetchError) -> [UInt8] in
        try DeflateCodec.inflateChecked(body, limit: limit)
      })
    {
      return inflated
    }
    guard encoding != .brotli else { return nil }
    let text = try whole { () throws(FetchError) -> [UInt8] in
      try BrotliCodec.decode(body, limit: limit, endsWithBody: true)
    }
    return text.flatMap { CompressedSignature.isPlain($0, despite: nil) ? $0 : nil }
  }

  /// What a decoder gives that may be the wrong one; nil where it is.
  private func whole(_ decode: () throws(FetchError) -> [UInt8]) throws(FetchError) -> [UInt8]? {
    do throws(FetchError) {
      return try decode()
    } catch .decode {
      return nil
    }
  }

  private func decodeUnlabelled(_ body: [UInt8], layers: Int) throws(FetchError) -> [UInt8] {
    var body = body
    guard expectsText else { return body }
    for _ in 0..<layers {
      guard let encoding = CompressedSignature.encoding(of: body) else { break }
      body = try decode(body, from: encoding)
    }
    return body
  }
}

extension ContentDecoder {
  /// The content encodings that we know.
  enum Encoding {
    case gzip, deflate, brotli, zstandard

    /// Reads a label in lower case.
    init?(label: String) {
      switch label {
      case "gzip", "x-gzip": self = .gzip
      case "deflate", "x-deflate": self = .deflate
      case "br": self = .brotli
      case "zstd": self = .zstandard
      default: return nil
      }
    }
  }
}
