/// Makes plain sentences of a model's answer: Markdown's marks, links and control characters go.
///
/// Conservative: what might be meant stays, and what stays is escaped where it is written out.
enum PlainAnswer {
  /// The text line by line, list items parted by blank lines, as UTF-8.
  static func bytes(of answer: String) -> [UInt8] {
    var plain: [UInt8] = []
    for line in cleaned(answer).split(separator: 0x0A, omittingEmptySubsequences: false) {
      let start = MarkdownLine(line)
      if start.isSeparate { plain.append(0x0A) }
      plain += InlineMarks.removed(from: Array(start.rest))
      plain.append(0x0A)
    }
    return plain
  }

  /// A text on one line: no control characters, runs of white space as one space.
  static func oneLine(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var isSpaced = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x7F {
        if isSpaced { line.append(0x20) }
        isSpaced = false
        line.append(byte)
        index += 1
        continue
      }
      let scalar = bytes.span.scalar(at: index)
      if isSpace(scalar.value) {
        isSpaced = !line.isEmpty
      } else if !isHidden(scalar.value) {
        if isSpaced { line.append(0x20) }
        isSpaced = false
        for place in index..<(index + scalar.length) { line.append(bytes[place]) }
      }
      index += scalar.length
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Line ends and blanks; a carriage return only controls.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0C, 0x20, 0x2028, 0x2029: true
    case ..<0x80: false
    default: ScalarClass(value) == .space && !isHidden(value)
    }
  }

  /// A sentence on one line in which nothing is a mark, a tag or an address any more, also where
  /// what was taken out has brought the halves of one together.
  static func sentence(_ text: String) -> String {
    var line = Array(oneLine(text).utf8)
    for _ in 0..<mostPasses {
      let plain = InlineMarks.removed(from: line)
      if plain.count == line.count { break }
      line = plain
    }
    return oneLine(String(decoding: parted(line), as: UTF8.self))
  }

  private static let mostPasses = 4
  /// What makes a link or an address, and what stands in its place.
  private static let joints = [("](", "] ("), ("![", "! ["), ("://", ": ")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  private static func parted(_ line: [UInt8]) -> [UInt8] {
    var parted: [UInt8] = []
    var index = 0
    while index < line.count {
      let rest = line[index...]
      if let (joint, instead) = joints.first(where: { rest.starts(with: $0.0) }) {
        parted += instead
        index += joint.count
      } else {
        let isTag = line[index] == 0x3C && MarkupTags.length(in: line, at: index) > 0
        if !isTag { parted.append(line[index]) }
        index += 1
      }
    }
    return parted
  }

  /// The text without characters that control a terminal, hide, or turn the direction of writing.
  private static func cleaned(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0x20, bytes[index] < 0x7F {
        kept.append(bytes[index])
        index += 1
        continue
      }
      let scalar = bytes.span.scalar(at: index)
      switch scalar.value {
      case 0x0A, 0x2028, 0x2029: kept.append(0x0A)
      case 0x09, 0x0B, 0x0C: kept.append(0x20)
      case _ where isHidden(scalar.value): break
      default: for place in index..<(index + scalar.length) { kept.append(bytes[place]) }
      }
      index += scalar.length
    }
    return kept
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

/// One line of Markdown: what marks it begins with, and the rest.
private struct MarkdownLine {
  /// Whether it is an item of its own, and no sentence goes on into it.
  private(set) var isSeparate = false
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line.drop { $0 == 0x20 }
    while rest.first == UInt8(ascii: ">") { rest = rest.dropFirst().drop { $0 == 0x20 } }
    if isFence || isRule || isHeading {
      isSeparate = true
      rest = []
    } else if isDefinition {
      isSeparate = true
      rest = []
    } else if let length = bullet {
      isSeparate = true
      rest = rest.dropFirst(length).drop { $0 == 0x20 }
    }
  }

  private var isFence: Bool { rest.starts(with: "```".utf8) || rest.starts(with: "~~~".utf8) }

  private var isRule: Bool {
    guard let mark = rest.first, "-*_=".utf8.contains(mark) else { return false }
    return rest.allSatisfy { $0 == mark || $0 == 0x20 } && rest.count { $0 == mark } >= 3
  }

  /// A heading that is no sentence says nothing that the summary does not.
  private var isHeading: Bool {
    let marks = rest.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks), rest.dropFirst(marks).first == 0x20 else { return false }
    return true
  }

  /// Whether it says where links elsewhere lead: `[name]: address`.
  private var isDefinition: Bool {
    guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")),
      rest[(end + 1)...].first == UInt8(ascii: ":")
    else { return false }
    let address = rest[(end + 2)...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return address.contains(UInt8(ascii: ":"))
      || address.first.map { "</#".utf8.contains($0) } == true
  }

  /// The length of `-`, `*`, `+`, `•`, `1.` or `1)` with the space after it.
  private var bullet: Int? {
    let digits = rest.prefix { $0.isDigit }.count
    let mark = rest.dropFirst(digits)
    let length: Int
    if digits == 0 {
      let isMark = mark.first.map { "-*+".utf8.contains($0) } == true
      length = mark.starts(with: "•".utf8) ? 3 : isMark ? 1 : 0
    } else {
      length = digits <= 3 && mark.first.map { ".)".utf8.contains($0) } == true ? digits + 1 : 0
    }
    return length > 0 && rest.dropFirst(length).first == 0x20 ? length + 1 : nil
  }
}
