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

  @Test(arguments: ["99999999999999999999999", "-1", "x", ""])
  func `ignores lengths that are none`(length: String) {
    #expect(head("HTTP/1.1 200 OK", "Content-Length: \(length)").contentLength == nil)
  }

  @Test func `bounds size and number of lines`() {
    var head = head("HTTP/1.1 200 OK")
    let line = "X: " + String(repeating: "a", count: 90_000)
    #expect(add(line, to: &head) && add(line, to: &head))
    #expect(!add(line, to: &head))
    head.removeAll()
    #expect(add("HTTP/1.1 200 OK", to: &head))
    let accepted = (0..<2_000).prefix { _ in add("A: b", to: &head) }.count
    #expect(accepted == 1_000)
  }
}
