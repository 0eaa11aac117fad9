import Extraction
import FoundationEssentials
import ResearchCore

/// The time that pages take, from their bytes in memory: to the article, to the record's line, and to libxml2's tree.
///
/// One thread. Of several rounds the fastest counts for each page, so that what else the machine does is left out.
struct SpeedTrial: Encodable {
  private var pages = 0
  private var bytes = 0
  /// Seconds of all pages.
  private var article = 0.0
  private var record = 0.0
  private var tree = 0.0

  /// Times the pages of files.
  init(_ paths: [String], rounds: Int) throws {
    let extractor = Extractor()
    for path in paths {
      let page = [UInt8](try Data(contentsOf: URL(filePath: path)))
      pages += 1
      bytes += page.count
      tree += Self.fastest(rounds) { TreeParse.parse(page) }
      article += Self.fastest(rounds) { _ = PageAnswer.article(page, extractor) }
      record += try Self.fastest(rounds) { try Self.writeRecord(page, extractor) }
    }
  }

  /// All that the program makes of a page: hashes, text, metadata, and the line of its record.
  private static func writeRecord(_ page: [UInt8], _ extractor: Extractor) throws {
    var record = Record(index: 1, source: "page.html")
    record.note(page)
    record.note(PageAnswer.article(page, extractor))
    _ = try RecordCoder().line(for: record)
  }

  private static func fastest(_ rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var least = Duration.seconds(1_000)
    for _ in 0..<rounds { least = min(least, try ContinuousClock().measure(work)) }
    let parts = least.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  var line: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}
