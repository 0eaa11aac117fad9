import Fetching
import FlowControl

/// A document as it arrived, before anything has been made of it.
enum Content: Sendable {
  /// An answer over HTTP, its body as sent.
  case page(Page)
  /// A file; the permit holds its bytes' place in memory.
  case file(path: String, bytes: [UInt8], permit: AsyncSemaphore.Permit)

  /// The length as sent, in bytes.
  var size: Int {
    switch self {
    case .page(let page): page.body.bytes.count
    case .file(_, let bytes, _): bytes.count
    }
  }

  /// The body after content decoding, at most `limit` bytes; for workers.
  func decoded(limit: Int) throws(FetchError) -> [UInt8] {
    switch self {
    case .page(let page): try page.decodedBody(limit: limit)
    case .file(_, let bytes, _): bytes
    }
  }

  /// Whether it may be larger once decoded.
  var isPacked: Bool {
    if case .page(let page) = self { page.header("content-encoding") != nil } else { false }
  }

  /// The label of the encoding in the header.
  var charset: String? {
    if case .page(let page) = self { page.charset } else { nil }
  }

  /// What the document is, judged by its label and its beginning.
  func type(of bytes: [UInt8]) -> DocumentType {
    switch self {
    case .page(let page):
      DocumentType(contentType: page.contentType, path: page.address.path, bytes: bytes)
    case .file(let path, _, _): DocumentType(contentType: nil, path: path, bytes: bytes)
    }
  }
}
