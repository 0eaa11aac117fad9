import Testing

@testable import Fetching

struct ResponseHeadTests {
  private func head(_ lines: String...) -> ResponseHead {
    var head = ResponseHead()
    for line in lines { #expect(add(line, to: &head)) }
    return head
  }

  private func add(_ line: String, to head: inout ResponseHead) -> Bool {
    Array("\(line)\r\n".utf8).withUnsafeBytes { head.add($0) } == nil
  }

  @Test func `keeps the fields of the last answer only`() {
    let head = head(
      "HTTP/1.1 302 Found",
      "Location: /b",
      "Content-Length: 7",
      "",
      "HTTP/1.1 200 OK",
      "Content-Type:  text/html ",
      "X-Empty:",
      ""
    )
    #expect(
      head.fields == [
        HeaderField(name: "Content-Type", value: "text/html"),
        HeaderField(name: "X-Empty", value: ""),
      ]
    )
    #expect(head.answers == 2)
    #expect(head.contentLength == nil)
  }

  @Test func `counts no provisional answers`() {
    let head = head(
      "HTTP/1.1 103 Early Hints",
      "Link: x",
      "",
      "HTTP/2 200",
      "content-length: 12",
      ""
    )
    #expect(head.answers == 1)
    #expect(head.contentLength == 12)
  }

  @Test func `leaves out trailers and unfolds folded lines`() {
    let head = head("HTTP/1.1 200 OK", "A: 1", "\t2", "", "Trailer: x")
    #expect(head.fields == [HeaderField(name: "A", value: "1 2")])
  }

  @Test func `knows the status of the last answer, and whether its head is complete`() {
    var head = head("HTTP/1.1 103 Early Hints", "")
    #expect(head.status == nil && head.answers == 0 && head.isComplete)
    #expect(add("HTTP/2 404", to: &head))
    #expect(head.status == 404 && !head.isComplete)
    #expect(add("", to: &head) && head.isComplete)
    head.removeAll()
    #expect(head.status == nil && head.isComplete && head.fields.isEmpty)
    #expect(add("HTTP/1.1 101 Switching Protocols", to: &head) && head.status == 101)
  }

  @Test func `refuses at its end a head with two lengths`() {
    var twice = head("HTTP/1.1 200 OK", "Content-Length: 1", "Content-Length: 2")
    #expect(!add("", to: &twice))
    var chunked = head("HTTP/1.1 200 OK", "Content-Length: x", "transfer-encoding: chunked")
    #expect(add("", to: &chunked) && chunked.contentLength == nil)
  }

  @Test func `takes no trailer for an answer, and bounds them too`() {
    var head = head("HTTP/1.1 200 OK", "")
    let isTaken = { (line: String, head: inout ResponseHead) in
      Array(line.utf8).withUnsafeBytes { head.add($0, isBehindBody: true) } == nil
    }
    #expect(isTaken("HTTP/1.1 404 x\r\n", &head) && head.status == 200 && head.answers == 1)
    let accepted = (0..<2_000).prefix { _ in isTaken("A: b\r\n", &head) }.count
    #expect(accepted < 1_000)
  }

  @Test func `bounds provisional answers together`() {
    var head = ResponseHead()
    let accepted = (0..<2_000).prefix { _ in
      add("HTTP/1.1 103 Early Hints", to: &head) && add("A: b", to: &head) && add("", to: &head)
    }.count
    #expect(accepted == 333)
  }

  @Test func `bounds size and number of lines`() {
    var head = head("HTTP/1.1 200 OK")
    let line = "X: " + String(repeating: "a", count: 90_000)
    #expect(add(line, to: &head) && add(line, to: &head))
    #expect(!add(line, to: &head))
    head.removeAll()
    #expect(add("HTTP/1.1 200 OK", to: &head))
    let accepted = (0..<2_000).prefix { _ in add("A: b", to: &head) }.count
    #expect(accepted == 999)
  }
}
