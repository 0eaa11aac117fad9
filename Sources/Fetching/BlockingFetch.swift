internal import CCurl

/// Fetches pages on the calling thread, one after the other, for the thread-pool baseline.
///
/// The options, the address guard, the caps and the errors are those of ``CurlFetcher``. An
/// instance belongs to the thread that made it and keeps its connections; any number of threads may
/// have one each. Nothing can cancel a fetch but its time-out, and nothing on the concurrency pool
/// may call it: the program is to ignore SIGPIPE, or the thread to block it.
package final class BlockingFetch {
  private let transfer: CurlTransfer

  /// Makes the handle, or throws `.invalidConfiguration`.
  package init(_ configuration: FetchConfiguration = FetchConfiguration()) throws(FetchError) {
    guard ccurl_global_init() == CURLE_OK else {
      throw .invalidConfiguration(reason: "libcurl cannot start: too little memory")
    }
    // One transfer has nobody to share a budget with.
    let gate = TransferGate(budget: ByteBudget(limit: .max) {})
    gate.oldest = Self.id
    transfer = try CurlTransfer(settings: TransferSettings(configuration), gate: gate)
  }

  /// Fetches one page, blocking the thread until it is there or has failed.
  package func fetch(_ request: FetchRequest) throws(FetchError) -> Page {
    try transfer.prepare(request, id: Self.id)
    var code = CURLE_OK
    repeat {
      let left = ContinuousClock.now.duration(to: transfer.deadline)
      // Not a fraction too early: what ends then is to be past its deadline.
      ccurl_set_long(transfer.handle, CURLOPT_TIMEOUT_MS, left.wholeMilliseconds + 1)
      code = InternationalLocale.use { curl_easy_perform(transfer.handle) }
    } while transfer.follows(code) || transfer.repeats(code)
    if code == CURLE_OPERATION_TIMEDOUT, transfer.deadline <= .now, !transfer.hasEnough,
      !transfer.isComplete
    {
      transfer.failure = transfer.lateness
    }
    return try transfer.finish(code).get()
  }

  /// There is never more than one transfer, and it is always the oldest.
  private static let id = 1
}
