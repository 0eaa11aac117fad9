/// Text of strangers on one line of a prompt, where it cannot pass for what the prompt itself says.
///
/// What would read as a citation or as the number of a passage stands in round brackets, and the
/// marks by which models tell who speaks come apart: `[3]` is `(3)`, `<|im_start|>` is
/// `< |im_start| >`.
enum PromptLine {
  /// What models of several families read as the beginning or end of a message.
  private static let roles = [
    "<|", "|>", "<｜", "｜>", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "<s>", "</s>",
    "<start_of_turn>",
    "<end_of_turn>", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[TOOL_CALLS]", "[AVAILABLE_TOOLS]",
    "<tool_call>", "</tool_call>",
  ].map { Array($0.utf8) }

  /// The text on one line, without control characters and what hides.
  static func text(_ text: String) -> String {
    let line = Array(PlainAnswer.oneLine(text).utf8)
    guard line.contains(where: isOpening) else {
      return String(decoding: line, as: UTF8.self)
    }
    var safe: [UInt8] = []
    safe.reserveCapacity(line.count + 16)
    var index = 0
    while index < line.count {
      let length = isOpening(line[index]) ? append(line, at: index, to: &safe) : 0
      if length == 0 { safe.append(line[index]) }
      index += max(1, length)
    }
    return String(decoding: safe, as: UTF8.self)
  }

  /// The first bytes of all that is looked for: `<`, `|`, `[`, and the wide brackets and bars.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x7C || byte == 0x5B || byte == 0xE3 || byte == 0xEF
  }

  /// Writes what is looked for in another form; returns its length, 0 where it is something else.
  private static func append(_ line: [UInt8], at index: Int, to safe: inout [UInt8]) -> Int {
    if let mark = CitationMark(in: line, at: index) {
      let inner = String(decoding: line[index..<mark.end], as: UTF8.self).dropFirst().dropLast()
      safe += Array("(\(inner))".utf8)
      return mark.end - index
    }
    guard let role = roles.first(where: { line[index...].starts(with: $0) }) else { return 0 }
    let first = line.span.scalar(at: index).length
    safe += role.prefix(first) + [0x20] + role.dropFirst(first)
    return role.count
  }
}
