import Fetching
import TestSupport
import Testing

struct EventStreamParserTests {
  private func events(_ stream: String, maxEvent: Int = 1 << 20) -> [ServerSentEvent] {
    events([Array(stream.utf8)], maxEvent: maxEvent)
  }

  private func events(_ pieces: [[UInt8]], maxEvent: Int = 1 << 20) -> [ServerSentEvent] {
    var parser = EventStreamParser(maxEvent: maxEvent)
    var events: [ServerSentEvent] = []
    for piece in pieces { parser.feed(piece) { events.append($0) } }
    return events
  }

  private func data(_ stream: String) -> [String] {
    events(stream).map { String(decoding: $0.data, as: UTF8.self) }
  }

  @Test(arguments: [
    ("data: one\n\ndata: two\n\n", ["one", "two"]),
    ("data: one\r\n\r\ndata: two\r\rdata: three\n\n", ["one", "two", "three"]),
    ("data: one\r\ndata: two\rdata: three\n\n", ["one\ntwo\nthree"]),
    ("data:none\n\ndata:  two\n\ndata: \n\n", ["none", " two", ""]),
    ("data\n\ndata\ndata\n\ndata:", ["", "\n"]),
    (": nothing\n\n:\n\ndata: x\n: within\ndata: y\n\n", ["x\ny"]),
    ("\u{FEFF}data: x\n\n", ["x"]),
    ("\u{FEFF}\u{FEFF}data: x\n\ndata: y\n\n", ["y"]),
    ("data: x\n\n\u{FEFF}data: y\n\n", ["x"]),
    ("\n\n\r\n\rdata: x\n\n", ["x"]),
    ("DATA: x\n\n data: y\n\ndatas: z\n\nerror: w\n\n", []),
    ("event: only\n\ndata: x\n\n", ["x"]),
    ("data: a:b: c\n\n", ["a:b: c"]),
    ("data: never ended\n", []), ("data: never ended", []), ("", []),
  ])
  func `reads data as the standard has it`(stream: String, data: [String]) {
    #expect(self.data(stream) == data)
  }

  @Test func `tells types and identifiers`() {
    let stream = """
      event: add\ndata: 1\nid: 7\n\ndata: 2\n\nid\ndata: 3\n\nid: a\u{0}b\ndata: 4\n\n\
      event: first\nevent: second\ndata: 5\n\n
      """
    #expect(
      events(stream) == [
        ServerSentEvent(type: "add", data: Array("1".utf8), id: "7"),
        ServerSentEvent(data: Array("2".utf8), id: "7"),
        ServerSentEvent(data: Array("3".utf8)), ServerSentEvent(data: Array("4".utf8)),
        ServerSentEvent(type: "second", data: Array("5".utf8)),
      ]
    )
  }

  @Test(arguments: [
    ("retry: 1500\n", Duration.milliseconds(1_500)), ("retry: 1.5\n", nil), ("retry\n", nil),
    ("retry: -1\n", nil), ("retry: 99999999999999999999999\n", nil),
    ("retry: 5\nretry: soon\n", .milliseconds(5)),
  ])
  func `tells the time to wait`(stream: String, retry: Duration?) {
    var parser = EventStreamParser()
    parser.feed(Array(stream.utf8)) { _ in }
    #expect(parser.retry == retry)
  }

  private static let mixed = Array(
    """
    \u{FEFF}data: é\u{1F9AD}\r\ndata:two\r\n\r\n: comment\rid: 4\revent: ü\rdata\r\rdata: x\n\n\
    retry: 3\ndata: {"a":"b: c"}\n\n\r\ndata: cut
    """.utf8
  )

  @Test func `gives the same events wherever the stream is cut in two or three`() {
    let whole = events([Self.mixed])
    #expect(whole.count == 4 && whole.last?.data == Array(#"{"a":"b: c"}"#.utf8))
    for first in Self.mixed.indices {
      for second in first...Self.mixed.count {
        let pieces = [
          Array(Self.mixed[..<first]), Array(Self.mixed[first..<second]),
          Array(Self.mixed[second...]),
        ]
        guard events(pieces) == whole else {
          Issue.record("cut at \(first) and \(second)")
          return
        }
      }
    }
    #expect(events(Self.mixed.map { [$0] }) == whole)
  }

  @Test(arguments: 0..<200)
  func `gives the same events of rubbish, whole and byte by byte`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = Array("\r\n\r\n: data".utf8) + [0xEF, 0xBB, 0xBF, 0, 0xFF]
    let start = Array("\u{FEFF}".utf8.prefix(Int.random(in: 0...3, using: &generator)))
    var stream = start
    for _ in 0..<60 {
      stream +=
        Bool.random(using: &generator)
        ? Array("data:".utf8) : [alphabet.randomElement(using: &generator) ?? 0]
    }
    #expect(events(stream.map { [$0] }) == events([stream]))
  }

  @Test func `drops an event that is too large, and reads on`() {
    let long = String(repeating: "x", count: 100)
    for large in [
      "data: \(long)\n\n", "data: \(long)\ndata: more\n\n", "what: \(long)\ndata: x\n\n",
      String(repeating: "data: 0123456789\n", count: 10) + "\n",
    ] {
      let bytes = Array("data: a\n\n\(large)data: b\n\n".utf8)
      for pieces in [[bytes], bytes.map { [$0] }] {
        var parser = EventStreamParser(maxEvent: 64)
        var events: [[UInt8]] = []
        for piece in pieces { parser.feed(piece) { events.append($0.data) } }
        #expect(events == [Array("a".utf8), Array("b".utf8)] && parser.dropped == 1)
      }
    }
  }

  @Test func `passes over comments of any length`() {
    let comment = ":" + String(repeating: "x", count: 100)
    #expect(events("data: a\n\(comment)\n\n", maxEvent: 64).count == 1)
  }
}
