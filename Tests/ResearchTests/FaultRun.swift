import FoundationEssentials
import TestSupport

/// A run of the built program over all faults, and what it left behind.
struct FaultRun {
  let result: ChildProcess.Result
  let report: String
  let records: [JSON]
  let events: [JSON]
  /// All that it wrote, by name.
  let files: [(name: String, text: String)]
  private let duration: Duration

  /// Runs to the end, within time-outs that let everything end within seconds.
  init(of site: FaultSite, _ options: [String]) async throws {
    let folder = try Folder()
    let list = try folder.write(lines: site.lines)
    let names = ["report.md", "records.jsonl", "events.jsonl"]
    let files = zip(["-o", "--records", "--events"], names).flatMap { [$0, folder[$1]] }
    let limits = ["--host-concurrency", "0", "--timeout", "5s", "--connect-timeout", "2s"]
    let start = ContinuousClock.now
    let child = try Program.start([list] + files + limits + site.options + options)
    result = await child.result()
    duration = ContinuousClock.now - start
    let texts = try names.map { try folder.text($0) }
    report = texts[0]
    records = try JSON.lines(texts[1])
    events = try JSON.lines(texts[2])
    self.files = zip(names, texts).map { ($0, $1) } + [("log", result.text)]
  }

  /// What a record says of a source whenever it is read.
  struct Lasting: Equatable {
    let outcome, kind, body, text, title: String?
  }

  /// The records of all sources, by index, without what depends on time.
  var lasting: [Int: Lasting] {
    var found: [Int: Lasting] = [:]
    for record in records {
      guard let index = record["index"]?.int else { continue }
      found[index] = Lasting(
        outcome: record["outcome"]?.text,
        kind: record["error"]?["kind"]?.text,
        body: record["sha256"]?.text,
        text: record["text_sha256"]?.text,
        title: record["title"]?.text
      )
    }
    return found
  }

  /// The figures that an issue asks for.
  var summary: String {
    let outcomes = records.compactMap { $0["outcome"]?.text }
    let counts = Set(outcomes).sorted().map { name in
      "\(outcomes.count { $0 == name }) \(name)"
    }
    return """
      \(outcomes.count) sources: \(counts.joined(separator: ", ")); \(duration), \
      \(result.peakMemory >> 20) MB at most
      """
  }
}

extension Fault {
  /// What a record says that was not expected; nil where it is as it should be.
  func disagreement(with record: JSON) -> String? {
    let (outcome, kind) = (record["outcome"]?.text, record["error"]?["kind"]?.text)
    let text = record["text"]?.text ?? ""
    let got = """
      \(outcome ?? "nothing"), \(kind ?? "no error"), status \(record["status"]?.int ?? 0), \
      \(record["error"]?["message"]?.text ?? ""), \(text.prefix(300))
      """
    if text.contains(FaultPage.unseen) { return "what is hidden is shown: \(got)" }
    if let attempts, record["attempts"]?.int != attempts {
      return "\(record["attempts"]?.int ?? 0) attempts, not \(attempts): \(got)"
    }
    return meets(outcome, kind, record["status"]?.int, text) ? nil : got
  }

  private func meets(_ ending: String?, _ kind: String?, _ status: Int?, _ text: String) -> Bool {
    let isUsed = ending == "used"
    switch outcome {
    case .text(let wanted): return isUsed && text == wanted
    case .used(let sentences): return isUsed && sentences.allSatisfy { text.contains($0) }
    case .fails(let kinds, let wanted):
      return kind.map(kinds.contains) == true && (wanted == nil || status == wanted)
    case .usedOr(let kinds): return isUsed || kind.map(kinds.contains) == true
    }
  }
}
