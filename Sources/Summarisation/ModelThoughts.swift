/// What a reasoning model thinks before it answers: `<think>…</think>` and its kin.
///
/// It is no part of the answer.
enum ModelThoughts {
  private static let names = ["think", "thinking", "thought", "reasoning", "reflection"]
  private static let openings =
    names.map { Array("<\($0)>".utf8) } + [Array("[think]".utf8), Array("◁think▷".utf8)]
  private static let closings =
    names.map { Array("</\($0)>".utf8) } + [Array("[/think]".utf8), Array("◁/think▷".utf8)]

  /// The text without thoughts.
  ///
  /// Where only the end of one stands, as templates that begin the thought for the model leave it,
  /// all before it goes; thoughts without an end go to the end of the text. Of an answer in
  /// channels only the final one stays.
  static func removed(from text: String) -> String {
    let bytes = HarmonyAnswer.final(of: Array(text.utf8))
    guard bytes.contains(where: isOpening) else { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    var depth = 0
    var index = 0
    while index < bytes.count {
      let isMark = isOpening(bytes[index])
      if isMark, let length = length(of: openings, in: bytes, at: index) {
        depth += 1
        index += length
      } else if isMark, let length = length(of: closings, in: bytes, at: index) {
        if depth == 0 { kept.removeAll(keepingCapacity: true) }
        depth = max(0, depth - 1)
        index += length
      } else {
        if depth == 0 { kept.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// `<`, `[`, and the first byte of `◁`.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x5B || byte == 0xE2
  }

  /// The length of the mark at a place, in letters of any case.
  private static func length(of marks: [[UInt8]], in text: [UInt8], at index: Int) -> Int? {
    marks.first { mark in
      guard index + mark.count <= text.count else { return false }
      return zip(text[index...], mark).allSatisfy { letter, other in
        letter == other || other.isLetter && letter | 0x20 == other
      }
    }?.count
  }
}

/// An answer in channels, as some models write it where their server leaves that to the reader:
/// `<|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final<|message|>…`.
private enum HarmonyAnswer {
  private static let channel = Array("<|channel|>".utf8)
  private static let final = Array("<|channel|>final<|message|>".utf8)
  private static let opening = Array("<|".utf8)

  /// The last channel that is final, up to its end; nothing where none is, all where there are no
  /// channels.
  static func final(of text: [UInt8]) -> [UInt8] {
    guard text.firstRange(of: channel) != nil else { return text }
    guard let start = text.ranges(of: final).last?.upperBound else { return [] }
    let answer = text[start...]
    return Array(answer[..<(answer.firstRange(of: opening)?.lowerBound ?? answer.endIndex)])
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
