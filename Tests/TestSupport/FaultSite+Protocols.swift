extension Fault {
  /// Answers that bend or break the rules of HTTP.
  static func protocols(_ site: LocalSite) -> [Fault] {
    goodAnswers(site) + oddLengths(site) + brokenHeads(site)
  }

  private static func goodAnswers(_ site: LocalSite) -> [Fault] {
    let heads = [
      ("an early hint", "HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\nHTTP/1.1 200 OK"),
      ("a continue unasked", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"),
      (
        "processing thrice",
        String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 3) + "HTTP/1.1 200 OK"
      ),
      ("an older protocol", "HTTP/1.0 200 OK"),
      ("an end by closing", "HTTP/1.1 200 OK\r\nConnection: close"),
      ("no reason phrase", "HTTP/1.1 200"),
      ("a header without a value", "HTTP/1.1 200 OK\r\nX-Empty:"),
      ("header names in odd case", "HTTP/1.1 200 OK\r\ncOnTeNt-tYpE: TEXT/HTML; CHARSET=UTF-8"),
      ("a header of high bytes", "HTTP/1.1 200 OK\r\nX-Name: Müller ©\r\nServer: 日本"),
      ("two types", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Type: text/html"),
      ("a folded header", "HTTP/1.1 200 OK\r\nX-Folded: one\r\n two"),
    ]
    let ends = heads.map { name, head in
      let type = head.contains("TEXT/HTML") ? "" : "\r\nContent-Type: text/html"
      return Fault(name, site, .page(name, underHead: head + type), is: .page(name))
    }
    let bare = "lines that end in LF alone"
    return ends + [
      Fault(
        bare,
        site,
        .raw(
          "HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n" + FaultPage.html(bare)
        ),
        is: .page(bare)
      )
    ]
  }

  private static func oddLengths(_ site: LocalSite) -> [Fault] {
    let odd = ["reset", "protocol", "too_large"]
    func page(_ name: String, _ fields: String, _ outcome: Outcome) -> Fault {
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields
      return Fault(name, site, .page(name, underHead: head), is: outcome)
    }
    return [
      page("a length beyond all numbers", "Content-Length: 99999999999999999999999", .usedOr(odd)),
      page("a negative length", "Content-Length: -5", .usedOr(odd)),
      page("a length that is a word", "Content-Length: many", .usedOr(odd)),
      page(
        "two lengths that differ",
        "Content-Length: 5\r\nContent-Length: 700",
        .usedOr(odd + ["empty"])
      ),
      page("a length of five gigabytes", "Content-Length: 5000000000", .fails("too_large")),
      page(
        "length and chunks together",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        .fails("protocol")
      ),
      page("an unknown transfer coding", "Transfer-Encoding: squeezed", .usedOr(odd + ["decode"])),
      Fault(
        "more than its length",
        site,
        LocalAnswer { _ in
          let body = Array(FaultPage.html("more than its length").utf8)
          let fields = [("Content-Type", "text/html"), ("Content-Length", "\(body.count)")]
          let rest = Array("<p>\(FaultPage.unseen)</p>".utf8)
          return [.send(LocalAnswer.head(200, fields) + body + rest), .close]
        },
        is: .page("more than its length")
      ),
    ]
  }

  private static func brokenHeads(_ site: LocalSite) -> [Fault] {
    let body = FaultPage.html("a broken head")
    let bad = ["protocol"]
    return [
      Fault("an answer without a head", site, .raw(body), is: .fails(bad)),
      Fault(
        "an answer of rubbish",
        site,
        .raw("\u{1}\u{2}\u{3}\u{16}rubbish\r\n\r\n"),
        is: .fails(bad)
      ),
      Fault("a greeting of mail", site, .raw("220 mail.example ESMTP\r\n"), is: .fails(bad)),
      Fault("a greeting of a shell", site, .raw("SSH-2.0-OpenSSH_9.2\r\n"), is: .fails(bad)),
      Fault("a radio station", site, .raw("ICY 200 OK\r\n\r\n" + body), is: .fails(bad)),
      Fault(
        "a status that is a word",
        site,
        .raw("HTTP/1.1 fine OK\r\n\r\n" + body),
        is: .fails(bad)
      ),
      Fault(
        "a status of two digits",
        site,
        .raw("HTTP/1.1 99 Low\r\n\r\n" + body),
        is: .fails(bad + ["http"])
      ),
      Fault(
        "a status of four digits",
        site,
        .raw("HTTP/1.1 2000 High\r\n\r\n" + body),
        is: .fails(bad + ["http"])
      ),
      Fault("a later version", site, .raw("HTTP/7.3 200 OK\r\n\r\n" + body), is: .fails(bad)),
      Fault(
        "a switch of protocols",
        site,
        .raw(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\nrubbish"
        ),
        is: .fails(bad + ["http", "reset", "timeout"])
      ),
      Fault(
        "hints without end",
        site,
        endlessly("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
        is: .fails(bad + ["timeout", "too_large"])
      ),
      Fault(
        "hints and no answer",
        site,
        .raw("HTTP/1.1 103 Early Hints\r\n\r\n"),
        is: .fails(bad + ["reset"])
      ),
    ]
  }

  private static func endlessly(_ piece: String) -> LocalAnswer {
    LocalAnswer { _ in [.sendEndlessly(Array(piece.utf8))] }
  }
}
