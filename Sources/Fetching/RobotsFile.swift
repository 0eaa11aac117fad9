/// What a robots.txt says to one product (RFC 9309): only the rules for that are kept.
///
/// The groups that name the product count together; where none does, those of "*" do.
package struct RobotsFile: Sendable, Equatable {
  /// What the rules say of a path.
  package enum Verdict: Sendable, Equatable {
    case allowed
    case forbidden(Rule)
    /// The rules are made to take long, and nobody can say.
    case undecided
  }

  /// A rule that forbids.
  package struct Rule: Sendable, Equatable {
    /// Where it stands, from 1.
    package let line: Int
    /// What it covers, in the form in which it was compared: all ASCII, without blanks.
    package let pattern: String
  }

  /// A rule as it is kept: its pattern is a part of the bytes of all patterns.
  struct Entry: Sendable, Equatable {
    let start: UInt32
    let count: UInt32
    let line: UInt32
    let isAllowed: Bool
  }

  /// What is read of a file, in bytes: 500 KiB, as much as section 2.5 demands.
  package static let maxSize = 500 << 10

  /// A file that forbids nothing.
  package static let empty = RobotsFile([], for: "")

  /// How long is to pass between two requests, as the file asks: the longest of several.
  package let crawlDelay: Duration?
  /// The most specific rule first.
  private let entries: [Entry]
  private let patterns: [UInt8]

  /// Reads a file, whatever its bytes are; `product` is compared without regard to case.
  package init(_ bytes: [UInt8], for product: String) {
    var parser = RobotsParser(product)
    parser.read(bytes)
    let group = parser.group
    crawlDelay = group.crawlDelay
    patterns = Array(group.patterns[...])
    entries = group.entries.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      if left.isAllowed != right.isAllowed { return left.isAllowed }
      return left.line < right.line
    }
  }

  /// The bytes that it holds on the heap, about.
  package var size: Int { patterns.count + entries.count * MemoryLayout<Entry>.stride }

  /// Whether it forbids nothing and is done with at once.
  package var isEmpty: Bool { entries.isEmpty }

  /// Whether a path with its query may be asked for.
  package func allows(_ pathAndQuery: String) -> Bool {
    verdict(on: pathAndQuery) == .allowed
  }

  /// What the most specific rule says: the one with the most octets, and of two as long the one that
  /// allows (section 2.2.2).
  ///
  /// It takes at most some ten milliseconds, and mostly a few microseconds; call it on a worker.
  package func verdict(on pathAndQuery: String) -> Verdict {
    guard !isEmpty, pathAndQuery != "/robots.txt" else { return .allowed }
    let path = RobotsPath.normalised(path: pathAndQuery.utf8)
    var steps = Self.maxSteps
    for entry in entries {
      let range = Int(entry.start)..<Int(entry.start + entry.count)
      if RobotsPath.covers(patterns.span.extracting(range), path.span, steps: &steps) {
        return entry.isAllowed ? .allowed : .forbidden(rule(entry, range))
      }
      guard steps > 0 else { return .undecided }
    }
    return .allowed
  }

  /// What honest files need for the longest addresses, several times over.
  private static let maxSteps = 10_000_000

  private func rule(_ entry: Entry, _ range: Range<Int>) -> Rule {
    Rule(line: Int(entry.line), pattern: String(decoding: patterns[range], as: UTF8.self))
  }
}
