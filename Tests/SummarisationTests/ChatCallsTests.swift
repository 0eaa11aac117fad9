import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct ChatCallsTests {
  private let time = VirtualTime()
  private let clock: SessionClock
  /// Sunday, 6 November 1994, 08:49:37, as the session begins.
  private let startTime = 784_111_777.0

  init() { clock = SessionClock(time) }

  /// One call: when it is made, with which priority and how much to say.
  private struct Ask: Sendable {
    var at = Duration.zero
    var priority = Priority.normal
    var bytes = 0
    var isCancelled: Duration?
  }

  private static let answer = StubFetcher.Answer(
    StubModel.reply("Yes.", usage: #"{"prompt_tokens":60,"completion_tokens":40}"#)
  )

  private static func refusal(
    _ status: Int,
    _ headers: [(String, String)] = [],
    _ body: String = "{}"
  ) -> StubFetcher.Answer {
    StubFetcher.Answer(body, status: status, type: "application/json", headers: headers)
  }

  private func limits(rpm: Int? = nil, tpm: Int? = nil, retries: Int = 5) -> ChatCalls.Limits {
    var limits = ChatCalls.Limits()
    (limits.requestsPerMinute, limits.tokensPerMinute) = (rpm, tpm)
    limits.retries = retries
    return limits
  }

  private func client(_ limits: ChatCalls.Limits, _ fetcher: any Fetcher) throws -> ChatClient {
    ChatClient(
      try ChatEndpoint(baseURL: "http://127.0.0.1:1/v1", model: "m", key: nil),
      fetcher: fetcher,
      calls: ChatCalls(
        limits,
        clock: clock,
        startTime: startTime,
        generator: SystemRandomNumberGenerator()
      )
    )
  }

  /// When the endpoint was asked, and what came of each call.
  private func run(
    _ limits: ChatCalls.Limits,
    _ asks: [Ask] = [Ask()],
    answers: @escaping @Sendable (Int) -> StubFetcher.Answer = { _ in answer }
  ) throws -> (starts: [Duration], results: [Result<ChatAnswer, ChatError>]) {
    let fetcher = StubFetcher(clock: clock) { _, number in answers(number) }
    let client = try client(limits, fetcher)
    let results = try #require(
      time.run {
        await withTaskGroup(of: (Int, Result<ChatAnswer, ChatError>).self) { group in
          for (index, ask) in asks.enumerated() {
            group.addTask { (index, await result(of: ask, client)) }
          }
          return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
      }
    )
    return (fetcher.requests.map(\.start), asks.indices.compactMap { results[$0] })
  }

  private func result(of ask: Ask, _ client: ChatClient) async -> Result<ChatAnswer, ChatError> {
    await withTaskGroup(of: Result<ChatAnswer, ChatError>?.self) { group in
      group.addTask {
        // A sleep that is cut short is followed by a call that is.
        try? await clock.sleep(until: ask.at)
        let text = String(repeating: "x", count: ask.bytes)
        do throws(ChatError) {
          let message = ChatMessage(role: .user, content: text)
          return .success(try await client.answer(to: [message], priority: ask.priority))
        } catch {
          return .failure(error)
        }
      }
      group.addTask {
        guard let end = ask.isCancelled else { return nil }
        // Cancelled where the call ends first.
        try? await clock.sleep(until: end)
        return nil
      }
      for await result in group {
        if let result {
          group.cancelAll()
          return result
        }
        if ask.isCancelled != nil { group.cancelAll() }
      }
      return .failure(.cancelled)
    }
  }

  // MARK: Limits

  @Test func `asks as often as it likes without limits`() throws {
    let outcome = try run(limits(), (0..<50).map { _ in Ask() })
    #expect(outcome.starts == Array(repeating: .zero, count: 50))
  }

  @Test func `asks once each 60 / N seconds`() throws {
    let outcome = try run(limits(rpm: 120), (0..<5).map { _ in Ask() })
    #expect(outcome.starts == (0..<5).map { .milliseconds(500 * $0) })
  }

  /// The tokens that a call is reckoned at that has so many letters to say.
  private func reckoned(_ bytes: Int) throws -> Int {
    let message = ChatMessage(role: .user, content: String(repeating: "x", count: bytes))
    let body = try client(limits(), StubModel("")).request(for: [message]).body ?? []
    return TokenEstimate.tokens(in: body) + ChatCalls.answerTokens
  }

  @Test func `holds the tokens of any minute, estimated from what is posted`() throws {
    let ask = Ask(bytes: 4_000)
    let tokens = try reckoned(4_000)
    #expect((1_500...1_540).contains(tokens))
    // No usage corrects them, and what we estimate gives nothing back.
    let silent = StubFetcher.Answer(StubModel.reply("Yes."))
    let outcome = try run(limits(tpm: 2 * tokens), [ask, ask, ask, ask, ask]) { _ in silent }
    #expect(outcome.starts == [0, 0, 60, 60, 120].map { .seconds($0) })
    let tight = try ChatCallsTests().run(limits(tpm: 2 * tokens - 1), [ask, ask]) { _ in silent }
    #expect(tight.starts == [0, 60].map { .seconds($0) })
  }

  @Test(arguments: ["Привет, мир. ", "你好,世界。", "مرحبا. "])
  func `reckons a script by its own rule, however it is posted`(text: String) throws {
    let long = String(repeating: text, count: 100)
    let body =
      try client(limits(), StubModel(""))
      .request(for: [ChatMessage(role: .user, content: long)]).body ?? []
    let rest = TokenEstimate.tokens(in: body) - TokenEstimate.tokens(in: long)
    #expect((0...60).contains(rest), "\(rest)")
  }

  @Test func `estimates the usage that an endpoint does not tell, and says so`() throws {
    let outcome = try run(limits()) { _ in StubFetcher.Answer(StubModel.reply("Yes, it is.")) }
    let usage = try #require(try outcome.results[0].get().usage)
    #expect(usage.isEstimated && usage.completionTokens == 4 && usage.promptTokens > 10)
    let told = try ChatCallsTests().run(limits())
    #expect(try told.results[0].get().usage == ChatUsage(promptTokens: 60, completionTokens: 40))
  }

  @Test func `corrects the estimate by the usage`() throws {
    var answer = Self.answer
    answer.delay = .seconds(2)
    let outcome = try run(limits(tpm: 1_000), (0..<6).map { _ in Ask() }) { [answer] _ in answer }
    // Each is reckoned at some 520, and used 100: five have left when 500 are used.
    #expect(outcome.starts == [0, 2, 4, 6, 8, 60].map { .seconds($0) })
  }

  @Test(arguments: [
    StubModel.reply("<think>Hm.", usage: #"{"prompt_tokens":500,"completion_tokens":20000}"#),
    StubModel.reply(
      "No",
      finish: #""content_filter""#,
      usage: #"{"prompt_tokens":500,"completion_tokens":20000}"#
    ),
    #"{"choices":[],"usage":{"prompt_tokens":500,"completion_tokens":20000}}"#,
    #"data: {"choices":[{"delta":{"content":"\#(String(repeating: "one ", count: 25_000))"}}]}"#
      + "\n\ndata: broken\n\n",
  ])
  func `counts what a failed answer was charged for`(body: String) throws {
    let asks = [Ask(), Ask(at: .seconds(1))]
    let failed = StubFetcher.Answer(body)
    let outcome = try run(limits(tpm: 20_000, retries: 0), asks) { $0 == 1 ? failed : Self.answer }
    #expect(outcome.starts == [0, 60].map { .seconds($0) })
    #expect((try? outcome.results[0].get()) == nil)
  }

  @Test(arguments: [
    (0, 0), (0, 9), (9, 0),
  ])
  func `takes a bill of zeros for none`(prompt: Int, completion: Int) throws {
    let usage = #"{"prompt_tokens":\#(prompt),"completion_tokens":\#(completion)}"#
    let outcome = try run(limits()) { _ in
      StubFetcher.Answer(StubModel.reply("Yes, it is.", usage: usage))
    }
    let told = try #require(try outcome.results[0].get().usage)
    #expect(told.isEstimated && told.completionTokens == 4 && told.promptTokens > 10)
  }

  @Test func `gives back what a cancelled call has reserved`() throws {
    var answer = Self.answer
    answer.delay = .seconds(50)
    let asks = [Ask(isCancelled: .seconds(5)), Ask(at: .seconds(1))]
    let outcome = try run(limits(tpm: 600), asks) { [answer] _ in answer }
    #expect(outcome.starts == [0, 5].map { .seconds($0) })
    #expect(outcome.results.first == .failure(.cancelled))
  }

  @Test func `forgets a call that is cancelled while it waits`() throws {
    let asks = [Ask(), Ask(isCancelled: .seconds(7)), Ask()]
    let outcome = try run(limits(rpm: 6), asks)
    #expect(outcome.starts == [0, 10].map { .seconds($0) })
    #expect(outcome.results[1] == .failure(.cancelled))
  }

  @Test func `asks for the more urgent first`() throws {
    let asks = [
      Ask(), Ask(at: .seconds(1), priority: .low, isCancelled: .seconds(25)),
      Ask(at: .seconds(2), isCancelled: .seconds(21)),
      Ask(at: .seconds(3), priority: .high, isCancelled: .seconds(11)),
    ]
    let outcome = try run(limits(rpm: 6), asks)
    #expect(outcome.starts == [0, 10, 20].map { .seconds($0) })
    #expect(outcome.results.map { (try? $0.get()) != nil } == [true, false, true, true])
  }

  @Test func `names the option where a call is above the limit`() throws {
    let outcome = try run(limits(tpm: 500))
    guard case .failure(let error) = outcome.results[0] else {
      Issue.record("a call was let through")
      return
    }
    #expect(outcome.starts.isEmpty && !error.isRetryable)
    #expect(error.message.contains("--tpm 500 "))
  }

  /// An endpoint that takes 59 s, which a call may take unless its wait is counted.
  private struct Slow: Fetcher {
    let clock: SessionClock

    func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page {
      let timeout = request.timeout ?? .zero
      do {
        try await clock.sleep(for: min(timeout, .seconds(59)))
      } catch {
        throw .cancelled
      }
      guard timeout >= .seconds(59) else { throw .timeout(host: "h", reason: "r") }
      return try StubModel.page(StubModel.reply("Yes."))
    }
  }

  @Test func `counts no waiting against the time of a call`() throws {
    let client = try client(limits(rpm: 1), Slow(clock: clock))
    let ends = time.run {
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask { await (try? result(of: Ask(), client).get()) != nil }
        }
        return await group.allSatisfy { $0 }
      }
    }
    #expect(ends == true && clock.now == .seconds(3 * 60 + 59))
  }

  // MARK: Failures

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 529])
  func `tries again what may pass, and takes its limit each time`(status: Int) throws {
    let zero = [("Retry-After", "0")]
    let outcome = try run(limits(rpm: 12, retries: 2)) { number in
      number > 2 ? Self.answer : Self.refusal(status, zero)
    }
    #expect(outcome.starts == [0, 5, 10].map { .seconds($0) })
    #expect(try outcome.results[0].get().text == "Yes.")
  }

  @Test(arguments: [
    FetchError.connect(host: "h", reason: "r"), .timeout(host: "h", reason: "r"),
    .reset(host: "h", reason: "r"), .dns(host: "h"),
  ])
  func `tries again where there was no answer, after growing waits`(error: FetchError) throws {
    let outcome = try run(limits(retries: 2)) { _ in StubFetcher.Answer(error) }
    #expect(outcome.starts.count == 3)
    let waits = zip(outcome.starts, outcome.starts.dropFirst()).map { $1 - $0 }
    #expect(waits[0] <= .seconds(1) && waits[1] <= .seconds(2))
    let failure = ChatError.unreachable(endpoint: "http://127.0.0.1:1/v1", cause: error)
    #expect(outcome.results[0] == .failure(failure))
  }

  @Test(arguments: [
    refusal(400), refusal(401), refusal(403), refusal(404), refusal(422), refusal(302),
    refusal(429, [], #"{"error":{"message":"No more.","code":"insufficient_quota"}}"#),
    refusal(429, [], #"{"error":{"message":"No more.","type":"insufficient_quota","code":7}}"#),
    refusal(
      429,
      [],
      #"{"detail":"x","error":{"error":{"message":"","code":"insufficient_quota"}}}"#
    ),
    StubFetcher.Answer(.tls(host: "h", reason: "r")),
    StubFetcher.Answer(.blockedAddress(address: "a", reason: "r")),
    StubFetcher.Answer(StubModel.reply("")),
  ])
  func `never tries again what does not pass`(answer: StubFetcher.Answer) throws {
    let outcome = try run(limits()) { _ in answer }
    #expect(outcome.starts == [.zero])
    #expect((try? outcome.results[0].get()) == nil)
  }

  @Test func `says that the quota is used up`() throws {
    let body = #"{"error":{"message":"No more.","code":"insufficient_quota"}}"#
    let outcome = try run(limits()) { _ in Self.refusal(429, [], body) }
    let error = ChatError.exhausted(endpoint: "http://127.0.0.1:1/v1", reason: "No more.")
    #expect(outcome.results[0] == .failure(error) && error.message.contains("quota"))
  }

  @Test(arguments: [
    ([("Retry-After", "7")], Duration.seconds(7)),
    ([("Retry-After", "7"), ("retry-after-ms", "2500")], .milliseconds(2_500)),
    ([("retry-after-ms", "soon"), ("Retry-After", "7")], .seconds(7)),
    ([("Retry-After", "Sun, 06 Nov 1994 08:50:00 GMT")], .seconds(23)),
    ([("Retry-After", "1.5")], .milliseconds(1_500)),
    ([("Retry-After", "86400")], .seconds(60)), ([("retry-after-ms", "99999999")], .seconds(60)),
  ])
  func `waits as long as the endpoint asks`(
    headers: [(String, String)],
    wait: Duration
  ) throws {
    let outcome = try run(limits()) { $0 == 1 ? Self.refusal(500, headers) : Self.answer }
    #expect(outcome.starts == [.zero, wait])
  }

  @Test(arguments: [
    ([("Retry-After", "-1"), ("x-ratelimit-reset-requests", "7s")], Duration.seconds(7)),
    ([("x-ratelimit-reset-requests", "7s"), ("x-ratelimit-reset-tokens", "9s")], .seconds(9)),
    (
      [
        ("x-ratelimit-reset-requests", "7s"), ("x-ratelimit-remaining-requests", "0"),
        ("x-ratelimit-reset-tokens", "9s"), ("x-ratelimit-remaining-tokens", "1"),
      ], .seconds(7)
    ),
  ])
  func `waits until the limit is whole again that was hit`(
    headers: [(String, String)],
    wait: Duration
  ) throws {
    let outcome = try run(limits()) { $0 == 1 ? Self.refusal(429, headers) : Self.answer }
    #expect(outcome.starts == [.zero, wait])
  }

  @Test func `does not try again where the endpoint says that it is of no use`() throws {
    let outcome = try run(limits()) { _ in Self.refusal(500, [("X-Should-Retry", "false")]) }
    #expect(outcome.starts == [.zero])
  }

  @Test(arguments: [429, 503])
  func `slows all calls down by one refusal`(status: Int) throws {
    let asks = [Ask()] + (1...4).map { Ask(at: .milliseconds(10 * $0)) }
    let outcome = try run(limits(), asks) { number in
      number == 1 ? Self.refusal(status, [("Retry-After", "30")]) : Self.answer
    }
    // From half of the one request a second that was seen, which each success lifts by a tenth.
    #expect(outcome.starts.prefix(2) == [.zero, .seconds(30)])
    let waits = zip(outcome.starts.dropFirst(), outcome.starts.dropFirst(2)).map { $1 - $0 }
    #expect(waits.count == 4 && zip(waits, waits.dropFirst()).allSatisfy { $0 > $1 })
    #expect(waits[0] > .milliseconds(1_800) && waits[0] < .seconds(2))
  }

  @Test func `ends at once when it is cancelled while it waits to try again`() throws {
    let asks = [Ask(isCancelled: .seconds(4))]
    let outcome = try run(limits(), asks) { _ in Self.refusal(500, [("Retry-After", "50")]) }
    #expect(outcome.starts == [.zero] && outcome.results == [.failure(.cancelled)])
    #expect(clock.now == .seconds(4))
  }
}
