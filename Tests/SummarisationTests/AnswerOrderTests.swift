import Testing

@testable import Summarisation

struct AnswerOrderTests {
  @Test func `puts the answer first, then its theme, then the others`() {
    let order = AnswerOrder(themes: [0: 0, 1: 0, 2: 1, 3: 1], relevance: [0, 0.2, 0.5, 1])
    #expect(order.ordered([0, 1, 2, 3]) == [3, 2, 0, 1])
    #expect(order.ordered([]) == [])
  }

  @Test func `takes the earlier of two equal answers`() {
    let order = AnswerOrder(themes: [0: 0, 1: 1], relevance: [1, 1])
    #expect(order.ordered([0, 1]) == [0, 1])
  }
}
