/// Fetches pages with one libcurl multi handle on a thread of its own.
///
/// Any number of tasks may fetch at the same time; the caller bounds how many do.
package final class CurlFetcher: Fetcher {
  private let multi: CurlMulti

  /// Starts the curl thread, or throws `.invalidConfiguration`.
  package init(_ configuration: FetchConfiguration = FetchConfiguration()) throws(FetchError) {
    multi = try CurlMulti(settings: TransferSettings(configuration))
  }

  deinit {
    multi.stop()
  }

  /// Fetches one page; throws `.cancelled` at once when the calling task is cancelled.
  package func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page {
    try await multi.fetch(consume request)
  }

  /// Fails what is in flight with `.cancelled` and ends the curl thread; may be called again.
  package func close() async {
    await multi.close()
  }
}
