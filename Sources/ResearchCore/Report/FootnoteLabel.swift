/// Labels of footnotes that are numbers, as a report's are: `[^12]`.
enum FootnoteLabel {
  /// The numbers of all marks in a text, as they come; those in code too.
  static func marks(in text: [UInt8]) -> [Int] {
    var labels: [Int] = []
    var index = 0
    while index < text.count {
      if let (label, end) = read(text, at: index) {
        labels.append(label)
        index = end
      } else {
        index += 1
      }
    }
    return labels
  }

  /// The number of the footnote that a line defines, and where its text begins; nil for another line.
  static func definition(_ line: [UInt8]) -> (label: Int, start: Int)? {
    guard let (label, end) = read(line, at: 0), end < line.count,
      line[end] == UInt8(ascii: ":")
    else { return nil }
    let text = line[(end + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 }
    return (label, text ?? line.count)
  }

  private static func read(_ text: [UInt8], at start: Int) -> (label: Int, end: Int)? {
    guard start + 3 < text.count, text[start] == UInt8(ascii: "["),
      text[start + 1] == UInt8(ascii: "^"), text[start + 2] != UInt8(ascii: "0")
    else { return nil }
    var (label, index) = (0, start + 2)
    while index < text.count, index < start + 11, text[index] &- 0x30 < 10 {
      label = label * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard index > start + 2, index < text.count, text[index] == UInt8(ascii: "]") else {
      return nil
    }
    return (label, index + 1)
  }
}
