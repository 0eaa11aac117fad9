/// Cuts a report's Markdown, as it comes, into stretches that can be rendered one after the other.
///
/// A cut is where blocks part, or between two rows of a table, whose head is then repeated. Front
/// matter is left out, and the texts of footnotes are put aside.
struct MarkdownStretches {
  /// Some Markdown, and how it hangs together with its neighbours.
  struct Stretch {
    var text: [UInt8] = []
    /// Whether it begins with the head of a table that the stretch before has begun.
    var continuesTable = false
    /// Whether its last table goes on in the next stretch.
    var endsInTable = false
  }

  /// The texts of footnotes by their numbers; of two with one number the first counts.
  private(set) var footnotes: [Int: [UInt8]] = [:]
  private let lastFootnote: Int
  private let size: Int
  private let mostSize: Int
  private var frontMatter = FrontMatter.possible
  private var line: [UInt8] = []
  private var previous: [UInt8] = []
  private var stretch = Stretch()
  private var tableHead: [UInt8]?
  private var fence: [UInt8]?
  private var open: (footnote: Int, isNew: Bool, hasBlank: Bool)?

  private enum FrontMatter { case possible, within, past }

  /// Takes lines such as `[^3]: text` for footnotes where the number is at most `footnotes`.
  ///
  /// A stretch ends at the next good place behind `size` bytes, and behind `mostSize` at any line's
  /// end that is not within code or a table.
  init(footnotes: Int, size: Int = 64 << 10, mostSize: Int = 128 << 10) {
    lastFootnote = footnotes
    (self.size, self.mostSize) = (size, mostSize)
  }

  /// Takes the next piece, and gives back what is complete.
  mutating func add(_ text: String) -> [Stretch] {
    var done: [Stretch] = []
    for byte in text.utf8 {
      line.append(byte)
      guard byte == 0x0A else { continue }
      takeLine(&done)
    }
    return done
  }

  /// What is left.
  mutating func finish() -> [Stretch] {
    var done: [Stretch] = []
    if !line.isEmpty { takeLine(&done) }
    cut(&done, inTable: false)
    return done
  }

  private mutating func takeLine(_ done: inout [Stretch]) {
    defer { line.removeAll(keepingCapacity: true) }
    if passesFrontMatter() || passesFootnote() { return }
    let isBlank = line.allSatisfy(\.isBlank)
    if stretch.text.count >= size, fence == nil {
      // A table without a row has no body to be joined.
      let isRow = tableHead != nil && line.first == UInt8(ascii: "|") && !previous.isTableRule
      let isLong = tableHead == nil && stretch.text.count >= mostSize
      if isRow || isBlank || isLong { cut(&done, inTable: isRow) }
    }
    followFence()
    followTable(isBlank: isBlank)
    stretch.text += line
    swap(&previous, &line)
  }

  private mutating func cut(_ done: inout [Stretch], inTable: Bool) {
    guard !stretch.text.isEmpty else { return }
    stretch.endsInTable = inTable
    done.append(stretch)
    stretch = Stretch(text: inTable ? tableHead ?? [] : [], continuesTable: inTable)
  }

  private mutating func passesFrontMatter() -> Bool {
    let isMark = line.elementsEqual("---\n".utf8) || line.elementsEqual("---\r\n".utf8)
    switch frontMatter {
    case .past: return false
    case .possible:
      frontMatter = isMark ? .within : .past
      return isMark
    case .within:
      if isMark { frontMatter = .past }
      return true
    }
  }

  private mutating func followFence() {
    let text = line.drop { $0 == 0x20 }
    guard line.count - text.count < 4, let mark = text.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return }
    let run = Array(text.prefix { $0 == mark })
    let rest = text.dropFirst(run.count)
    if let fence {
      let isEnd = run.starts(with: fence) && rest.allSatisfy(\.isBlank)
      if isEnd { self.fence = nil }
    } else if run.count >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) {
      fence = run
    }
  }

  private mutating func followTable(isBlank: Bool) {
    if isBlank || fence != nil {
      tableHead = nil
    } else if tableHead == nil, previous.first == UInt8(ascii: "|"), line.isTableRule {
      tableHead = previous + line
    }
  }

  /// Puts a line aside that belongs to a footnote.
  private mutating func passesFootnote() -> Bool {
    if fence == nil, let (label, start) = FootnoteLabel.definition(line) {
      open = label <= lastFootnote ? (label, footnotes[label] == nil, false) : nil
      if open != nil { add(line[start...]) }
      return open != nil
    }
    guard let (label, isNew, hasBlank) = open else { return false }
    if line.allSatisfy(\.isBlank) {
      open = (label, isNew, true)
    } else if line.starts(with: Array("    ".utf8)) {
      add(line.dropFirst(4))
    } else if hasBlank {
      open = nil
      return false
    } else {
      add(line[...])
    }
    return true
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard let (label, isNew, hasBlank) = open else { return }
    if isNew { footnotes[label, default: []] += (hasBlank ? [0x0A] : []) + text }
    open = (label, isNew, false)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  /// Whether the line is the one below a table's head.
  fileprivate var isTableRule: Bool {
    contains(UInt8(ascii: "-")) && contains(UInt8(ascii: "|"))
      && allSatisfy { $0.isBlank || "|-:".utf8.contains($0) }
  }
}
