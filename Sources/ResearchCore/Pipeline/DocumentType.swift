/// What kind of document some bytes are, as far as we can read it.
enum DocumentType: Equatable {
  case html, xhtml, markdown, plainText, pdf
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
      let beginning = DocumentBeginning(bytes)
      self = Self.labelled(contentType, path, beginning)
      // What is not text at all does not become so by a label.
      switch self {
      case .unsupported, .pdf: return
      default: if beginning.isBinary { self = .unsupported("a binary file") }
      }
    }
  }

  private static func labelled(
    _ contentType: String?,
    _ path: String,
    _ beginning: DocumentBeginning
  ) -> DocumentType {
    switch contentType {
    case "text/html": return .html
    case "application/xhtml+xml", "application/vnd.wap.xhtml+xml": return .xhtml
    case "text/markdown", "text/x-markdown": return .markdown
    case "text/plain":
      if beginning.isHTML { return .html }
      return path.hasExtension(of: [".md"]) ? .markdown : .plainText
    case "text/xml", "application/xml":
      return beginning.isHTML ? .xhtml : .unsupported(contentType ?? "")
    case "application/pdf", "application/x-pdf":
      return beginning.isHTML ? .html : .pdf
    case nil, "application/octet-stream", "application/unknown", "unknown/unknown", "*/*":
      return unlabelled(path, beginning)
    // What has no slash is no type (WHATWG MIME Sniffing, section 4.4).
    case let other? where !other.contains("/"): return unlabelled(path, beginning)
    case let other?: return .unsupported(other)
    }
  }

  private static func unlabelled(_ path: String, _ beginning: DocumentBeginning) -> DocumentType {
    if path.hasExtension(of: [".md"]) { return .markdown }
    if path.hasExtension(of: [".xhtml"]) { return .xhtml }
    if path.hasExtension(of: [".html", ".htm"]) { return .html }
    if path.hasExtension(of: [".txt"]) { return .plainText }
    if beginning.isHTML { return beginning.isXML ? .xhtml : .html }
    if path.hasExtension(of: [".pdf"]) { return .pdf }
    if beginning.isMarkup { return beginning.isXML ? .unsupported("an XML document") : .html }
    return beginning.hasZeros ? .unsupported("a binary file") : .plainText
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
      (Array("II*\0".utf8), "image/tiff"), (Array("MM\0*".utf8), "image/tiff"),
      ([0x00, 0x00, 0x01, 0x00], "image/x-icon"), (Array("8BPS".utf8), "a Photoshop file"),
      (Array("ID3".utf8), "audio/mpeg"), (Array("OggS".utf8), "application/ogg"),
      (Array("fLaC".utf8), "audio/flac"), ([0x1a, 0x45, 0xdf, 0xa3], "video/webm"),
      (Array("wOFF".utf8), "font/woff"), (Array("wOF2".utf8), "font/woff2"),
      (Array("Rar!".utf8), "application/x-rar-compressed"), ([0x42, 0x5a, 0x68], "bzip2 data"),
      ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "a 7z file"), ([0x28, 0xb5, 0x2f, 0xfd], "zstd data"),
      ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], "xz data"), ([0x7f, 0x45, 0x4c, 0x46], "a program"),
      (Array("\0asm".utf8), "a program"), (Array("SQLite format 3\0".utf8), "a database"),
      (Array("%!PS-Adobe-".utf8), "application/postscript"),
      ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "an Office file"),
    ]
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "video/mp4" }
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }
}
