import Fetching
import Testing

@testable import ResearchCore

@Suite struct FetchTimingsPageTests {
  private static func timings(
    connect: Int = 0,
    tls: Int = 0,
    firstByte: Int = 0,
    total: Int = 0,
    isReused: Bool = false
  ) throws -> [Double?] {
    var timings = PageTimings()
    (timings.connect, timings.tls) = (.milliseconds(connect), .milliseconds(tls))
    (timings.firstByte, timings.total) = (.milliseconds(firstByte), .milliseconds(total))
    let page = Page(
      address: try WebAddress("http://a.test/"),
      body: PageBody(bytes: []),
      isConnectionReused: isReused,
      timings: timings
    )
    let parts = FetchTimings(page)
    return [parts.queued, parts.connect, parts.firstByte, parts.transfer]
  }

  @Test func `the parts follow one another and add up`() throws {
    #expect(
      try Self.timings(connect: 125, tls: 250, firstByte: 750, total: 1_000)
        == [nil, 0.25, 0.5, 0.25]
    )
    #expect(
      try Self.timings(connect: 125, firstByte: 750, total: 1_000) == [nil, 0.125, 0.625, 0.25]
    )
  }

  @Test func `a pooled connection has no time of connecting`() throws {
    #expect(
      try Self.timings(firstByte: 250, total: 750, isReused: true) == [nil, nil, 0.25, 0.5]
    )
  }

  @Test func `what was not measured is not known`() throws {
    #expect(try Self.timings() == [nil, nil, nil, nil])
  }

  @Test func `no part is negative, whatever was measured`() throws {
    #expect(try Self.timings(connect: 500, firstByte: 0, total: 250) == [nil, 0.5, 0, 0])
  }
}
