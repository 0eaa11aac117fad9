import Fetching
import Testing

struct PageTests {
  private func page(_ headers: [(String, String)], _ body: [UInt8] = []) throws -> Page {
    Page(
      address: try WebAddress("http://example.org/"),
      headers: headers.map { HeaderField(name: $0.0, value: $0.1) },
      body: PageBody(bytes: body)
    )
  }

  @Test func `finds the last header whatever its case`() throws {
    let page = try page([("X-A", "1"), ("x-a", "2"), ("Retry-After", "120")])
    #expect(page.header("X-a") == "2")
    #expect(page.header("x-b") == nil)
    #expect(page.retryAfter == "120")
  }

  @Test(
    arguments: [
      ("text/html; charset=UTF-8", "text/html", "UTF-8"),
      ("Text/HTML ; a=b; Charset=\"iso-8859-1\"", "text/html", "iso-8859-1"),
      ("application/pdf", "application/pdf", nil), ("; charset=", nil, nil), ("", nil, nil),
      ("text/html;charset = 'koi8-r'", "text/html", "koi8-r"),
    ] as [(String, String?, String?)]
  )
  func `reads the content type`(field: String, type: String?, charset: String?) throws {
    let page = try page([("content-type", field)])
    #expect(page.contentType == type)
    #expect(page.charset == charset)
  }

  @Test func `has no content type without the header`() throws {
    #expect(try page([]).contentType == nil)
    #expect(try page([]).charset == nil)
  }

  @Test func `decodes its body by its own headers`() throws {
    let body = Array("plain".utf8)
    #expect(try page([("Content-Encoding", "gzip")], body).decodedBody(limit: 5) == body)
    #expect(throws: FetchError.tooLarge(limit: 4, measure: .decoded)) {
      try page([], body).decodedBody(limit: 4)
    }
  }
}
