extension Fault {
  /// Statuses that are no page, each for good.
  static func statuses(_ site: LocalSite) -> [Fault] {
    let failing = [
      201, 202, 205, 206, 207, 226, 304, 305, 306, 400, 401, 402, 403, 404, 405, 406, 407, 409, 410,
      411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 426, 428, 431, 451, 499, 501, 505,
      506, 507, 508, 510, 511, 520, 530, 599, 600, 777, 999,
    ]
    let bodies = failing.map { status -> Fault in
      let page = FaultPage.html("status \(status) \(FaultPage.unseen)")
      return Fault(
        "status \(status)",
        site,
        .text(page, status: status),
        is: .fails("http", status: status)
      )
    }
    return bodies + [
      Fault(
        "status 203",
        site,
        .text(FaultPage.html("status 203"), status: 203),
        is: .page("status 203")
      ),
      Fault(
        "status 204",
        site,
        .raw("HTTP/1.1 204 No Content\r\n\r\n"),
        is: .fails("empty", status: 204)
      ),
      Fault(
        "status 204 with a body",
        site,
        .raw("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"),
        is: .fails("empty", status: 204)
      ),
      Fault(
        "status 304 with a length",
        site,
        .raw("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n"),
        is: .fails("http", status: 304)
      ),
      Fault(
        "a missing page without end",
        site,
        LocalAnswer { _ in
          [
            .send(LocalAnswer.head(404, [])),
            .sendEndlessly([UInt8](repeating: 120, count: 16_384)),
          ]
        },
        is: .fails(["http", "too_large"])
      ),
      Fault(
        "a missing page cut short",
        site,
        .raw("HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\nsorry"),
        is: .fails(["http", "reset"])
      ),
      Fault(
        "a missing page in bad gzip",
        site,
        .text("rubbish\u{1}\u{2}", status: 404, headers: [("Content-Encoding", "gzip")]),
        is: .fails("http", status: 404)
      ),
      Fault(
        "a name and password wanted",
        site,
        .status(401, headers: [("WWW-Authenticate", "Basic realm=\"\u{1b}[31mred\"")]),
        is: .fails("http", status: 401)
      ),
    ]
  }

  /// Statuses that ask the client to come again, each on a host of its own.
  static func throttled(_ open: (String?) throws -> LocalSite) throws -> [Fault] {
    try onceWrong(open) + alwaysWrong(open)
  }

  private static func onceWrong(_ open: (String?) throws -> LocalSite) throws -> [Fault] {
    let first: [(String, LocalAnswer)] = [
      ("429 with seconds", .tooManyRequests(retryAfter: "1")),
      ("429 with a date", .tooManyRequests(retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT")),
      ("429 with an old date", .tooManyRequests(retryAfter: "Sunday, 06-Nov-94 08:49:37 GMT")),
      ("429 with a negative number", .tooManyRequests(retryAfter: "-30")),
      ("429 with rubbish", .tooManyRequests(retryAfter: "soon; \u{1b}]0;x\u{7}")),
      ("429 without a word", .status(429)),
      ("503 then 200", .status(503)),
      ("503 with seconds", .status(503, headers: [("Retry-After", "1")])),
      ("408 then 200", .status(408)), ("425 then 200", .status(425)),
      ("500 then 200", .status(500)),
      ("502 then 200", .status(502)), ("504 then 200", .status(504)),
      ("529 then 200", .status(529)),
      ("a reset then 200", .reset), ("half a page then all", .short("half", announced: 600)),
    ]
    return try first.map { name, answer in
      var fault = Fault(name, try open(nil), answer, .page(name), is: .page(name))
      // A reset over an open connection is asked anew at once, which is no failure.
      if name != "a reset then 200" { fault.attempts = 2 }
      return fault
    }
  }

  private static func alwaysWrong(_ open: (String?) throws -> LocalSite) throws -> [Fault] {
    let statuses = try [408, 425, 500, 502, 503, 504, 529].map { status in
      let name = "always \(status)"
      return Fault(name, try open(nil), .status(status), is: .fails("http", status: status))
    }
    let name = "always 429"
    return statuses + [
      Fault(name, try open(nil), .status(429), is: .fails("rate_limited", status: 429))
    ]
  }

  /// Waits that no one should keep; an attempt takes as long as the longest of all waits.
  package static func absurdWaits(_ open: (String?) throws -> LocalSite) throws -> [Fault] {
    let waits = ["31536000", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "1e9"]
    return try waits.map { wait in
      Fault(
        "429 with \(wait)",
        try open(nil),
        .tooManyRequests(retryAfter: wait),
        is: .fails("rate_limited", status: 429)
      )
    }
  }
}
