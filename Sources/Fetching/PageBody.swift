/// A body as it was sent, counted against the byte budget for as long as anybody holds it.
package final class PageBody: Sendable {
  package let bytes: [UInt8]
  private let budget: ByteBudget?

  /// Makes a body that no budget counts, for documents that were not fetched and for tests.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
    budget = nil
  }

  /// Takes over bytes that the budget counts already.
  init(bytes: [UInt8], countedBy budget: ByteBudget) {
    self.bytes = bytes
    self.budget = budget
  }

  deinit {
    budget?.giveBack(bytes.count)
  }
}
