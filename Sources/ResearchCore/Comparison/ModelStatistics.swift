import Fetching
import FoundationEssentials

/// What the exercise's model saw of a row.
struct ModelStatistics: Sendable, Hashable, Codable {
  /// How often it was asked.
  var posts: Int
  /// The most questions that it had at once.
  var mostAtOnce: Int

  /// Asks the server; throws where it does not answer.
  ///
  /// When the task is cancelled the request is given up, and `FetchError.cancelled` is thrown.
  static func read(at address: String) async throws -> ModelStatistics {
    var configuration = FetchConfiguration()
    configuration.proxy = ""
    let fetcher = try CurlFetcher(configuration)
    let page: Page
    do {
      page = try await fetcher.fetch(FetchRequest(address: WebAddress(address)))
    } catch {
      await fetcher.close()
      throw error
    }
    await fetcher.close()
    return try JSONDecoder().decode(Self.self, from: Data(page.decodedBody(limit: 4_096)))
  }
}
