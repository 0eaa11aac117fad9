import Extraction
import Fetching

/// What a server sends with a status that refuses the page, where it can be decoded.
struct RefusedPage: Sendable {
  /// The wall in the body of a 403, 429 or 503.
  struct Wall: Sendable {
    /// What it says of itself.
    let article: Article
    fileprivate let page: ChallengePage

    /// The failure that it amounts to, under the status of its answer.
    func failure(status: Int) -> Failure {
      Failure(.challenge, "\(status): \(page.message)", status: status)
    }
  }

  /// The most bytes of a decoded body that are looked at for a wall; walls are small.
  private static let mostOfWall = 2 << 20

  /// The length of the body after content decoding, in bytes, and its SHA-256.
  let size: Int
  let hash: String
  /// Nil where there is none, or none was looked for.
  let wall: Wall?

  /// Reads the body of an answer, for workers; nil where it cannot be decoded within `limit` bytes.
  ///
  /// `now`, in seconds since 1970, bounds the dates that a wall may claim.
  init?(_ page: Page, limit: Int, looksForWalls: Bool, now: Int? = nil) {
    // The status says enough where the body says nothing.
    guard let body = try? page.decodedBody(limit: limit) else { return nil }
    (size, hash) = (body.count, sha256(body))
    wall = looksForWalls ? Self.wall(in: body, of: page, now) : nil
  }

  private static func wall(in body: [UInt8], of page: Page, _ now: Int?) -> Wall? {
    guard [403, 429, 503].contains(page.status), !body.isEmpty, body.count <= mostOfWall,
      DocumentType(contentType: page.contentType, path: page.address.path, bytes: body) == .html
    else { return nil }
    do throws(ExtractionError) {
      _ = try Extractor(now: now).article(
        from: body,
        kind: .html,
        charset: page.charset,
        address: page.address.description,
        followsRefresh: false
      )
      return nil
    } catch {
      guard case .challenge(let article, let wall) = error else { return nil }
      return Wall(article: article, page: wall)
    }
  }
}
