import Extraction
import Fetching
import TestSupport
import Testing

@testable import ResearchCore

/// Walls in the bodies of refusals.
@Suite struct RefusedPageTests {
  static let wall = """
    <title>Just a moment...</title><meta name=robots content=noindex>
    <form id=challenge-form></form><p>Checking your browser</p>
    """

  private static func page(
    _ status: Int,
    _ body: String,
    type: String = "text/html",
    encoding: String? = nil
  ) throws -> Page {
    var headers = [HeaderField(name: "Content-Type", value: type)]
    if let encoding { headers.append(HeaderField(name: "Content-Encoding", value: encoding)) }
    return Page(
      address: try WebAddress("http://a.test/b"),
      status: status,
      headers: headers,
      body: PageBody(bytes: Array(body.utf8))
    )
  }

  private static func refused(
    _ status: Int,
    _ body: String,
    type: String = "text/html",
    looks: Bool = true
  ) throws -> RefusedPage? {
    RefusedPage(try page(status, body, type: type), limit: 10 << 20, looksForWalls: looks)
  }

  @Test(arguments: [403, 429, 503])
  func `names a wall and its status`(status: Int) throws {
    let wall = try #require(try Self.refused(status, Self.wall)?.wall)
    let failure = wall.failure(status: status)
    #expect(failure.kind == .challenge)
    #expect(failure.status == status)
    #expect(!failure.isRetryable)
    #expect(failure.message.hasPrefix("\(status): the page is a bot check"))
    #expect(wall.article.title == "Just a moment...")
  }

  @Test(
    arguments: [(nil, "2026-02-03"), (1_770_120_000, "2026-02-03"), (1_700_000_000, nil)]
      as [(Int?, String?)]
  )
  func `a wall has no date behind the session's`(now: Int?, day: String?) throws {
    let page = try Self.page(403, "<meta name=pubdate content=2026-02-03>" + Self.wall)
    let refused = RefusedPage(page, limit: 10 << 20, looksForWalls: true, now: now)
    #expect(try #require(refused?.wall).article.published == day)
  }

  @Test(arguments: [401, 404, 410, 500, 502])
  func `looks for walls under no other status`(status: Int) throws {
    let refused = try #require(try Self.refused(status, Self.wall))
    #expect(refused.wall == nil)
    #expect(refused.size == Self.wall.utf8.count && refused.hash == sha256(Array(Self.wall.utf8)))
  }

  @Test func `looks for no wall where it is told so`() throws {
    #expect(try Self.refused(403, Self.wall, looks: false)?.wall == nil)
  }

  @Test(arguments: [
    ("<h1>403 Forbidden</h1>", "text/html"), ("", "text/html"), (wall, "application/json"),
    (wall + String(repeating: " ", count: 2 << 20), "text/html"),
  ])
  func `finds no wall where the body is none`(body: String, type: String) throws {
    let refused = try #require(try Self.refused(403, body, type: type))
    #expect(refused.wall == nil && refused.size == body.utf8.count)
  }

  @Test func `knows nothing of what cannot be decoded`() throws {
    let page = try Self.page(403, "\u{1F}\u{8B}", encoding: "gzip")
    #expect(RefusedPage(page, limit: 10 << 20, looksForWalls: true) == nil)
    let large = try Self.page(403, "<p>more than that")
    #expect(RefusedPage(large, limit: 5, looksForWalls: true) == nil)
  }
}
