import FlowControl

/// Counts the posts of each plan, and how many of them were being answered at once.
final class PlanPosts: Sendable {
  /// What has come of one plan.
  struct Count: Sendable, Hashable, Codable {
    var posts = 0
    var mostAtOnce = 0
  }

  private struct Plan {
    var count = Count()
    var open = 0
  }

  /// The most plans that are remembered, about 200 bytes each.
  static let mostPlans = 10_000
  // A lock and no actor: two hops a post would be more work than what is done here.
  private let plans = Locked<[String: Plan]>([:])

  /// Counts a post until `body`, which gets its number within the plan, from 0, has ended in
  /// whatever way; nil, and no post, where there are too many plans.
  func counting<Result>(
    _ key: String,
    _ body: (Int) async throws -> Result
  ) async rethrows -> Result? {
    guard let number = begin(key) else { return nil }
    defer { plans.withLock { $0[key]?.open -= 1 } }
    return try await body(number)
  }

  /// What has come of a plan so far; nothing where the key is unknown.
  func count(_ key: String) -> Count {
    plans.withLock { $0[key]?.count } ?? Count()
  }

  private func begin(_ key: String) -> Int? {
    plans.withLock { plans in
      guard plans.count < Self.mostPlans || plans[key] != nil else { return nil }
      var plan = plans[key] ?? Plan()
      let number = plan.count.posts
      plan.count.posts += 1
      plan.open += 1
      plan.count.mostAtOnce = max(plan.count.mostAtOnce, plan.open)
      plans[key] = plan
      return number
    }
  }
}
