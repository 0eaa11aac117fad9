extension Fault {
  /// Connections that break, stall or drip.
  static func connections(_ site: LocalSite) -> [Fault] {
    let text = FaultPage.html("a page that comes in part")
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return [
      Fault("reset after the request", site, .reset, is: .fails("reset")),
      Fault("reset in the head", site, .resetInHead, is: .fails("reset")),
      Fault("reset in the body", site, .resetInBody, is: .fails("reset")),
      Fault("closed without an answer", site, closing, is: .fails("reset")),
      Fault(
        "closed in the head",
        site,
        .raw("HTTP/1.1 200 OK\r\nContent-Ty"),
        is: .fails(["reset", "protocol"])
      ),
      Fault("cut against its length", site, .short(text, announced: 9_000), is: .fails("reset")),
      Fault(
        "cut by one byte",
        site,
        .short(text, announced: text.utf8.count + 1),
        is: .fails("reset")
      ),
      Fault(
        "cut and reset",
        site,
        .short(text, announced: 9_000, then: .reset),
        is: .fails("reset")
      ),
      Fault("stalled in the body", site, stalling(text), is: .fails("timeout")),
      Fault("stalled in the head", site, stallingHead, is: .fails("timeout")),
      Fault("never an answer", site, silent, is: .fails("timeout")),
      Fault("slow headers", site, slowHeaders, is: .fails("timeout")),
      Fault("a byte a second", site, .drip(text, piece: 1, pause: 1_000), is: .fails("timeout")),
      Fault(
        "a drip that ends in time",
        site,
        .drip(page("a drip that ends in time"), piece: 400),
        is: .page("a drip that ends in time")
      ),
      Fault("broken chunking", site, .brokenChunking, is: .fails("protocol")),
      Fault(
        "a chunk of negative size",
        site,
        .raw(chunked + "-5\r\nhello\r\n0\r\n\r\n"),
        is: .fails("protocol")
      ),
      Fault(
        "a chunk of endless size",
        site,
        .raw(chunked + "fffffffffffffffffffff\r\n\(text)"),
        is: .fails("protocol")
      ),
      Fault(
        "a chunk longer than said",
        site,
        .raw(chunked + "3\r\nhello\r\n0\r\n\r\n"),
        is: .fails("protocol")
      ),
      Fault(
        "a missing last chunk",
        site,
        .raw(chunked + "5\r\nhello\r\n"),
        is: .fails(["reset", "protocol"])
      ),
      Fault(
        "a chunk cut short",
        site,
        .raw(chunked + "ffff\r\n\(text)"),
        is: .fails(["reset", "protocol"])
      ),
      Fault(
        "chunks of one byte",
        site,
        .chunked(page("chunks of one byte").map { String($0) }),
        is: .page("chunks of one byte")
      ),
      Fault(
        "chunks with extensions and trailers",
        site,
        trailers("chunks with extensions and trailers"),
        is: .page("chunks with extensions and trailers")
      ),
    ]
  }

  private static func page(_ subject: String) -> String { FaultPage.html(subject) }

  private static let closing = LocalAnswer { _ in [.close] }
  private static let forever = LocalStep.pause(milliseconds: 3_600_000)
  private static let silent = LocalAnswer { _ in [forever] }
  private static let stallingHead = LocalAnswer { _ in
    [.send(Array("HTTP/1.1 200 OK\r\nContent-".utf8)), forever]
  }

  private static func stalling(_ text: String) -> LocalAnswer {
    LocalAnswer { _ in
      [.send(LocalAnswer.head(200, [("Content-Length", "9000")]) + Array(text.utf8)), forever]
    }
  }

  private static let slowHeaders = LocalAnswer { _ in
    let steps: [LocalStep] = (0..<1_000).flatMap { number -> [LocalStep] in
      [.send(Array("X-Slow-\(number): 1\r\n".utf8)), .pause(milliseconds: 200)]
    }
    return [.send(Array("HTTP/1.1 200 OK\r\n".utf8))] + steps
  }

  private static func trailers(_ subject: String) -> LocalAnswer {
    let body = FaultPage.html(subject)
    let size = String(body.utf8.count, radix: 16)
    return .raw(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "\(size);name=\"value\"\r\n\(body)\r\n0\r\nX-Trailer: 1\r\n\r\n"
    )
  }
}
