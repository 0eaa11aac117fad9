import FoundationEssentials
import TestSupport
import Testing

/// One run of the built program over everything that goes wrong on the web, from outside.
@Suite(.timeLimit(.minutes(15)), .serialized)
struct FaultTests {
  /// What one run leaves behind.
  private struct Run {
    let result: ChildProcess.Result
    let report: String
    let records: [JSON]
    let events: [JSON]
    let duration: Duration
  }

  private static func run(_ site: FaultSite, _ options: [String]) async throws -> Run {
    let folder = try Folder()
    let list = try folder.write(lines: site.lines)
    let files = [
      "-o", folder["report.md"], "--records", folder["records"], "--events", folder["events"],
    ]
    let limits = [
      "-j", "50", "--host-concurrency", "0", "--timeout", "5s", "--connect-timeout", "2s",
    ]
    let start = ContinuousClock.now
    let child = try Program.start([list] + files + limits + site.options + options)
    let result = await child.result()
    return Run(
      result: result,
      report: try folder.text("report.md"),
      records: try JSON.lines(try folder.text("records")),
      events: try JSON.lines(try folder.text("events")),
      duration: ContinuousClock.now - start
    )
  }

  @Test func `meets every fault with its outcome, and leaves the other pages unharmed`()
    async throws
  {
    let site = try await FaultSite()
    defer { site.stop() }
    let run = try await Self.run(site, ["--retry", "1"])
    print("\(site.faults.count) sources in \(run.duration), peak \(run.result.peakMemory >> 20) MB")
    #expect(run.result.ending == .exit(0))
    #expect(run.result.peakMemory < 300 << 20)
    #expect(run.result.log == "")
    let records = Dictionary(
      run.records.compactMap { record in record["index"]?.int.map { ($0, record) } }
    ) { $1 }
    #expect(records.count == site.faults.count)
    for (place, fault) in site.faults.enumerated() {
      let wrong = records[place + 1].map { fault.disagreement(with: $0) } ?? "no record"
      #expect(wrong == nil, "\(fault.name): \(wrong ?? "")")
    }
  }
}

extension Fault {
  /// What a record says that was not expected; nil where it is as it should be.
  func disagreement(with record: JSON) -> String? {
    let kind = record["error"]?["kind"]?.text
    let text = record["text"]?.text ?? ""
    let message = record["error"]?["message"]?.text ?? ""
    let got =
      "\(record["outcome"]?.text ?? "?") \(kind ?? "") \(record["status"]?.int ?? 0) \(message) \(text.prefix(300))"
    if let attempts, record["attempts"]?.int != attempts {
      return "\(record["attempts"]?.int ?? 0) attempts, not \(attempts): \(got)"
    }
    if text.contains(FaultPage.unseen) { return "it shows what is hidden: \(got)" }
    switch outcome {
    case .used(let sentences):
      if record["outcome"]?.text != "used" { return "not used: \(got)" }
      return sentences.allSatisfy { text.contains($0) } ? nil : "other text: \(text.prefix(3000))"
    case .fails(let kinds, let status):
      guard let kind, kinds.contains(kind) else { return "not \(kinds): \(got)" }
      return status == nil || record["status"]?.int == status ? nil : "another status: \(got)"
    case .usedOr(let kinds):
      return record["outcome"]?.text == "used" || kind.map { kinds.contains($0) } == true
        ? nil : "neither used nor \(kinds): \(got)"
    }
  }
}
