import FlowControl
import Testing

@testable import ResearchCore

/// The report is a function of the pages and the options: 200 orders of arrival, one report.
struct SameBytesTests {
  private static let first = Result { try ShuffledSession(seed: 1).run() }

  @Test(arguments: 0..<10)
  func `gives the same bytes whatever the order of arrival`(tenth: Int) throws {
    let expected = try #require(try Self.first.get())
    var orders: Set<[Int]> = []
    for number in 0..<20 {
      let seed = UInt64(1 + tenth * 20 + number)
      let outcome = try #require(try ShuffledSession(seed: seed).run())
      for (form, report) in outcome.reports {
        #expect(report == expected.reports[form], "\(form) of seed \(seed)")
      }
      #expect(outcome.combined == nil || outcome.combined == expected.reports["markdown"])
      orders.insert(outcome.order)
    }
    // Were all orders one, nothing would have been shown; one by one they are those of the list.
    #expect(orders.count >= 12)
  }

  @Test func `the pages that are shuffled end in every way`() throws {
    let outcome = try #require(try Self.first.get())
    let counts = outcome.counts
    #expect(outcome.order.sorted() == Array(1...ShuffledSession.sources.count))
    #expect(counts.used >= 18 && counts.failed == 6 && counts.skipped == 2)
    // A page that came at the third attempt asked for three.
    #expect(outcome.attempts > ShuffledSession.sources.count + 6)
    let markdown = try #require(outcome.reports["markdown"])
    #expect(markdown.contains("duplicate of source"))
    #expect(markdown.contains("Nearly the same text as source"))
    #expect(markdown.contains("] [^"), "no sentence stands in two sources")
  }
}
