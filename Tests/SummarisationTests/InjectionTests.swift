import TestSupport
import Testing

@testable import Summarisation

/// Hostile pages, and a model that does all that they ask: it writes what they say.
struct InjectionTests {
  /// What reads as a command, turns or hides.
  private func hidden(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { value in
      switch value {
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        true
      default: false
      }
    }
  }

  private func check(_ sentence: String) {
    for text in InjectionPages.forbidden {
      #expect(!sentence.lowercased().contains(text), "\(sentence)")
    }
    #expect(hidden(sentence) == [])
    // No number of a passage stands in a sentence: what is cited stands beside it.
    let bytes = Array(sentence.utf8)
    #expect(bytes.indices.allSatisfy { CitationMark(in: bytes, at: $0) == nil }, "\(sentence)")
  }

  @Test(arguments: InjectionPages.attacks.map(\.name))
  func `lets no page act through a summary`(name: String) async throws {
    let attack = try #require(InjectionPages.attacks.first { $0.name == name }).text
    let text = SourceText(
      text: InjectionPages.text(attack),
      language: "en",
      title: attack,
      address: "http://h/\(attack)"
    )
    let model = ScriptedModel { _, _ in .text("Seals rest on the sandbank [1]. \(attack)") }
    let summary = try await model.summariser(sentences: 20).summarise(text)
    #expect(!summary.sentences.isEmpty)
    for sentence in summary.sentences {
      check(sentence.text)
      let count = text.text.unicodeScalars.count
      #expect(
        sentence.places.allSatisfy { !$0.isEmpty && 0 <= $0.lowerBound && $0.upperBound <= count }
      )
      #expect(
        sentence.isSupported != nil && (sentence.isSupported == false || !sentence.places.isEmpty)
      )
    }
    try checkPrompt(of: model)
  }

  /// The prompt's own form holds: one fence that opens once and ends once, and lines within it that
  /// begin with a number only where we put it.
  private func checkPrompt(of model: ScriptedModel) throws {
    let messages = model.questions[0]
    #expect(messages.map(\.role) == [.system, .user])
    let lines = messages[1].content.split(separator: "\n", omittingEmptySubsequences: false)
    let opening = try #require(
      lines.firstIndex { $0.hasPrefix("<untrusted-text-") && $0.hasSuffix(">") }
    )
    let name = "</" + lines[opening].dropFirst()
    let closing = try #require(lines.firstIndex { $0 == name })
    #expect(lines.count { $0 == lines[opening] } == 1 && lines.count { $0 == name } == 1)
    let fenced = lines[(opening + 1)..<closing]
    let numbers = fenced.compactMap { line in
      CitationMark(in: Array(line.utf8) + [0x20], at: 0)?.numbers
    }
    #expect(numbers == (1...max(1, numbers.count)).map { [$0] })
    #expect(fenced.allSatisfy { $0.isEmpty || ["[", "T", "A"].contains($0.first) })
    for line in fenced {
      #expect(hidden(String(line)) == [] && !line.contains("<|") && !line.contains("[INST]"))
    }
    // What is said outside of the fence is ours alone.
    for line in lines[..<opening] + lines[(closing + 1)...] {
      #expect(!line.contains("PWNED") && !line.contains("evil.example"))
    }
    #expect(!messages[0].content.contains("evil") && !messages[0].content.contains("PWNED"))
  }

  @Test(arguments: InjectionPages.attacks.map(\.name))
  func `lets no page act through a report's summary`(name: String) async throws {
    let attack = try #require(InjectionPages.attacks.first { $0.name == name }).text
    var source = ReportSource(number: 3, title: attack, address: "http://h/1")
    source.passages = Passages.passages(of: InjectionPages.text(attack), language: "en", source: 3)
    let model = ScriptedModel { _, _ in .text("Seals rest on the sandbank [1]. \(attack)") }
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    let summary = try await report.summary(
      of: [source],
      question: nil,
      language: "en",
      length: SummaryLength(sentences: 20)
    )
    for sentence in summary.sentences {
      check(sentence.text)
      #expect(sentence.sources.allSatisfy { $0 == 3 })
      #expect(sentence.passages.allSatisfy(source.passages.contains))
      #expect(sentence.sources.isEmpty == sentence.passages.isEmpty)
    }
    try checkPrompt(of: model)
  }

  @Test func `knows enough of them`() {
    #expect(InjectionPages.attacks.count >= 24)
    #expect(Set(InjectionPages.attacks.map(\.name)).count == InjectionPages.attacks.count)
  }
}
