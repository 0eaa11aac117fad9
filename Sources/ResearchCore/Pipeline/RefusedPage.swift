import Extraction
import Fetching

/// The wall that a server sends with a status that refuses the page: 403, 429 or 503.
struct RefusedPage: Sendable {
  /// The most bytes of such a body that are looked at, as sent and as decoded; walls are small.
  static let maxSize = 2 << 20

  /// The body after content decoding.
  let body: [UInt8]
  /// What the wall says of itself.
  let article: Article
  let wall: ChallengePage

  /// Judges the body of an answer, nil where it is no wall; for workers.
  init?(_ page: Page) {
    guard Self.mayBeWall(page),
      // A body that cannot be decoded is no wall, and its status says enough.
      let body = try? page.decodedBody(limit: Self.maxSize),
      DocumentType(contentType: page.contentType, path: page.address.path, bytes: body) == .html
    else { return nil }
    do throws(ExtractionError) {
      _ = try Extractor().article(
        from: body,
        kind: .html,
        charset: page.charset,
        address: page.address.description,
        followsRefresh: false
      )
      return nil
    } catch {
      guard case .challenge(let article, let wall) = error else { return nil }
      (self.body, self.article, self.wall) = (body, article, wall)
    }
  }

  /// Whether it is worth a worker's time.
  static func mayBeWall(_ page: Page) -> Bool {
    [403, 429, 503].contains(page.status) && !page.body.bytes.isEmpty
      && page.body.bytes.count <= maxSize
  }

  /// The failure that it amounts to, under the status of its answer.
  func failure(status: Int) -> Failure {
    Failure(.challenge, "\(status): \(wall.message)", status: status)
  }
}
