import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct UnfinishedAnswerTests {
  @Test func `keeps what was known when it failed`() async throws {
    let fields = [("Content-Type", "text/html; charset=x"), ("Content-Length", "100")]
    let cut = LocalAnswer { _ in
      [.send(LocalAnswer.head(503, fields) + Array("some".utf8)), .close]
    }
    try await withSite(["/cut": cut, "/r": .redirect("/cut"), "/silent": .silence]) {
      site,
      fetcher in
      let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(site.url("/r")) }
      let answer = try #require(error?.answer)
      #expect(answer.page.address.description == site.url("/cut") && answer.page.status == 503)
      #expect(answer.page.contentType == "text/html" && answer.page.charset == "x")
      #expect(answer.received == 4 && answer.page.body.bytes.isEmpty && answer.page.redirects == 1)
      guard case .reset = error?.cause else { throw try #require(error) }
      var request = FetchRequest(address: try WebAddress(site.url("/silent")))
      request.timeout = .milliseconds(50)
      let short = request
      let none = await #expect(throws: FetchError.self) { try await fetcher.fetch(short) }
      #expect(none?.answer == nil && none?.kind == "timeout" && none?.cause == none)
    }
  }

  @Test func `keeps the redirect that led nowhere`() async throws {
    let answers: [String: LocalAnswer] = [
      "/dead": .redirect("http://127.0.0.1:1/"), "/cloud": .redirect("http://169.254.1.1/"),
      "/file": .redirect("file:///etc/passwd"), "/loop": .redirect("/loop"),
      "/on": .redirect("/dead"),
    ]
    try await withSite(answers) { site, fetcher in
      let ways = [
        "/dead": "connect", "/cloud": "blocked_address", "/file": "unsupported_scheme",
        "/loop": "too_many_redirects", "/on": "connect",
      ]
      for (path, kind) in ways {
        let error = await #expect(throws: FetchError.self) {
          try await fetcher.fetch(site.url(path))
        }
        let last = path == "/on" ? "/dead" : path
        #expect(error?.kind == kind && error?.answer?.page.status == 302, "\(path)")
        #expect(error?.answer?.page.address.description == site.url(last), "\(path)")
      }
    }
  }

  @Test func `leaves the rest where the beginning is enough`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxSize = 50
    try await withSite(["/": .endless, "/short": .text("abc")], configuration) { site, fetcher in
      var request = FetchRequest(address: try WebAddress(site.url("/")))
      request.enough = 100_000
      let page = try await fetcher.fetch(request)
      #expect(page.isCut && page.body.bytes.count >= 100_000 && page.body.bytes.count < 200_000)
      try await #expect(!fetcher.fetch(site.url("/short")).isCut)
      await site.reached { $0.abandoned == 1 }
    }
  }

  @Test func `is equal where address, head and length are`() throws {
    let page = Page(address: try WebAddress("http://h.test/"), body: PageBody(bytes: []))
    var other = page
    other.status = 404
    let answer = UnfinishedAnswer(page: page, received: 3)
    #expect(answer == UnfinishedAnswer(page: page, received: 3))
    #expect(answer != UnfinishedAnswer(page: page, received: 4))
    #expect(answer != UnfinishedAnswer(page: other, received: 3))
    let error = FetchError.interrupted(answer, by: .dns(host: "h.test"))
    #expect(error.kind == "dns" && error.isRetryable)
    #expect(error.message == FetchError.dns(host: "h.test").message)
    #expect(error.cause == .dns(host: "h.test") && error.answer == answer)
  }
}
