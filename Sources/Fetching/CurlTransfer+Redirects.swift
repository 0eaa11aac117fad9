internal import CCurl

extension CurlTransfer {
  /// Whether the answer that is coming sends us on; a request with a body is not sent elsewhere.
  var isRedirected: Bool {
    guard !hasBody else { return false }
    let status = ccurl_get_long(handle, CURLINFO_RESPONSE_CODE)
    return [300, 301, 302, 303, 307, 308].contains(status) && head.location != nil
  }

  /// Drops bytes of a redirect's body, and leaves the connection where there is no end of them.
  func drop(_ count: Int) -> Int {
    chain?.droppedBytes += count
    return isLeaving ? 0 : count
  }

  /// Prepares the request to where the answer redirects; false where the fetch is over.
  ///
  /// Not libcurl follows, because no headers, no credentials and no proxy could be chosen then for
  /// the address that a redirect leads to.
  func follows(_ code: CURLcode) -> Bool {
    let isWhole = code == CURLE_OK || code == CURLE_PARTIAL_FILE || isLeaving
    guard isWhole, head.isComplete, failure == nil, isRedirected, let location = head.location
    else { return false }
    lastAnswer = unfinishedAnswer
    chain?.note(timings, connections: ccurl_get_long(handle, CURLINFO_NUM_CONNECTS))
    do throws(FetchError) {
      try chain?.follow(location)
      try prepareRequest()
    } catch {
      failure = error
      forgetAnswer()
      return false
    }
    forgetAnswer()
    return true
  }

  private var isLeaving: Bool {
    chain.map { $0.droppedBytes > RedirectChain.maxBody } ?? false
  }
}
