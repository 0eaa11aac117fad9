import Fetching
import TestSupport
import Testing

/// Answers that break the rules of HTTP, or only use them to the full.
@Suite(.timeLimit(.minutes(15)))
struct MalformedAnswerTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
  private static let chunks = head + "Transfer-Encoding: chunked\r\n\r\n"

  static let malformed: [(fault: String, text: String, kind: String, isRetryable: Bool)] = [
    ("no size of a chunk", chunks + "\r\nabc", "protocol", false),
    ("a size below zero", chunks + "-5\r\nabcde\r\n0\r\n\r\n", "protocol", false),
    ("a huge size", chunks + "fffffffffffffffff\r\nabc", "protocol", false),
    ("a size without end", chunks + String(repeating: "0", count: 90_000), "protocol", false),
    ("a chunk that is longer", chunks + "2\r\nabcdef\r\n0\r\n\r\n", "protocol", false),
    ("no last chunk", chunks + "3\r\nabc\r\n", "reset", true),
    ("no end of the trailers", chunks + "3\r\nabc\r\n0\r\nA: b\r\n", "reset", true),
    ("a trailer that is none", chunks + "3\r\nabc\r\n0\r\nrubbish\r\n\r\n", "protocol", false),
    (
      "trailers without end",
      chunks + "3\r\nabc\r\n0\r\n" + String(repeating: "A: b\r\n", count: 2_000) + "\r\n",
      "protocol", false
    ),
    (
      "early hints without end",
      String(repeating: "HTTP/1.1 103 Early\r\nLink: x\r\n\r\n", count: 2_000), "protocol", false
    ),
    ("early hints alone", "HTTP/1.1 103 Early\r\nLink: x\r\n\r\n", "reset", true),
    ("a cut in early hints", "HTTP/1.1 103 Early\r\nLink: x\r\n", "reset", true),
    ("a cut in the status line", "HTTP/1.1 2", "reset", true),
    ("a cut in the head", head, "reset", true),
    ("a line without a colon", head + "what is this\r\n\r\nabc", "protocol", false),
    ("a folded first line", "HTTP/1.1 200 OK\r\n A: b\r\n\r\nabc", "protocol", false),
    ("NUL in a field", head + "A: b\0c\r\n\r\nabc", "protocol", false),
    ("NUL in a name", head + "A\0b: c\r\n\r\nabc", "protocol", false),
    (
      "two lengths", head + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "protocol", false
    ),
    ("two lengths in one", head + "Content-Length: 3, 4\r\n\r\nabcd", "protocol", false),
    ("a length below zero", head + "Content-Length: -3\r\n\r\nabc", "protocol", false),
    ("a length with a sign", head + "Content-Length: +3\r\n\r\nabc", "protocol", false),
    ("a length with letters", head + "Content-Length: 0x3\r\n\r\nabc", "protocol", false),
    (
      "a length beyond all numbers", head + "Content-Length: 99999999999999999999999\r\n\r\nabc",
      "too_large", false
    ),
    ("an unknown transfer", head + "Transfer-Encoding: no\r\n\r\nabc", "protocol", false),
    ("a status of one digit", "HTTP/1.1 0 Zero\r\n\r\n", "protocol", false),
    ("a status below 100", "HTTP/1.1 099 Odd\r\n\r\n", "protocol", false),
    ("a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", "protocol", false),
  ]

  @Test(arguments: 0..<malformed.count)
  func `gives what is malformed its kind`(index: Int) async throws {
    let (fault, text, kind, isRetryable) = Self.malformed[index]
    try await withSite(["/": .raw(text), "/fine": .text("x")]) { site, fetcher in
      let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(site.url("/")) }
      #expect(error?.kind == kind && error?.isRetryable == isRetryable, "\(fault): \(error as Any)")
      try await #expect(fetcher.fetch(site.url("/fine")).status == 200)
    }
  }

  static let odd: [(oddity: String, text: String, status: Int, body: String)] = [
    ("a provisional answer", "HTTP/1.1 100 Continue\r\n\r\n" + head + "\r\nabc", 200, "abc"),
    (
      "early hints",
      String(repeating: "HTTP/1.1 103 Early\r\nLink: x\r\n\r\n", count: 9) + head
        + "Content-Length: 3\r\n\r\nabc", 200, "abc"
    ),
    ("HTTP/1.0 without a length", "HTTP/1.0 200 OK\r\n\r\nabc", 200, "abc"),
    ("the same length twice", head + "Content-Length: 3, 3\r\n\r\nabc", 200, "abc"),
    (
      "a length and chunks",
      head + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200,
      "abc"
    ),
    ("rubbish behind the last chunk", chunks + "3\r\nabc\r\n0\r\n\r\nzzz", 200, "abc"),
    ("trailers", chunks + "3\r\nabc\r\n0\r\nHTTP/1.1 404: x\r\nA: b\r\n\r\n", 200, "abc"),
    ("lines without CR", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", 200, "abc"),
    (
      "another protocol, unasked",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nzz", 101, ""
    ),
    ("a status of nobody's", "HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n", 999, ""),
  ]

  @Test(arguments: 0..<odd.count)
  func `takes what is only odd`(index: Int) async throws {
    let (oddity, text, status, body) = Self.odd[index]
    // The connection stays open: nothing of these needs its end, but where there is no length.
    let needsEnd = !text.contains("ontent-Length") && !text.contains("chunked") && status == 200
    let answer = LocalAnswer.raw(text, then: needsEnd ? .close : .waitForEnd)
    try await withSite(["/": answer]) { site, fetcher in
      let page = try await fetcher.fetch(site.url("/"))
      #expect(page.status == status && page.body.bytes == Array(body.utf8), "\(oddity)")
    }
  }
}
