import Testing

@testable import ResearchCore

@Suite struct LineSplitterTests {
  private static func lines(
    of bytes: [UInt8],
    bound: Int = 1 << 20,
    chunk: () -> Int = { 7 }
  ) -> [LineSplitter.Line] {
    var splitter = LineSplitter(bound: bound)
    var lines: [LineSplitter.Line] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, max(1, chunk()))
      splitter.feed(Array(rest.prefix(count))) { lines.append($0) }
      rest = rest.dropFirst(count)
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }

  /// What a splitter should give, by the plainest means.
  private static func model(_ bytes: [UInt8], bound: Int) -> [LineSplitter.Line] {
    var parts = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts.enumerated().map { place, part in
      var kept = Array(part.prefix(bound))
      if place == 0, kept.starts(with: [0xef, 0xbb, 0xbf]) { kept.removeFirst(3) }
      return LineSplitter.Line(number: place + 1, bytes: kept, isCut: part.count > bound)
    }
  }

  @Test(arguments: 0..<200)
  func `gives the same lines however the bytes are cut`(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let alphabet: [UInt8] = [10, 10, 13, 32, 97, 98, 0xef, 0xbb, 0xbf, 0xff, 0]
    let count = Int.random(in: 0...120, using: &generator)
    var bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    if seed % 3 == 0 { bytes = [0xef, 0xbb, 0xbf] + bytes }
    let bound = Int.random(in: 3...20, using: &generator)
    let lines = Self.lines(of: bytes, bound: bound) { Int.random(in: 1...9, using: &generator) }
    #expect(lines == Self.model(bytes, bound: bound))
  }

  @Test func `keeps only the beginning of a long line`() {
    let bytes = [UInt8](repeating: 97, count: 50) + [10, 98]
    let lines = Self.lines(of: bytes, bound: 10)
    #expect(lines.map(\.bytes.count) == [10, 1])
    #expect(lines.map(\.isCut) == [true, false])
    #expect(lines.map(\.number) == [1, 2])
  }

  @Test func `finds no line in nothing`() {
    #expect(Self.lines(of: []).isEmpty)
  }
}
