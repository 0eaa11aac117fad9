import FlowControl

/// Answers the exercise's requests after the delays that they name; knows nothing of sockets.
struct ExerciseHandler: Sendable {
  private let clock: SessionClock
  private let posts = PlanPosts()

  /// A handler that waits by `clock`, and has seen no plan yet.
  init(clock: SessionClock) {
    self.clock = clock
  }

  /// The answer, once its delay is over; throws `CancellationError` at once when the task is
  /// cancelled.
  func answer(to request: ExerciseRequest) async throws -> ExerciseAnswer {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .map(String.init)
    switch (parts.first, parts.count) {
    case ("healthz", 1): return await only("GET", request) { .text("ok\n") }
    case ("robots.txt", 1): return await only("GET", request) { .text("User-agent: *\nAllow: /\n") }
    case ("pages", 2): return try await only("GET", request) { try await page(parts[1], request) }
    case ("plan", 3) where parts[2] == "stats":
      return await only("GET", request) { statistics(parts[1]) }
    case ("plan", 7) where parts[4...].elementsEqual(["v1", "chat", "completions"]):
      return try await only("POST", request) { try await completion(parts, request) }
    default: return .refusal(404, "there is nothing at this path")
    }
  }

  private func only(
    _ method: String,
    _ request: ExerciseRequest,
    _ answer: () async throws -> ExerciseAnswer
  ) async rethrows -> ExerciseAnswer {
    guard request.method == method else { return .refusal(405, "use \(method) here") }
    return try await answer()
  }

  private func page(
    _ number: String,
    _ request: ExerciseRequest
  ) async throws -> ExerciseAnswer {
    guard let page = Int(number).flatMap(SamplePage.numbered) else {
      return .refusal(404, "pages are numbered from 1 to \(SamplePage.highestNumber)")
    }
    guard let delay = DelayText.duration(request.delay ?? "0") else {
      return .refusal(400, "the delay must be a number of seconds from 0 to 3600")
    }
    try await clock.sleep(for: delay)
    return ExerciseAnswer(contentType: "text/html; charset=utf-8", body: page.body)
  }

  private func statistics(_ key: String) -> ExerciseAnswer {
    ExerciseAnswer(body: ExerciseAnswer.json(posts.count(key)))
  }

  private func completion(
    _ parts: [String],
    _ request: ExerciseRequest
  ) async throws -> ExerciseAnswer {
    guard let body = request.body else { return .refusal(413, "the body is too long") }
    let (plan, post): (ExercisePlan, ChatPost)
    do throws(ExercisePlan.Flaw) {
      plan = try ExercisePlan(key: parts[1], list: parts[2], report: parts[3])
    } catch {
      return .refusal(400, error.message)
    }
    do throws(ChatPost.Flaw) {
      post = try ChatPost(body)
    } catch {
      return .refusal(400, error.message)
    }
    let answer = try await posts.counting(plan.key) { number in
      let (delay, reply) = Self.reply(to: post, number, plan)
      try await clock.sleep(for: delay)
      let id = "chatcmpl-\(plan.key)-\(number)"
      guard post.streams else { return ExerciseAnswer(body: reply.json(to: post, id: id)) }
      let events = reply.events(to: post, id: id)
      return ExerciseAnswer(contentType: "text/event-stream", body: events)
    }
    return answer ?? .refusal(400, "there are too many plans: start another server")
  }

  /// The first posts of a plan are its summaries, all later ones the report.
  private static func reply(
    to post: ChatPost,
    _ number: Int,
    _ plan: ExercisePlan
  ) -> (delay: Duration, reply: ModelReply) {
    guard number < plan.summaries.count else {
      return (plan.report, .report(on: plan.summaries.count))
    }
    let named = post.page.map { $0 - 1 } ?? number
    let delay = plan.summaries[named] ?? plan.summaries[number] ?? .zero
    return (delay, .summary(of: post.page.flatMap(SamplePage.numbered)))
  }
}
