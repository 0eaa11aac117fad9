import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct ChatWriterTests {
  private let prompt = [ChatMessage(role: .user, content: "Say.")]

  private func answer(_ model: ScriptedModel) async throws -> ChatAnswer {
    try await ChatWriter(client: try model.client).answer(priority: .normal) { prompt }
  }

  @Test func `goes on with an answer that was cut off`() async throws {
    let model = ScriptedModel { number, _ in
      [.cut("One is here. Two is"), .text("Two is there.")][number]
    }
    let answer = try await answer(model)
    #expect(answer.text == "One is here.\nTwo is there." && !answer.isCut)
    #expect(answer.usage == ChatUsage(promptTokens: 14, completionTokens: 6))
    #expect(model.questions[1].map(\.role) == [.user, .assistant, .user])
    #expect(model.questions[1][0].content == "Say.")
    #expect(model.questions[1][1].content == "One is here.")
    #expect(model.user(1).hasPrefix("Your answer was cut off. Go on"))
  }

  @Test func `goes on twice at most`() async throws {
    let model = ScriptedModel { number, _ in .cut("Sentence \(number). And") }
    let answer = try await answer(model)
    #expect(answer.text == "Sentence 0.\nSentence 1.\nSentence 2." && answer.isCut)
    #expect(model.questions.count == 3)
  }

  @Test(arguments: [ScriptedModel.Answer.failure(500), .tooLong, .text(""), .cut("no end")])
  func `keeps what it has where going on fails`(failure: ScriptedModel.Answer) async throws {
    let model = ScriptedModel { number, _ in number == 0 ? .cut("One is here. Two") : failure }
    #expect(try await answer(model).text == "One is here.")
    #expect(model.questions.count == 2)
  }

  @Test func `goes on with nothing that is whole`() async throws {
    let model = ScriptedModel { _, _ in .text("One.") }
    #expect(try await answer(model).text == "One." && model.questions.count == 1)
  }

  @Test func `ends at once when its task is cancelled, also while it goes on`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    let path = "/chat/completions"
    let fetcher = try CurlFetcher()
    let endpoint = try ChatEndpoint(baseURL: site.url("/"), model: "m", key: nil)
    let writer = ChatWriter(client: ChatClient(endpoint, fetcher: fetcher))
    site.answer(
      path,
      LocalAnswer { request in
        let isFirst = !String(decoding: request.body, as: UTF8.self).contains("cut off")
        let text = StubModel.reply("One is here. Two", finish: #""length""#)
        return isFirst
          ? LocalAnswer.text(text, type: "application/json").steps(request)
          : [.pause(milliseconds: .max)]
      }
    )
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: ChatError.cancelled) {
          try await writer.answer(priority: .normal) { prompt }
        }
      }
      await site.arrived(path, count: 2)
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 }
    await fetcher.close()
  }
}
