import FlowControl
import TestSupport
import Testing

@testable import Summarisation

/// Hostile pages, and an agent that reads them.
struct AgentInjectionTests {
  /// What an agent's model is told of a page that attacks by its text, title, address and links, and
  /// of one that attacks by what is reported of its failure.
  private func told(_ attack: String) async throws -> ScriptedAgentModel {
    let passages = Passages.passages(of: InjectionPages.text(attack), language: "en", source: 1)
    let block = AgentResult.Block(
      source: 1,
      title: attack,
      address: "http://h/\(attack)",
      passages: passages,
      links: [AgentResult.Link(url: "http://h/\(attack)", label: attack)]
    )
    let clock = SessionClock(VirtualTime())
    let model = ScriptedAgentModel(clock: clock) {
      $0 == 1
        ? .calls([("read", #"{"source":1}"#), ("fetch", #"{"url":"http://h/"}"#)])
        : .text("Seals rest on the sandbank [1]. \(attack)")
    }
    let desk = ResearchAgent.Desk(use: { call, _ in
      guard case .read = call else { return .failure("It failed: http.", quoted: [attack]) }
      return AgentResult("Here.", [block])
    })
    let task = AgentTask(
      question: "Where do seals rest?",
      length: SummaryLength(sentences: 3),
      briefing: AgentResult("There is 1 source.", [block], quoted: [attack])
    )
    _ = try await ResearchAgent(try model.model(), at: desk, clock: clock).answer(task)
    return model
  }

  @Test(arguments: InjectionPages.attacks.map(\.name))
  func `lets no page leave its fence in what an agent's model is told`(name: String) async throws {
    let attack = try #require(InjectionPages.attacks.first { $0.name == name }).text
    let messages = try #require(try await told(attack).asked.last).messages
    #expect(messages.map(\.role) == [.system, .user, .assistant, .tool, .tool])
    let system = try #require(messages.first?.content)
    #expect(system.contains("<untrusted-text-1>"))
    #expect(!system.contains("evil") && !system.contains("PWNED"))
    for message in messages where message.role == .user || message.role == .tool {
      check(message.content)
    }
  }

  private func check(_ content: String) {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    let opening = lines.firstIndex(of: "<untrusted-text-1>") ?? 0
    let closing = lines.firstIndex(of: "</untrusted-text-1>") ?? 0
    #expect(opening < closing)
    #expect(lines.count { $0.lowercased().contains("untrusted-text-") && $0.hasPrefix("<") } == 2)
    for line in lines[(opening + 1)..<closing] {
      #expect(!line.lowercased().contains("untrusted-text-"))
      #expect(!line.contains("<|") && !line.contains("|>") && !line.contains("[INST]"))
      let bytes = Array(line.utf8) + [0x20]
      let marks = bytes.indices.filter { CitationMark(in: bytes, at: $0) != nil }
      #expect(marks.allSatisfy { $0 == 0 }, "\(line)")
    }
    for line in lines[..<opening] + lines[(closing + 1)...] {
      #expect(!line.contains("PWNED") && !line.contains("evil.example"))
    }
  }
}
