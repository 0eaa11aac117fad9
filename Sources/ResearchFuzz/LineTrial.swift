@testable import ResearchCore

/// Lists of sources: lines however they come in, and what each of them names.
enum LineTrial {
  /// Cuts an input into lines in two ways, which must agree, and reads each.
  static func run(_ input: [UInt8]) {
    let bound = input.count % 2 == 0 ? 1 << 20 : 40
    let whole = lines(of: input, chunk: max(input.count, 1), bound: bound)
    let pieces = lines(of: input, chunk: 1 + Int(input.first ?? 0) % 7, bound: bound)
    Law.check(whole == pieces, "lines do not depend on how they come")
    let reader = SourceLine(line: 1, folder: "folder/")
    for line in whole {
      Law.check(line.bytes.count <= bound, "a line is bounded")
      let source = reader.source(index: 1, bytes: line.bytes, isCut: line.isCut)
      let isNamed = reader.namesSource(line.bytes, isCut: line.isCut)
      Law.check((source != nil) == isNamed, "what is counted is read")
      if let source { check(source) }
    }
  }

  private static func check(_ source: Source) {
    if case .page(let origin) = source.target {
      Law.check(origin.hasPrefix("http"), "a page has an origin")
      Law.check(source.fingerprint != nil, "a page has a fingerprint")
      Law.check(
        source.address == nil || !source.name.contains("@") || source.name != source.address,
        "credentials are not shown"
      )
    }
  }

  private static func lines(
    of input: [UInt8],
    chunk: Int,
    bound: Int
  ) -> [LineSplitter.Line] {
    var splitter = LineSplitter(bound: bound)
    var lines: [LineSplitter.Line] = []
    for start in stride(from: 0, to: input.count, by: chunk) {
      splitter.feed(Array(input[start..<min(start + chunk, input.count)])) { lines.append($0) }
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }
}
