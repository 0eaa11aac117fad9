import Fetching

extension Record {
  /// Keeps what the head of an answer says.
  mutating func note(_ page: Page) {
    finalURL = page.address.withFragment
    status = page.status
    contentType = page.contentType
  }

  /// Keeps what was known of an answer that broke, or that led nowhere; `nil` where there was none.
  mutating func note(_ answer: UnfinishedAnswer?) {
    guard let answer else { return }
    note(answer.page)
    if answer.received > 0 { bytes = answer.received }
  }
}

extension Failure {
  /// A failure of fetching: where the answer's status is none of a page it is that status, however
  /// its body ended.
  init(fetching error: FetchError) {
    self = error.refusal ?? Failure(error)
  }
}

extension FetchError {
  /// What the status of a broken answer says that is neither a page nor a redirect.
  fileprivate var refusal: Failure? {
    guard let status = answer?.page.status, !(300...399).contains(status) else { return nil }
    switch cause {
    case .reset, .timeout, .tooLarge, .protocolViolation: return Failure(status: status)
    default: return nil
    }
  }
}
