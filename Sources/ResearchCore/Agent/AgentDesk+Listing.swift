import Summarisation

extension AgentDesk {
  /// The most sources of which it is told why they could not be used.
  private static let mostFailed = 10

  /// The sources that have ended, with titles and addresses, as many as fit.
  func listing(tokens: Int) -> AgentResult {
    listing(tokens: tokens, summaryTokens: 0)
  }

  /// What is there before the agent's first turn: the sources, those that come first with the
  /// sentences that sum them up.
  func briefing(tokens: Int) -> AgentResult {
    listing(tokens: tokens, summaryTokens: tokens * 3 / 4)
  }

  private func listing(tokens: Int, summaryTokens: Int) -> AgentResult {
    var (blocks, sum): ([AgentResult.Block], Int) = ([], 0)
    var left = usable[...]
    while let index = left.first, let digest = digests[index] {
      var block = AgentResult.Block(source: index, title: digest.title, address: digest.address)
      var cost = 10 + TokenEstimate.tokens(in: (digest.title ?? "") + (digest.address ?? ""))
      let summary = digest.summary.reduce(0) { $0 + TokenEstimate.tokens(in: $1.text) + 4 }
      if sum + cost + summary <= summaryTokens {
        block.passages = digest.summary
        cost += summary
      }
      guard sum + cost <= tokens || blocks.isEmpty else { break }
      sum += cost
      blocks.append(block)
      left = left.dropFirst()
    }
    let failed = digests.values.filter { $0.failure != nil && $0.original == nil }
      .sorted { $0.index < $1.index }
    return AgentResult(
      said(listed: blocks.count, failed),
      blocks,
      quoted: failed.prefix(Self.mostFailed).compactMap { source in
        source.message.map { "source \(source.index): \($0)" }
      }
    )
  }

  /// How many sources there are, how many of them are told, and which could not be used.
  private func said(listed: Int, _ failed: [SourceDigest]) -> String {
    var said = "There are \(usable.count) sources with a text."
    if listed < usable.count {
      said += " The first \(listed) of them are told; search finds what the others say."
    }
    if !failed.isEmpty {
      let told = failed.prefix(Self.mostFailed).map { "\($0.index) (\($0.failure ?? ""))" }
      said +=
        " \(failed.count) could not be used: \(told.joined(separator: "; "))"
        + (failed.count > told.count ? "; …" : ".")
    }
    return said
  }
}
