import FlowControl
import Testing

@testable import Fetching

struct ByteBudgetTests {
  @Test func `counts until the last reference goes`() {
    let wakes = Locked(0)
    let budget = ByteBudget(limit: 10) { wakes.withLock { $0 += 1 } }
    #expect(budget.take(10, isUrgent: false))
    var body: PageBody? = PageBody(bytes: [UInt8](repeating: 0, count: 10), countedBy: budget)
    #expect(body?.bytes.count == 10)
    #expect(!budget.take(1, isUrgent: false))
    #expect(budget.take(1, isUrgent: true))
    #expect(budget.held == 11)
    body = nil
    #expect(budget.held == 1)
    #expect(wakes.withLock { $0 } == 1)
  }

  @Test func `wakes nobody when nobody waits`() {
    let wakes = Locked(0)
    let budget = ByteBudget(limit: 10) { wakes.withLock { $0 += 1 } }
    #expect(budget.take(20, isUrgent: false))
    budget.giveBack(20)
    #expect(wakes.withLock { $0 } == 0)
    #expect(budget.hasRoomOrAwaits())
    #expect(budget.take(1, isUrgent: false))
    budget.giveBack(1)
    #expect(wakes.withLock { $0 } == 0)
  }

  @Test func `wakes again for one of two that found no room after the first wake`() {
    let wakes = Locked(0)
    let budget = ByteBudget(limit: 10) { wakes.withLock { $0 += 1 } }
    #expect(budget.take(10, isUrgent: false))
    #expect(!budget.take(10, isUrgent: false))
    #expect(!budget.take(10, isUrgent: false))
    budget.giveBack(10)
    #expect(wakes.withLock { $0 } == 1)
    // The first goes on and fills the budget; the second, asked in its turn, rests on.
    #expect(budget.hasRoomOrAwaits())
    #expect(budget.take(10, isUrgent: false))
    #expect(!budget.hasRoomOrAwaits())
    budget.giveBack(10)
    #expect(wakes.withLock { $0 } == 2)
  }
}
