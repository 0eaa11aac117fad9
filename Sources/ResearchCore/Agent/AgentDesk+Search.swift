import FlowControl
import Summarisation

extension AgentDesk {
  /// The most passages that a search gives.
  private static let mostFound = 8

  /// The passages that say most about the words of `query`, by source, the best source first.
  func search(_ query: String, tokens: Int) async throws -> AgentResult {
    let (store, usable) = (store, usable)
    let best = try await perform(on: stage.workers) { () async throws -> [Passage]? in
      guard var finder = PassageFinder(query) else { return nil }
      var rest = usable[...]
      while !rest.isEmpty {
        try Task.checkCancellation()
        let lines = try await store.lines(rest)
        rest = rest.dropFirst(lines.count)
        for line in lines.compactMap(\.line) {
          let record = try RecordCoder().record(from: line)
          finder.add(SourceReading.passages(of: record), language: record.language)
        }
      }
      return finder.best(Self.mostFound)
    }
    guard let best else { return .failure("The query holds no words.") }
    guard !best.isEmpty else {
      return AgentResult("No passage of the \(usable.count) sources holds any of these words.")
    }
    let blocks = try await quoted(best, tokens: tokens)
    return AgentResult("These passages say most about it, the best source first.", blocks)
  }

  /// The passages with their texts, as many as fit and one at least, put together by source.
  private func quoted(_ best: [Passage], tokens: Int) async throws -> [AgentResult.Block] {
    var (blocks, left): ([AgentResult.Block], Int) = ([], tokens)
    for source in best.map(\.source).uniqued {
      guard let record = try await record(source) else { continue }
      let starts = Set(best.filter { $0.source == source }.map(\.start))
      let passages = await perform(on: stage.workers) {
        SourceReading.passages(of: record).filter { starts.contains($0.start) }
      }
      let fitting = SourceReading.first(of: passages[...], tokens: left)
      left -= fitting.reduce(0) { $0 + TokenEstimate.tokens(in: $1.text) + 4 }
      blocks.append(
        AgentResult.Block(source: source, title: record.title, passages: Array(fitting))
      )
      if left <= 0 { break }
    }
    return blocks
  }
}

extension [Int] {
  /// Each number once, where it comes first.
  fileprivate var uniqued: [Int] {
    var seen = Set<Int>()
    return filter { seen.insert($0).inserted }
  }
}
