import CLibXML2

/// What libxml2 needs by itself: the page as it is, read into its tree, and the tree freed.
enum TreeParse {
  /// Parses a page.
  static func parse(_ page: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    let tree = page.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count),
        nil,
        "UTF-8",
        Int32(options)
      )
    }
    // There is none of an empty page.
    if let tree { xmlFreeDoc(tree) }
  }
}
