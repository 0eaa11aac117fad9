import FlowControl
import FoundationEssentials
import TestSupport
import Testing

/// One run of the built program over everything that goes wrong on the web, from outside.
@Suite(.timeLimit(.minutes(15)), .serialized)
struct FaultTests {
  @Test func `meets every fault with its outcome and leaves the good pages unharmed`()
    async throws
  {
    let site = try await FaultSite()
    defer { site.stop() }
    let run = try await FaultRun(of: site, ["-j", "50", "--retry", "1"])
    print(run.summary)
    #expect(run.result.ending == .exit(0))
    #expect(run.result.peakMemory < Program.peakMemory)
    expectOutcomes(of: site.faults, in: run)
    expectEvents(of: site.faults, in: run)
    expectHarmless(run)
    expectSame(try await FaultRun(of: site, ["-j", "200", "--retry", "0"]), as: run)
  }

  /// What came when, and how often it was tried, changes nothing but what ran out of time.
  private func expectSame(_ again: FaultRun, as run: FaultRun) {
    let (left, right) = (again.lasting, run.lasting)
    #expect(left.count == right.count && !right.isEmpty)
    for (index, lasting) in right {
      guard let other = left[index], ![lasting.kind, other.kind].contains("timeout") else {
        continue
      }
      #expect(other == lasting, "source \(index)")
    }
  }

  @Test func `waits for nobody longer than is sensible`() async throws {
    let sites = Locked<[LocalSite]>([])
    defer { for site in sites.withLock({ $0 }) { site.stop() } }
    let faults = try Fault.absurdWaits { _ in
      let site = try LocalSite.start()
      sites.withLock { $0.append(site) }
      return site
    }
    let child = try Program.start(["extract", "--retry", "0"] + faults.map(\.line))
    let result = await child.result()
    for (fault, record) in zip(faults, try JSON.lines(result.text)) {
      expectOutcome(of: fault, in: record)
    }
  }

  private func expectOutcomes(of faults: [Fault], in run: FaultRun) {
    let records = run.records.filter { $0["index"] != nil }
    #expect(records.compactMap { $0["index"]?.int }.sorted() == Array(1...faults.count))
    for record in records {
      guard let index = record["index"]?.int else { continue }
      expectOutcome(of: faults[index - 1], in: record)
    }
  }

  private func expectOutcome(of fault: Fault, in record: JSON) {
    let wrong = fault.disagreement(with: record)
    #expect(wrong == nil, "\(fault.name): \(wrong ?? "")")
  }

  /// Every source ends exactly once, and the numbers of the events have no gap.
  private func expectEvents(of faults: [Fault], in run: FaultRun) {
    #expect(run.events.compactMap { $0["id"]?.int } == Array(1...run.events.count))
    let endings: Set<String> = ["used", "duplicate", "skipped", "failed", "unfinished"]
    let ended = run.events.filter { endings.contains($0["event"]?.text ?? "") }
    #expect(ended.compactMap { $0["index"]?.int }.sorted() == Array(1...faults.count))
    #expect(run.events.last?["event"]?.text == "ended")
  }

  /// Nothing that a page or an address says acts in a terminal, and no secret is shown.
  private func expectHarmless(_ run: FaultRun) {
    #expect(run.result.log == "")
    for (name, text) in [("report", run.report), ("log", run.result.text)] {
      let acting = text.unicodeScalars.filter(\.actsInTerminals)
      #expect(acting.isEmpty, "the \(name) holds \(acting.prefix(5).map { $0.value })")
    }
    for (name, text) in run.files {
      #expect(!text.contains("SECRET"), "the \(name) shows a password")
    }
    #expect(!run.report.contains(FaultPage.unseen))
  }
}

extension Unicode.Scalar {
  /// Whether it does something other than to be seen: controls, and marks that turn a line around.
  fileprivate var actsInTerminals: Bool {
    switch value {
    case 0x0a: false
    case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
