/// The part of a link that opens a browser on one passage: `:~:text=first%20words,last%20words`.
///
/// By the text fragments of the Web Incubator Community Group: `-`, `,` and `&` are syntax there
/// and are percent-encoded within words.
struct TextFragment: Sendable, Hashable {
  /// The fragment with its introduction, without `#`.
  let text: String

  /// Names what begins with `start` and ends with `end`, or is `start` where `end` is nil.
  ///
  /// A `prefix` stands right before it and a `suffix` right behind it, white space aside.
  init(start: String, end: String? = nil, prefix: String? = nil, suffix: String? = nil) {
    var parts: [String] = []
    if let prefix { parts.append(Self.encoded(prefix) + "-") }
    parts.append(Self.encoded(start))
    if let end { parts.append(Self.encoded(end)) }
    if let suffix { parts.append("-" + Self.encoded(suffix)) }
    text = ":~:text=" + parts.joined(separator: ",")
  }

  /// Browsers take a run of white space for one blank.
  private static func encoded(_ term: String) -> String {
    var output: [UInt8] = []
    for word in term.unicodeScalars.split(whereSeparator: \.isSpaceOrControl) {
      if !output.isEmpty { output.append(contentsOf: Array("%20".utf8)) }
      for byte in String(word).utf8 { output.append(percentEncoded: byte, unless: isSafe(byte)) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "._~".utf8.contains(byte)
  }
}
