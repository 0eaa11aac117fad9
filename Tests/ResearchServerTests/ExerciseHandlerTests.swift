import Extraction
import FlowControl
import FoundationEssentials
import Testing

@testable import ResearchServer

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseHandlerTests {
  private let time = VirtualTime()
  private let clock: SessionClock
  private let handler: ExerciseHandler

  init() {
    clock = SessionClock(time)
    handler = ExerciseHandler(clock: clock)
  }

  @Test(arguments: [
    (1, "0", "from 22 seconds to six", Duration.zero), (2, "1.5", "We ran", .milliseconds(1_500)),
    (5, "3600", "needs a parent", .seconds(3_600)), (6, "2", "from 22 seconds to six", .seconds(2)),
  ])
  func `gives a page after its delay`(
    number: Int,
    delay: String,
    text: String,
    wait: Duration
  ) throws {
    let answer = try ask(ExerciseRequest(path: "/pages/\(number)", delay: delay))
    #expect(answer.status == 200 && answer.contentType == "text/html; charset=utf-8")
    #expect(String(decoding: answer.body, as: UTF8.self).contains(text))
    #expect(clock.now == wait)
  }

  @Test func `knows the titles of its pages, whose texts can be read`() throws {
    for page in SamplePage.all {
      let article = try Extractor().article(
        from: page.body,
        kind: .html,
        charset: "utf-8",
        address: nil,
        followsRefresh: false
      )
      #expect(article.title == page.title)
      #expect(article.words > 400)
    }
  }

  @Test func `summarises a page after the delay that the plan has for it`() throws {
    let answer = try ask(post("k/5,1*3,2/9", "Address: http://127.0.0.1:1/pages/5?delay=1"))
    #expect(clock.now == .seconds(2))
    let text = try reply(answer)
    #expect(text.hasPrefix("“A task needs a parent” is an essay"))
    #expect(try reply(ask(post("other/5,1*3,2/9", "/pages/5"))) == text)
  }

  @Test(arguments: ["no address", "/pages/9 is not in the plan", "/pages/ and /pages/x", ""])
  func `takes the items as the posts arrive where no page of the plan is named`(
    question: String
  ) throws {
    for end in [3, 4, 6] {
      _ = try ask(post("k/3,1,2/9", question))
      #expect(clock.now == .seconds(end))
    }
    let report = try reply(ask(post("k/3,1,2/9", question)))
    #expect(clock.now == .seconds(15))
    #expect(report.contains("[1] [2].") && report.hasSuffix("[3]."))
  }

  @Test(arguments: [(1, "[1]."), (2, "[2]."), (5, "[4] [5].")])
  func `cites every summary in the report`(count: Int, ending: String) throws {
    for _ in 0..<count { _ = try ask(post("k/0*\(count)/1", "/pages/1")) }
    let text = try reply(ask(post("k/0*\(count)/1", "/pages/1")))
    #expect(text.hasSuffix(ending))
    for number in 1...count { #expect(text.contains("[\(number)]")) }
  }

  @Test func `counts posts, those at once and four characters a token`() throws {
    let handler = handler
    let answers = time.run { () async -> [ExerciseAnswer?] in
      await withTaskGroup(of: ExerciseAnswer?.self) { group in
        for number in 1...5 {
          let request = post("k/1*5/2", "/pages/\(number)")
          group.addTask { try? await handler.answer(to: request) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(answers?.compactMap { $0?.status } == [200, 200, 200, 200, 200])
    #expect(clock.now == .seconds(1))
    _ = try ask(post("k/1*5/2", "all"))
    #expect(try text(ask(ExerciseRequest(path: "/plan/k/stats"))) == #"{"mostAtOnce":5,"posts":6}"#)
    #expect(try text(ask(ExerciseRequest(path: "/plan/l/stats"))) == #"{"mostAtOnce":0,"posts":0}"#)
    let usage = try #require(text(ask(post("u/0/0", "five!"))).split(separator: "usage").last)
    #expect(
      usage.hasSuffix(#":{"completion_tokens":26,"prompt_tokens":2,"total_tokens":28}}"#),
      "\(usage)"
    )
  }

  @Test(arguments: ["/pages/1", "/plan/k/9/9/v1/chat/completions"])
  func `ends at once when its task is cancelled`(path: String) throws {
    let handler = handler
    let clock = clock
    var request = path == "/pages/1" ? ExerciseRequest(path: path) : post("k/9/9", "x")
    request.delay = "9"
    let asked = request
    let isCancelled = time.run { () async -> Bool in
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do {
            _ = try await handler.answer(to: asked)
            return false
          } catch {
            return error is CancellationError
          }
        }
        try? await clock.sleep(for: .seconds(4))
        group.cancelAll()
        return await group.next() ?? false
      }
    }
    #expect(isCancelled == true)
    #expect(clock.now == .seconds(4))
    if path != "/pages/1" {
      _ = try ask(post("k/9/9", "x"))
      #expect(
        try text(ask(ExerciseRequest(path: "/plan/k/stats"))) == #"{"mostAtOnce":1,"posts":2}"#
      )
    }
  }

  @Test(arguments: [
    (404, "GET", "/", ""), (404, "GET", "/pages", ""), (404, "GET", "/pages/0", ""),
    (404, "GET", "/pages/1000001", ""), (404, "GET", "/pages/x", ""), (404, "GET", "/pages/1/", ""),
    (404, "GET", "//healthz", ""), (404, "POST", "/plan/k/1/1/v1/models", ""),
    (405, "POST", "/pages/1", ""), (405, "GET", "/plan/k/1/1/v1/chat/completions", ""),
    (400, "POST", "/plan/k/1s/1/v1/chat/completions", chat),
    (400, "POST", "/plan/k!/1/1/v1/chat/completions", chat),
    (400, "POST", "/plan/k/1/1/v1/chat/completions", ""),
    (400, "POST", "/plan/k/1/1/v1/chat/completions", #"{"model":"m","messages":[]}"#),
    (400, "POST", "/plan/k/1/1/v1/chat/completions", #"{"messages":[{"role":"u","content":""}]}"#),
    (400, "POST", "/plan/k/1/1/v1/chat/completions", "\u{fffd}{{{"),
    (
      400, "POST", "/plan/k/1/1/v1/chat/completions",
      #"{"model":"m","stream":7,"messages":[{"role":"u","content":""}]}"#
    ),
  ])
  func `refuses what it does not understand, at once and with a reason`(
    status: Int,
    method: String,
    path: String,
    body: String
  ) throws {
    let request = ExerciseRequest(method: method, path: path, body: Array(body.utf8))
    let answer = try ask(request)
    #expect(answer.status == status)
    #expect(text(answer).hasPrefix(#"{"error":{"message":""#))
    #expect(clock.now == .zero)
  }

  @Test func `refuses delays and bodies that are too long`() throws {
    try #expect(ask(ExerciseRequest(path: "/pages/1", delay: "3601")).status == 400)
    try #expect(ask(ExerciseRequest(path: "/pages/1", delay: "")).status == 400)
    var request = post("k/0/0", "x")
    request.body = nil
    try #expect(ask(request).status == 413)
  }

  @Test func `refuses more plans than it remembers`() throws {
    let handler = handler
    let statuses = time.run { () async -> [Int] in
      var statuses: [Int] = []
      for number in [Int](0...PlanPosts.mostPlans) + [0] {
        let answer = try? await handler.answer(to: post("\(number)/0/0", "x"))
        statuses.append(answer?.status ?? 0)
      }
      return statuses
    }
    #expect(statuses?.suffix(3) == [200, 400, 200])
  }

  private static let chat = #"{"model":"m","messages":[{"role":"user","content":"x"}]}"#

  private func ask(_ request: ExerciseRequest) throws -> ExerciseAnswer {
    let handler = handler
    let result = time.run { () async -> Result<ExerciseAnswer, any Error> in
      do { return .success(try await handler.answer(to: request)) } catch { return .failure(error) }
    }
    return try #require(result).get()
  }

  private func text(_ answer: ExerciseAnswer) -> String {
    String(decoding: answer.body, as: UTF8.self)
  }

  private func reply(_ answer: ExerciseAnswer) throws -> String {
    struct Body: Decodable {
      struct Choice: Decodable {
        struct Message: Decodable { let content: String }
        let message: Message
      }
      let choices: [Choice]
    }
    return try #require(
      JSONDecoder().decode(Body.self, from: Data(answer.body)).choices.first?.message.content
    )
  }
}

/// A question to the model of a plan `KEY/LIST/REPORT`, its slashes escaped as some clients do.
private func post(_ plan: String, _ question: String) -> ExerciseRequest {
  let escaped = question.split(separator: "/", omittingEmptySubsequences: false)
    .joined(separator: #"\/"#)
  let body =
    #"{"model":"m","messages":[{"role":"system","content":"be"},{"role":"user","content":"\#(escaped)"}]}"#
  return ExerciseRequest(
    method: "POST",
    path: "/plan/\(plan)/v1/chat/completions",
    body: Array(body.utf8)
  )
}
