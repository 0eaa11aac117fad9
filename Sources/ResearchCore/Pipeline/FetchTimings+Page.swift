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

extension Item {
  /// How long the parts of the fetch took at which it failed; nil where it failed at none.
  var fetchTimings: FetchTimings? {
    guard case .failure(let failure) = result, failedAt == .fetch else { return nil }
    var timings = failure.timings ?? FetchTimings()
    timings.queued = source.queuedLast.seconds
    return timings
  }
}
