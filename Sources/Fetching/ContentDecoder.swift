/// Undoes content encodings (RFC 9110, section 8.4), never giving more than `limit` bytes.
struct ContentDecoder {
  let limit: Int
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
      body = try decode(body, from: name)
    }
    guard body.count <= limit else { throw .tooLarge(limit: limit, measure: .decoded) }
    return body
  }

  private func decode(_ body: [UInt8], from encoding: String) throws(FetchError) -> [UInt8] {
    guard !body.isEmpty else { return body }
    do throws(FetchError) {
      switch encoding {
      case "gzip", "x-gzip": return try DeflateCodec.gunzip(body, limit: limit)
      case "deflate", "x-deflate": return try DeflateCodec.inflate(body, limit: limit)
      case "br": return try BrotliCodec.decode(body, limit: limit)
      case "zstd": return try ZstandardCodec.decode(body, limit: limit)
      default: throw .decode(reason: "the content encoding \"\(encoding.prefix(50))\" is not known")
      }
    } catch .decode where Self.knows(encoding) && isPlain(body) {
      // Many a server announces a compression that it never did.
      return body
    }
  }

  private static func knows(_ encoding: String) -> Bool {
    ["gzip", "x-gzip", "deflate", "x-deflate", "br", "zstd"].contains(encoding)
  }

  /// Text has no control characters but blanks; compressed bytes soon have one.
  private func isPlain(_ body: [UInt8]) -> Bool {
    if body.starts(with: [255, 254]) || body.starts(with: [254, 255]) { return true }
    return body.prefix(512).allSatisfy {
      $0 >= 32 && $0 != 127 || (9...13).contains($0) || $0 == 27
    }
  }
}
