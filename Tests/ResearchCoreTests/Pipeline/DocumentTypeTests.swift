import Testing

@testable import ResearchCore

@Suite struct DocumentTypeTests {
  @Test(arguments: [
    ("text/html", "/x", "plain", DocumentType.html), ("application/xhtml+xml", "/", "", .xhtml),
    ("text/markdown", "/", "# x", .markdown), ("text/plain", "/notes.md", "# x", .markdown),
    ("text/plain", "/notes", "words", .plainText),
    ("text/plain", "/x", "<!DOCTYPE html><p>", .html),
    ("text/plain", "/x", "The <html> element is the root", .plainText),
    ("text/plain", "/x", "<headline>", .plainText),
    ("text/plain", "/x", " \n<HTML lang=en>", .html),
    ("text/xml", "/x", "<?xml version='1.0'?>\n<!-- x --><html xmlns=''>", .xhtml),
    ("text/xml", "/x", "<rss>", .unsupported("text/xml")),
    ("application/rss+xml", "/x", "<rss>", .unsupported("application/rss+xml")),
    ("text/html", "/x", "\u{1}\u{2}\u{3}\u{4}words", .unsupported("a binary file")),
    ("text/html", "/x", "\0\0\0<p>words", .html),
    ("text/html", "/x", "<p>\0\0\0\0\0\0", .html),
    ("text/plain", "/x", "wOF2\0\u{1}", .unsupported("font/woff2")),
    ("image/png", "/x.html", "<html>", .unsupported("image/png")),
    ("application/json", "/x", "{}", .unsupported("application/json")),
    ("html", "/x", "<p>words", .html), ("garbage", "/x", "words", .plainText),
    ("text/html", "/x", "%PDF-1.7", .pdf), ("image/png", "/x", "\u{feff}\r\n%PDF-1.7", .pdf),
    ("application/pdf", "/x", "damaged", .pdf), ("application/pdf", "/x", "<!doctype html>", .html),
    ("text/plain", "/x", "x %PDF-1.7", .plainText),
    ("application/octet-stream", "/x", "\u{feff}<!-- \n --> <body>", .html),
    ("application/octet-stream", "/x", "a\u{0}b", .unsupported("a binary file")),
    ("application/octet-stream", "/x.txt", "<html>", .plainText),
  ])
  func `judges by signature, label and extension`(
    label: String,
    path: String,
    text: String,
    expected: DocumentType
  ) {
    #expect(DocumentType(contentType: label, path: path, bytes: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("/a/page.html", "words", DocumentType.html), ("/a/page.HTM", "", .html),
    ("/a/page.md", "", .markdown), ("/a/page.txt", "<html>", .plainText),
    ("/a/paper.pdf", "%PDF-", .pdf), ("/a/paper.pdf", "damaged", .pdf),
    ("/a/paper.pdf", "<html>", .html), ("/a/x", "words", .plainText),
    ("/a/x", "<!--", .plainText), ("/a/x", "<?xml", .plainText),
    ("/a/x", "<p>words", .html), ("/a/x", "<title>x", .html), ("/a/x", "<pre-x>", .plainText),
    ("/a/x", "<?xml version='1.0'?><rss>", .unsupported("an XML document")),
    ("/a/x", "<?xml version='1.0'?><html>", .xhtml), ("/a/x.xhtml", "<p/>", .xhtml),
    ("/a/x", "{\"a\": 1}", .plainText),
  ])
  func `judges what has no label`(path: String, text: String, expected: DocumentType) {
    #expect(DocumentType(contentType: nil, path: path, bytes: Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [[0xff, 0xfe, 0x3c, 0, 0x70, 0, 0x3e, 0], [0, 0x3c, 0, 0x70, 0, 0x3e]] as [[UInt8]]
  )
  func `takes UTF-16 for text`(bytes: [UInt8]) {
    #expect(DocumentType(contentType: nil, path: "/x", bytes: bytes) == .html)
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff, 0xe0],
      [0x1f, 0x8b, 0x08, 0x00], [0x50, 0x4b, 0x03, 0x04],
    ] as [[UInt8]]
  )
  func `a picture or an archive stays one whatever its label says`(bytes: [UInt8]) {
    let type = DocumentType(contentType: "text/html", path: "/", bytes: bytes)
    guard case .unsupported = type else {
      Issue.record("\(type)")
      return
    }
  }
}
