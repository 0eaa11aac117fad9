extension Fault {
  /// Sites whose robots.txt is in the way, each on a host of its own.
  static func robots(_ open: (String?) throws -> LocalSite) throws -> [Fault] {
    let comment = Array(String(repeating: "# nothing is said here\n", count: 700).utf8)
    let endless = LocalAnswer { _ in
      [.send(LocalAnswer.head(200, [("Content-Type", "text/plain")])), .sendEndlessly(comment)]
    }
    let silent = LocalAnswer { _ in [.pause(milliseconds: 3_600_000)] }
    let bomb = LocalAnswer.encoded(Bomb.brotli, "br")
    let unread = ["robots", "too_large", "decode", "http", "protocol", "reset", "timeout"]
    let answers: [(String, LocalAnswer, Outcome?)] = [
      ("a robots.txt that forbids", .text("User-agent: *\nDisallow: /"), .fails("robots")),
      ("a robots.txt for another", .text("User-agent: evil\nDisallow: /"), nil),
      ("a robots.txt of rubbish", .bytes((0..<200).map { $0 }, type: "text/plain"), nil),
      ("a robots.txt of HTML", .text(FaultPage.html("robots")), nil),
      ("a robots.txt of nothing", .bytes([]), nil),
      ("a robots.txt of status 403", .status(403), nil),
      ("a robots.txt of status 999", .status(999), .usedOr(unread)),
      ("a robots.txt of status 500", .status(500), .fails(unread)),
      ("a robots.txt that loops", .redirect("/robots.txt"), nil),
      ("a robots.txt at a forbidden place", .redirect("http://169.254.169.254/"), .usedOr(unread)),
      ("a robots.txt at a file", .redirect("file:///etc/passwd"), nil),
      ("a robots.txt without an end", endless, .usedOr(unread)),
      ("a robots.txt of a bomb", bomb, .usedOr(unread)),
      ("a robots.txt that never comes", silent, .usedOr(unread)),
      ("a robots.txt that is reset", .reset, .usedOr(unread)),
      ("a robots.txt that is broken", .brokenChunking, .usedOr(unread)),
      ("a robots.txt of a crawl delay", .text("User-agent: *\nCrawl-delay: 1e9"), nil),
      ("a robots.txt of bad gzip", .encoded([31, 139, 8, 0, 1, 2, 3], "gzip"), .usedOr(unread)),
    ]
    return try answers.map { name, answer, outcome in
      let site = try open(nil)
      site.answer("/robots.txt", answer)
      return Fault(name, site, .page(name), is: outcome ?? .page(name))
    }
  }
}
