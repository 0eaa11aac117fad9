import Fetching

extension FetchTimings {
  /// What the network's library measured of a page; nothing where it did not.
  init(_ page: Page) {
    let timings = page.timings
    guard timings.total > .zero else { return }
    // The handshake comes after the connection, and where there is none it is zero.
    let connected = max(timings.connect, timings.tls)
    if !page.isConnectionReused { connect = connected.seconds }
    firstByte = max(.zero, timings.firstByte - connected).seconds
    transfer = max(.zero, timings.total - max(timings.firstByte, connected)).seconds
  }
}

extension StepFailure {
  /// The failure that a page amounts to, with what is known of how long it took to come.
  func timed(by page: Page) -> StepFailure {
    var failure = self
    failure.timings = FetchTimings(page)
    return failure
  }

  /// The failure with how long its attempt had waited for its turn, in seconds.
  func queued(for seconds: Double) -> StepFailure {
    var failure = self
    failure.timings = failure.timings ?? FetchTimings()
    failure.timings?.queued = seconds
    return failure
  }
}
