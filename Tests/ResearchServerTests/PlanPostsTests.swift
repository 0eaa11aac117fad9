import Testing

@testable import ResearchServer

struct PlanPostsTests {
  private struct Failure: Error {}

  @Test func `counts a post out however it ends`() async throws {
    let posts = PlanPosts()
    await #expect(throws: Failure.self) {
      try await posts.counting("k") { _ -> Int? in throw Failure() }
    }
    let numbers = await posts.counting("k") { first in
      await posts.counting("k") { second in [first, second] }
    }
    #expect(numbers == [1, 2])
    #expect(posts.count("k") == PlanPosts.Count(posts: 3, mostAtOnce: 2))
    #expect(posts.count("l") == PlanPosts.Count())
  }
}
