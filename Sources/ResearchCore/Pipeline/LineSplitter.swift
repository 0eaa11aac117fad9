/// Cuts what is read in chunks into lines, without their ends.
///
/// A byte-order mark at the beginning is dropped. Of a line longer than the bound only the
/// beginning is kept, so that memory stays bounded whatever is read.
struct LineSplitter {
  /// One line.
  struct Line: Equatable {
    /// The line's number, from 1.
    var number: Int
    /// What was kept of it.
    var bytes: [UInt8]
    /// Whether there was more.
    var isCut: Bool
  }

  /// The most bytes that are kept of a line.
  private let bound: Int
  private var number: Int
  private var rest: [UInt8] = []
  private var isCut = false

  /// A splitter that keeps at most `bound` bytes of a line; `number` lines are behind it already.
  init(bound: Int = 1 << 20, after number: Int = 0) {
    self.bound = bound
    self.number = number
  }

  /// Hands each line that `chunk` completes to `body`.
  mutating func feed(_ chunk: [UInt8], _ body: (Line) throws -> Void) rethrows {
    var tail = chunk[...]
    while let end = tail.firstIndex(of: UInt8(ascii: "\n")) {
      keep(tail[..<end])
      try body(finishLine())
      tail = tail[(end + 1)...]
    }
    keep(tail)
  }

  /// The last line, where the input did not end with a line end.
  mutating func finish() -> Line? {
    rest.isEmpty ? nil : finishLine()
  }

  private mutating func keep(_ piece: ArraySlice<UInt8>) {
    let room = bound - rest.count
    if piece.count > room { isCut = true }
    rest.append(contentsOf: piece.prefix(room))
  }

  private mutating func finishLine() -> Line {
    number += 1
    if number == 1, rest.starts(with: [0xef, 0xbb, 0xbf]) { rest.removeFirst(3) }
    defer {
      rest.removeAll(keepingCapacity: rest.capacity < 4096)
      isCut = false
    }
    return Line(number: number, bytes: rest, isCut: isCut)
  }
}
