import Fetching
import TestSupport
import Testing

/// Runs the body with a fetcher that is closed in the end.
///
/// Where a test does not ask for a time-out there is hardly any, so that a busy machine fails none.
func withFetcher<R>(
  _ configuration: FetchConfiguration = FetchConfiguration(),
  _ body: (CurlFetcher) async throws -> R
) async throws -> R {
  var configuration = configuration
  let usual = FetchConfiguration()
  if configuration.timeout == usual.timeout { configuration.timeout = .seconds(3600) }
  if configuration.connectTimeout == usual.connectTimeout {
    configuration.connectTimeout = .seconds(3600)
  }
  let fetcher = try CurlFetcher(configuration)
  do {
    let result = try await body(fetcher)
    await fetcher.close()
    return result
  } catch {
    await fetcher.close()
    throw error
  }
}

/// Runs the body with a local site and a fetcher.
func withSite(
  _ answers: [String: LocalAnswer],
  _ configuration: FetchConfiguration = FetchConfiguration(),
  _ body: (LocalSite, CurlFetcher) async throws -> Void
) async throws {
  let site = try LocalSite.start(answers)
  defer { site.stop() }
  try await withFetcher(configuration) { try await body(site, $0) }
}

/// Expects that the body fails with an error of that kind.
func expect(
  _ kind: String,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Page
) async {
  do {
    let page = try await body()
    Issue.record("a page with status \(page.status)", sourceLocation: sourceLocation)
  } catch {
    #expect((error as? FetchError)?.kind == kind, "\(error)", sourceLocation: sourceLocation)
  }
}

extension CurlFetcher {
  func fetch(_ address: String) async throws -> Page {
    try await fetch(FetchRequest(address: WebAddress(address)))
  }
}
