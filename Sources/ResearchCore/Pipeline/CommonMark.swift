import CMarkGFM
import FlowControl
import Glibc

/// Renders Markdown to HTML by cmark-gfm, in its safe mode: raw HTML and addresses that act are
/// left out.
enum CommonMark {
  /// What is understood beside CommonMark.
  enum Part: String { case table, strikethrough, footnotes }

  /// cmark keeps the characters that its extensions watch in a global table while it parses.
  private static let turn = Locked(())
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// The HTML of a text in UTF-8; what is no UTF-8 is replaced.
  ///
  /// Takes up to 290 times the memory of the text, which is given back at the end, and for texts
  /// made for it time with the square of their length: what comes from elsewhere is cut first.
  /// Throws where there is no memory for it.
  static func html(of text: ArraySlice<UInt8>, with parts: [Part]) throws(Failure) -> [UInt8] {
    try turn.withLock { _ throws(Failure) in try render(text, with: parts) }
  }

  private static func render(
    _ text: ArraySlice<UInt8>,
    with parts: [Part]
  ) throws(Failure) -> [UInt8] {
    // Its own extension `footnotes` is this option.
    let footnotes = parts.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0
    let options = CMARK_OPT_VALIDATE_UTF8 | footnotes
    guard isRegistered, let parser = cmark_parser_new(options) else { throw noMemory }
    defer { cmark_parser_free(parser) }
    for part in parts where part != .footnotes {
      if let found = cmark_find_syntax_extension(part.rawValue) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    text.withUnsafeBytes { text in
      cmark_parser_feed(parser, text.bindMemory(to: CChar.self).baseAddress, text.count)
    }
    guard let tree = cmark_parser_finish(parser) else { throw noMemory }
    defer { cmark_node_free(tree) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(tree, options, extensions) else { throw noMemory }
    defer { free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }

  private static var noMemory: Failure {
    Failure(.file, "the Markdown could not be rendered: there is no memory for it")
  }
}
