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

  @Test(arguments: [403, 429, 503])
  func `names a wall and its status`(status: Int) throws {
    let refused = try #require(RefusedPage(try Self.page(status, Self.wall)))
    let failure = refused.failure(status: status)
    #expect(failure.kind == .challenge)
    #expect(failure.status == status)
    #expect(!failure.isRetryable)
    #expect(failure.message.hasPrefix("\(status): the page is a bot check"))
    #expect(refused.article.title == "Just a moment...")
  }

  @Test(arguments: [401, 404, 410, 500, 502])
  func `looks at no other status`(status: Int) throws {
    #expect(RefusedPage(try Self.page(status, Self.wall)) == nil)
  }

  @Test func `finds none where the body says nothing of the kind`() throws {
    #expect(RefusedPage(try Self.page(403, "<h1>403 Forbidden</h1>")) == nil)
    #expect(RefusedPage(try Self.page(403, "")) == nil)
    #expect(RefusedPage(try Self.page(403, Self.wall, type: "application/json")) == nil)
    #expect(RefusedPage(try Self.page(403, "\u{1F}\u{8B}", encoding: "gzip")) == nil)
    let large = Self.wall + String(repeating: " ", count: RefusedPage.maxSize)
    #expect(RefusedPage(try Self.page(403, large)) == nil)
  }
}
