/// What kind of document some bytes are, as far as we can read it.
enum DocumentType: Equatable {
  case html, markdown, plainText, pdf
  /// A kind that we cannot read, by name.
  case unsupported(String)

  /// Judges by signatures first, then by the label, then by the path's extension.
  ///
  /// Signatures are those of the WHATWG MIME Sniffing Standard, section 6: a picture stays one
  /// whatever its label says.
  init(contentType: String?, path: String, bytes: [UInt8]) {
    if Self.startsLikePDF(bytes) {
      self = .pdf
    } else if let name = Self.signature(of: bytes) {
      self = .unsupported(name)
    } else {
      self = Self.labelled(contentType, path, bytes)
    }
  }

  private static func labelled(
    _ contentType: String?,
    _ path: String,
    _ bytes: [UInt8]
  ) -> DocumentType {
    switch contentType {
    case "text/html", "application/xhtml+xml": return .html
    case "text/markdown", "text/x-markdown": return .markdown
    case "text/plain":
      if startsLikeHTML(bytes) { return .html }
      return path.hasExtension(of: [".md"]) ? .markdown : .plainText
    case "text/xml", "application/xml":
      return startsLikeHTML(bytes) ? .html : .unsupported(contentType ?? "")
    case "application/pdf", "application/x-pdf":
      return startsLikeHTML(bytes) ? .html : .pdf
    case nil, "application/octet-stream", "application/unknown", "*/*":
      return unlabelled(path, bytes)
    case let other?: return .unsupported(other)
    }
  }

  private static func unlabelled(_ path: String, _ bytes: [UInt8]) -> DocumentType {
    if path.hasExtension(of: [".md"]) { return .markdown }
    if path.hasExtension(of: [".html", ".htm", ".xhtml"]) { return .html }
    if path.hasExtension(of: [".txt"]) { return .plainText }
    if startsLikeHTML(bytes) { return .html }
    if path.hasExtension(of: [".pdf"]) { return .pdf }
    return bytes.prefix(1024).contains(0) ? .unsupported("a binary file") : .plainText
  }

  /// The signature, after a byte-order mark or blanks, which readers of PDF pass over.
  private static func startsLikePDF(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes.prefix(1024).dropFirst(3) : bytes.prefix(1024)
    return text.drop { $0 <= 0x20 }.starts(with: "%PDF-".utf8)
  }

  private static func signature(of bytes: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"),
      ([0xff, 0xd8, 0xff], "image/jpeg"),
      (Array("GIF87a".utf8), "image/gif"),
      (Array("GIF89a".utf8), "image/gif"),
      (Array("RIFF".utf8), "a RIFF file"),
      ([0x50, 0x4b, 0x03, 0x04], "application/zip"),
      ([0x1f, 0x8b, 0x08], "application/gzip"),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }

  /// Whether the first tag, after blanks, comments and declarations, is one of HTML's own.
  private static func startsLikeHTML(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(1024)
    if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
      if rest.starts(with: "<?".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else if rest.starts(with: "<!--".utf8) {
        rest = afterComment(rest.dropFirst(4))
      } else {
        break
      }
    }
    let start = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { tag in
      start.hasPrefix(tag) && !(start.utf8.dropFirst(tag.utf8.count).first?.isNamePart ?? false)
    }
  }

  private static func afterComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(3)
  }
}

extension UInt8 {
  /// Whether a tag's name goes on with it.
  fileprivate var isNamePart: Bool { (0x61...0x7a).contains(self) || self == 0x2d }
}
