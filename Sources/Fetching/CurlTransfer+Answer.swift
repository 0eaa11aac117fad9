internal import CCurl

extension CurlTransfer {
  /// Whether the transfer has brought a page: libcurl takes an answer for one that ends within its
  /// head, or after a provisional one.
  func hasPage(_ code: CURLcode) -> Bool {
    guard failure == nil else { return false }
    return hasEnough || isComplete || code == CURLE_OK && head.isComplete && head.answers > 0
  }

  /// Whether the request is to be sent again, because a kept connection had gone before it.
  ///
  /// libcurl does that by itself, but only five times in the life of a handle, which is as long as
  /// the run; then it begins to count anew.
  func repeats(_ code: CURLcode) -> Bool {
    guard code == CURLE_SEND_ERROR, !isRepeated, failure == nil, head.answers == 0,
      String(cString: errorText).hasPrefix("Connection died")
    else { return false }
    isRepeated = true
    errorText[0] = 0
    forgetAnswer()
    return true
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
