import Testing

@testable import Fetching

struct ContentLengthTests {
  private func length(_ lines: String...) -> ContentLength {
    var length = ContentLength()
    for line in lines { Array("\(line)\r\n".utf8).withUnsafeBytes { length.note($0) } }
    return length
  }

  @Test(arguments: [
    ("Content-Length: 12", 12), ("CONTENT-LENGTH:0", 0), ("content-length: \t007 ", 7),
    ("Content-Length: 5, 5,5", 5), ("Content-Length: 9223372036854775807", .max),
    ("Content-Length: 9223372036854775808", .max),
    ("Content-Length: 99999999999999999999999999999999", .max),
  ])
  func `reads a length`(line: String, value: Int) {
    let length = length(line)
    #expect(length.value == value && length.objection == nil)
  }

  @Test(arguments: ["", "-1", "+1", "x", "1x", "0x1", "1 2", "1.0", "1,2", "1,", ",1", "\u{663}"])
  func `objects to what is none`(text: String) {
    #expect(length("Content-Length: \(text)").objection != nil)
  }

  @Test func `objects to two that differ, unless chunks say the length`() {
    #expect(length("Content-Length: 1", "Content-Length: 1").objection == nil)
    #expect(length("Content-Length: 1", "Content-Length: 2").objection != nil)
    let chunked = length("Content-Length: 1", "Transfer-Encoding: chunked", "Content-Length: 2")
    #expect(chunked.isChunked && chunked.objection == nil)
  }

  @Test func `passes over other fields`() {
    let other = length("X-Content-Length: 1", "Content-Lengths: 2", "Content-Length", "Host: x")
    #expect(other.value == nil && other.objection == nil && !other.isChunked)
  }
}
