/// The part of a link that opens a browser on one passage: `:~:text=first%20words,last%20words`.
///
/// By the text fragments of the Web Incubator Community Group: `-`, `,` and `&` are syntax there
/// and are percent-encoded within words.
struct TextFragment: Sendable, Hashable {
  /// The fragment with its introduction, without `#`.
  let text: String

  private static let wordsAtAnEdge = 5
  private static let longest = 300

  /// Names a passage, a long one by its first and last words; nil where no words can name it.
  init?(_ passage: String) {
    let words = Self.words(of: passage)
    let parts: [ArraySlice<[UInt8]>] =
      words.count <= 2 * Self.wordsAtAnEdge
      ? [words[...]] : [words.prefix(Self.wordsAtAnEdge), words.suffix(Self.wordsAtAnEdge)]
    let lengths = parts.map { $0.reduce(0) { $0 + $1.count } }
    guard !words.isEmpty, lengths.allSatisfy({ $0 <= Self.longest }) else { return nil }
    text = ":~:text=" + parts.map(Self.encoded).joined(separator: ",")
  }

  private static func words(of passage: String) -> [[UInt8]] {
    passage.unicodeScalars.split { $0.isSpaceOrControl }.map { word in
      Array(String(word).utf8)
    }
  }

  private static func encoded(_ words: ArraySlice<[UInt8]>) -> String {
    var output: [UInt8] = []
    for word in words {
      if !output.isEmpty { output.append(contentsOf: Array("%20".utf8)) }
      for byte in word { output.append(percentEncoded: byte, unless: isSafe(byte)) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "._~".utf8.contains(byte)
  }
}
