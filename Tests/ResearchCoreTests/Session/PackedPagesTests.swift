import Fetching
import TestSupport
import Testing

@testable import ResearchCore

/// Pages that grow to more than ten times what was sent, in virtual time.
@Suite struct PackedPagesTests {
  @Test func `are read one at a time, whatever else is on its way`() throws {
    // The large ones are counted as long texts before they are found to grow further, the small ones are not.
    let session = VirtualSession { address, _ in
      let page = VirtualSession.page(address.path)
      let isLarge = address.path.hasSuffix("0")
      let ballast = String(repeating: "x", count: isLarge ? 30_000 : 10_000)
      var answer = StubFetcher.Answer(
        headers: [("Content-Encoding", "zstd")]
      )
      answer.body = StoredEncoding.zstandard(
        Array("\(page)<!-- \(ballast) -->".utf8),
        blanks: 400_000
      )
      return answer
    }
    let sources = (0..<44).map { "http://h\($0).test/p\($0 % 11 == 0 ? 1 : 0)" }
    let outcome = try #require(session.run(sources))
    #expect(outcome.outcomes == sources.map { _ in .used })
    #expect(outcome.records.allSatisfy { $0.bytes ?? 0 > 400_000 })
  }
}
