/// What was known of an answer that did not come to its end, or that led nowhere.
package struct UnfinishedAnswer: Sendable {
  /// The answer as far as it came, without its body.
  package let page: Page
  /// How many bytes of the body had come, as they were sent.
  package let received: Int

  /// Describes an answer.
  package init(page: Page, received: Int) {
    (self.page, self.received) = (page, received)
  }
}

extension UnfinishedAnswer: Equatable {
  /// Says whether the two come from the same address, with the same head and as many bytes.
  package static func == (one: UnfinishedAnswer, other: UnfinishedAnswer) -> Bool {
    one.page.address == other.page.address && one.page.status == other.page.status
      && one.page.headers == other.page.headers && one.received == other.received
  }
}
