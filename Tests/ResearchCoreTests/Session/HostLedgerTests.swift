import Testing

@testable import ResearchCore

@Suite struct HostLedgerTests {
  @Test func `keeps a thousand hosts apart, and adds the others up`() {
    var ledger = HostLedger()
    for number in 0..<3_000 {
      let place = ledger.place(of: "http://h\(number % 1_500).test:80")
      ledger[place].counts.requests += 1
    }
    let table = ledger.table
    #expect(table.count == HostLedger.bound + 1)
    #expect(table.dropLast().allSatisfy { $0.counts.requests == 2 })
    #expect(table.last?.host == HostStatistics.others && table.last?.counts.requests == 1_000)
    #expect(table.reduce(0) { $0 + $1.counts.requests } == 3_000)
  }

  @Test func `has most requests first, then names, then what is no host`() {
    var ledger = HostLedger()
    let asked = ["b", "c", "c", nil, nil, nil, "a", String(repeating: "x", count: 301), "d"]
    for host in asked {
      let place = ledger.place(of: host)
      ledger[place].counts.requests += 1
    }
    #expect(
      ledger.table.map(\.host)
        == ["c", "a", "b", "d", HostStatistics.others, HostStatistics.documents]
    )
  }

  @Test func `leaves out what was never asked`() {
    var ledger = HostLedger()
    _ = ledger.place(of: "http://a.test:80")
    #expect(ledger.table.isEmpty)
  }
}
