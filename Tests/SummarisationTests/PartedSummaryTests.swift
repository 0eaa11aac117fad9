import Fetching
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct PartedSummaryTests {
  /// A page of so many passages that differ; the n-th is about village n.
  private func page(_ passages: Int) -> SourceText {
    let paragraphs = (1...passages).map { number in
      "Village \(number) keeps \(number * 7) boats in its harbour. "
        + String(
          repeating: "People there fish, mend their nets and talk of the weather. ",
          count: 6
        )
    }
    return SourceText(
      text: paragraphs.joined(separator: "\n\n"),
      language: "en",
      question: "How many boats?",
      title: "Villages",
      address: "http://h/v"
    )
  }

  /// The numbers of the passages or sentences that a prompt shows.
  private static func numbers(_ prompt: String) -> [Int] {
    prompt.split(separator: "\n").compactMap { line in
      guard line.first == "[" else { return nil }
      return Int(line.dropFirst().prefix { $0 != "]" })
    }
  }

  /// Says of each part what its first passage says, and of these what the first two say.
  private static func said(of prompt: String) -> ScriptedModel.Answer {
    let numbers = numbers(prompt)
    if prompt.contains("from these sentences") {
      return .text(
        "Village \(1) keeps \(7) boats [\(numbers[0])]. Others too [\(numbers.last ?? 0)]."
      )
    }
    let first = numbers[0]
    return .text("Village \(first) keeps \(first * 7) boats [\(first)]. More [\(first + 1), 9999].")
  }

  @Test func `sums up the parts, and then what was written about them`() async throws {
    let model = ScriptedModel { _, messages in Self.said(of: messages.last?.content ?? "") }
    let summary = try await model.summariser(window: 2_000).summarise(page(40))
    let prompts = model.questions.map { $0.last?.content ?? "" }
    let parts = prompts.dropLast()
    #expect(parts.flatMap(Self.numbers) == Array(1...40))
    for (number, part) in parts.enumerated() {
      #expect(part.contains("part \(number + 1) of \(parts.count)"))
      #expect(part.contains("Title: Villages\nAddress: http://h/v\n"))
      #expect(part.contains("How many boats?") && TokenEstimate.tokens(in: part) < 2_900)
    }
    let merge = try #require(prompts.last)
    #expect(
      Self.numbers(merge) == Array(1...(2 * parts.count)) && merge.contains("Title: Villages")
    )
    #expect(!merge.contains("9999") && merge.contains("[3] Village"))
    // What the sentences rest on is the page's, not the parts'.
    let text = page(40).text
    let quotes = summary.sentences.map { sentence in
      sentence.places.map { String(Array(text)[$0]) }.joined()
    }
    #expect(summary.sentences.map(\.isSupported) == [true, false])
    #expect(quotes[0] == "Village 1 keeps 7 boats in its harbour.")
    #expect(quotes[1].contains("Village \(Self.numbers(parts.last ?? "")[1]) keeps"))
    let calls = model.questions.count
    #expect(summary.usage == ChatUsage(promptTokens: 7 * calls, completionTokens: 3 * calls))
  }

  @Test func `asks once about what fits, and of one part what it says`() async throws {
    let model = ScriptedModel { _, messages in Self.said(of: messages.last?.content ?? "") }
    _ = try await model.summariser(window: 100_000).summarise(page(40))
    #expect(model.questions.count == 1 && !model.user(0).contains("part 1"))
  }

  @Test func `halves a part that is too long, and those that follow`() async throws {
    let model = ScriptedModel { _, messages in
      let prompt = messages.last?.content ?? ""
      return Self.numbers(prompt).count > 8 ? .tooLong : Self.said(of: prompt)
    }
    let summary = try await model.summariser(window: 3_000).summarise(page(60))
    let shown = model.questions.map { Self.numbers($0.last?.content ?? "") }
    let answered = shown.filter { $0.count <= 8 && $0.count > 1 }
    #expect(shown.count { $0.count > 8 } <= 5)
    #expect(Set(answered.flatMap(\.self)).isSuperset(of: 1...60))
    #expect(!summary.sentences.isEmpty && summary.sentences.count <= 3)
  }

  @Test func `gives up where the least part is too long`() async throws {
    let model = ScriptedModel { _, _ in .tooLong }
    await #expect(throws: ChatError.self) {
      try await model.summariser(window: 4_000).summarise(page(60))
    }
    #expect((2...5).contains(model.questions.count))
  }

  @Test func `goes no deeper than it may, however much is written`() async throws {
    let model = ScriptedModel { _, messages in
      let first = Self.numbers(messages.last?.content ?? "").first ?? 1
      let long = String(repeating: "a long word, and ", count: 40)
      return .text(
        (0..<5).map { "Sentence \($0) holds \(long) no end [\(first)]." }.joined(separator: " ")
      )
    }
    let summary = try await model.summariser(sentences: 5, window: 600).summarise(page(120))
    #expect(summary.sentences.count == 5)
    let levels = model.questions.count {
      !($0.last?.content ?? "").contains("from these sentences")
    }
    #expect(model.questions.count < 12 * levels)
  }

  @Test func `passes over parts of which nothing was written`() async throws {
    let model = ScriptedModel { number, messages in
      number == 0 ? .text("<think>") : Self.said(of: messages.last?.content ?? "")
    }
    let summary = try await model.summariser(window: 2_000).summarise(page(40))
    #expect(!summary.sentences.isEmpty)
    let silent = ScriptedModel { _, _ in .text("# A heading") }
    await #expect(throws: ChatError.empty(endpoint: "http://127.0.0.1:1/v1")) {
      try await silent.summariser(window: 2_000).summarise(page(40))
    }
  }

  @Test func `ends with the first part that fails`() async throws {
    let model = ScriptedModel { number, messages in
      number == 1 ? .failure(500) : Self.said(of: messages.last?.content ?? "")
    }
    await #expect(throws: ChatError.self) {
      try await model.summariser(window: 2_000).summarise(page(40))
    }
    #expect(model.questions.count == 2)
  }

  @Test func `ends at once when its task is cancelled`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    let path = "/chat/completions"
    site.answer(
      path,
      LocalAnswer { request in
        String(decoding: request.body, as: UTF8.self).contains("part 1 of")
          ? LocalAnswer.text(StubModel.reply("One [1]."), type: "application/json").steps(request)
          : [.pause(milliseconds: .max)]
      }
    )
    let fetcher = try CurlFetcher()
    let endpoint = try ChatEndpoint(baseURL: site.url("/"), model: "m", key: nil)
    var summariser = ChatSummariser(
      client: ChatClient(endpoint, fetcher: fetcher),
      model: "m",
      sentences: 1,
      words: nil,
      prompts: try Prompts()
    )
    summariser.window = 2_000
    let (parted, page) = (summariser, page(40))
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: CancellationError.self) { try await parted.summarise(page) }
      }
      await site.arrived(path, count: 2)
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 }
    await fetcher.close()
  }
}
