internal import CCurl

extension CurlTransfer {
  /// Whether the transfer has brought a page: libcurl takes an answer for one that ends within its
  /// head, or after a provisional one.
  func hasPage(_ code: CURLcode) -> Bool {
    guard failure == nil else { return false }
    return hasEnough || code == CURLE_OK && head.isComplete && head.answers > 0
  }

  /// The failure, with what is known of the answer that it ended.
  func interrupted(by failure: FetchError) -> FetchError {
    switch failure {
    case .cancelled, .invalidConfiguration: return failure
    default: return unfinishedAnswer.map { .interrupted($0, by: failure) } ?? failure
    }
  }

  /// The answer as far as it has come, or else the redirect that led here; nil where none has begun.
  var unfinishedAnswer: UnfinishedAnswer? {
    page(PageBody(bytes: [])).map { UnfinishedAnswer(page: $0, received: body.count) }
      ?? lastAnswer
  }
}
