/// Gathers text into one buffer: white space collapsed, nothing left that could harm a terminal or hide in a line.
///
/// Control characters, soft hyphens, zero-width spaces, bidirectional overrides and what else shows nothing are dropped,
/// but for joiners and variation selectors where scripts and emoji need them; all kinds of space become one plain space.
/// The input must be valid UTF-8.
struct TextCollector {
  private(set) var bytes: [UInt8] = []
  /// Where the current line begins.
  private(set) var lineStart = 0
  /// The length of the current line: characters, of which those of dense scripts (East Asia, Thai, Lao) count three times.
  private(set) var units = 0
  /// Blanks stay as many as they are, as in code.
  var keepsBlanks = false
  private var isSpaceDue = false
  private var dueBreaks = 0
  private var dueBlanks = 0

  /// In columns: what is indented further is so by accident, or in order to fill memory.
  private static let mostBlanks = 64

  /// `count` is how many bytes may come.
  init(reserving count: Int = 0) {
    if count > 0 { bytes.reserveCapacity(count) }
  }

  /// Asks for a space before what comes next.
  mutating func appendSpace() {
    if keepsBlanks { appendBlank(0x20) } else { isSpaceDue = bytes.count > lineStart }
  }

  /// Asks for a line break before what comes next; for a blank line, where one was asked for already.
  mutating func appendBreak() {
    dueBlanks = 0
    guard bytes.count > lineStart else { return }
    dueBreaks = min(dueBreaks + 1, 2)
    isSpaceDue = true
  }

  private mutating func appendBlank(_ byte: UInt8) {
    let width = byte == 0x09 ? 4 - dueBlanks % 4 : 1
    dueBlanks = min(dueBlanks + width, Self.mostBlanks)
    isSpaceDue = true
  }

  /// Ends the line, so that the next one begins afresh behind it.
  mutating func beginLine() {
    lineStart = bytes.count
    units = 0
    trim()
  }

  /// Forgets a space at the end.
  mutating func trim() {
    (isSpaceDue, dueBreaks, dueBlanks) = (false, 0, 0)
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    let text = text.span
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isVisible {
        let start = index
        index = Self.endOfLine(text, from: start)
        flushSpace()
        append(text, start..<index)
        units += index - start
      } else if byte < 0x80 {
        if byte == 0x09 && keepsBlanks {
          appendBlank(byte)
        } else if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
          appendSpace()
        }
        index += 1
      } else {
        index = appendScalar(text, at: index)
      }
    }
  }

  private mutating func flushSpace() {
    guard isSpaceDue else { return }
    if keepsBlanks { return flushBlanks() }
    bytes.append(0x20)
    units += 1
    isSpaceDue = false
  }

  /// Blanks count as the one space that they are elsewhere, those before the first word as none.
  private mutating func flushBlanks() {
    if bytes.count > lineStart { units += 1 }
    for _ in 0..<dueBreaks { bytes.append(0x0A) }
    for _ in 0..<dueBlanks { bytes.append(0x20) }
    trim()
  }

  /// The end of visible ASCII with single spaces between.
  @inline(__always)
  private static func endOfLine(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < text.count {
      if text[index].isVisible {
        index += 1
      } else if text[index] == 0x20, index + 1 < text.count, text[index + 1].isVisible {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendScalar(_ text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let next = index + length
    guard next <= text.count else { return text.count }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for place in (index + 1)..<next { value = value << 6 | UInt32(text[place] & 0x3F) }
    switch Self.kind(of: value) {
    case .space: appendSpace()
    case .dropped: break
    case .joiner:
      if isWithinWord, !endsInJoiner, bytes.last ?? 0 >= 0x80 { append(text, index..<next) }
    case .selector:
      if isWithinWord, !endsInSelector { append(text, index..<next) }
    case .letter(let width):
      flushSpace()
      append(text, index..<next)
      units += width
    }
    return next
  }

  private var isWithinWord: Bool { bytes.count > lineStart && !isSpaceDue }

  /// A second joiner, or a second variation selector, can only carry what nobody sees.
  private var endsInJoiner: Bool {
    bytes.suffix(3).starts(with: [0xE2, 0x80]) && (0x8C...0x8D).contains(bytes.last ?? 0)
  }

  private var endsInSelector: Bool {
    bytes.suffix(3).starts(with: [0xEF, 0xB8]) && bytes.last ?? 0 < 0x90
  }

  private enum Kind { case space, dropped, joiner, selector, letter(Int) }

  private static func kind(of value: UInt32) -> Kind {
    switch value {
    case 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x200C, 0x200D: .joiner
    case 0xFE00...0xFE0F: .selector
    case 0x80...0x9F: .dropped
    case _ where InvisibleScalars.contain(value): .dropped
    case 0x0E01...0x0EFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xFF00...0xFFEF:
      .letter(3)
    default: .letter(1)
    }
  }
}

extension UInt8 {
  /// ASCII that is neither white space nor a control character.
  @inline(__always)
  fileprivate var isVisible: Bool { self > 0x20 && self < 0x7F }
}
