import Testing

@testable import Fetching

struct TransferGateTests {
  private func connection(_ localPort: Int) -> TransferGate.Connection {
    TransferGate.Connection(
      peer: AddressGuard.Peer(address: [127, 0, 0, 1], port: 443),
      localPort: localPort
    )
  }

  @Test func `lets the oldest and its connection go on when the budget is used up`() {
    let gate = TransferGate(budget: ByteBudget(limit: 10) {})
    gate.oldest = 1
    gate.oldestConnection = connection(1)
    #expect(gate.admit(10, of: 2, on: connection(2)))
    #expect(!gate.admit(1, of: 2, on: connection(2)))
    #expect(!gate.admit(1, of: 4, on: nil))
    #expect(gate.admit(1, of: 1, on: connection(1)))
    #expect(gate.admit(1, of: 3, on: connection(1)))
    #expect(gate.paused == [2, 4])
    gate.remove(2)
    #expect(gate.paused == [4])
    #expect(gate.budget.held == 12)
  }

  @Test func `takes no missing connection for the oldest one's`() {
    let gate = TransferGate(budget: ByteBudget(limit: 0) {})
    gate.oldest = 1
    #expect(!gate.admit(1, of: 2, on: nil))
  }
}
