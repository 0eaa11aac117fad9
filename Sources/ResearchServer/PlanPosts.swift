/// Counts the posts of each plan, and how many of them were being answered at once.
actor PlanPosts {
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
  private var plans: [String: Plan] = [:]

  /// A post has come; its number within the plan, from 0, or nil where there are too many plans.
  func begin(_ key: String) -> Int? {
    guard plans.count < Self.mostPlans || plans[key] != nil else { return nil }
    var plan = plans[key] ?? Plan()
    let number = plan.count.posts
    plan.count.posts += 1
    plan.open += 1
    plan.count.mostAtOnce = max(plan.count.mostAtOnce, plan.open)
    plans[key] = plan
    return number
  }

  /// A post has been answered, or nobody waits for it any more.
  func end(_ key: String) {
    plans[key]?.open -= 1
  }

  /// What has come of a plan so far; nothing where the key is unknown.
  func count(_ key: String) -> Count {
    plans[key]?.count ?? Count()
  }
}
