extension Fault {
  /// Bodies that are small on the wire and would fill the memory.
  static func bombs(_ site: LocalSite) -> [Fault] {
    let large = Outcome.fails("too_large")
    let inner = StoredEncoding.gzip([UInt8](Bomb.gzipHead + Bomb.million + Bomb.end))
    return [
      bomb("a bomb of a gigabyte", site, "gzip", head: Bomb.gzipHead, Bomb.megabyte, times: 1_024),
      bomb(
        "a bomb of ten gigabytes",
        site,
        "gzip",
        head: Bomb.gzipHead,
        Bomb.megabyte,
        times: 10_000
      ),
      bomb("a bomb of zlib", site, "deflate", head: [0x78, 0x9c], Bomb.megabyte, times: 4_096),
      bomb("a bomb of raw deflate", site, "deflate", head: [], Bomb.megabyte, times: 4_096),
      bomb(
        "a bomb of zstd",
        site,
        "zstd",
        head: Bomb.zstandardHead,
        Bomb.zstandardBlock,
        times: 80_000
      ),
      bomb(
        "a small bomb of zstd",
        site,
        "zstd",
        head: Bomb.zstandardHead,
        Bomb.zstandardBlock,
        times: 200
      ),
      bomb(
        "a bomb of empty blocks",
        site,
        "gzip",
        head: Bomb.gzipHead,
        [0, 0, 0, 0xff, 0xff],
        times: 1_000_000,
        is: .fails(["decode", "too_large"])
      ),
      Fault("a bomb of brotli", site, .encoded(Bomb.brotli, "br"), is: large),
      Fault("a nested bomb", site, .encoded(inner, "gzip, gzip"), is: large),
      Fault(
        "a bomb in brotli and gzip",
        site,
        .encoded(StoredEncoding.gzip(Bomb.brotli), "br, gzip"),
        is: large
      ),
      Fault(
        "a bomb with status 404",
        site,
        .bytes(Bomb.brotli, status: 404, headers: [("Content-Encoding", "br")]),
        is: .fails("http", status: 404)
      ),
      Fault(
        "a bomb of a wall",
        site,
        .bytes(Bomb.brotli, status: 403, headers: [("Content-Encoding", "br")]),
        is: .fails("http", status: 403)
      ),
      Fault(
        "a bomb in a lie about its size",
        site,
        .encoded(Bomb.gzipHead + Bomb.million + Bomb.end.dropLast(4) + [1, 0, 0, 0], "gzip"),
        is: .fails(["too_large", "decode"])
      ),
    ]
  }

  private static func bomb(
    _ name: String,
    _ site: LocalSite,
    _ encoding: String,
    head: [UInt8],
    _ piece: [UInt8],
    times: Int,
    is outcome: Outcome = .fails("too_large")
  ) -> Fault {
    // In pieces of about 64 KB, all of which are the same bytes in memory.
    let count = max(1, 65_536 / piece.count)
    let many = Array(repeatElement(piece, count: count).joined())
    let answer = LocalAnswer.repeated(
      many,
      times: max(1, times / count),
      before: head,
      headers: [("Content-Encoding", encoding)]
    )
    return Fault(name, site, answer, is: outcome)
  }

  /// Bodies that are large as they are sent.
  static func sizes(_ site: LocalSite) -> [Fault] {
    let piece = Array(
      repeatElement(Array("<p>Some words of a long page. ".utf8), count: 2_000).joined()
    )
    let large = Outcome.fails("too_large")
    @Sendable func chunk(_ bytes: [UInt8]) -> [UInt8] {
      Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }
    let chunks = LocalAnswer { _ in
      [
        .send(LocalAnswer.head(200, [("Transfer-Encoding", "chunked")])),
        .sendEndlessly(chunk(piece)),
      ]
    }
    return [
      Fault("an endless body", site, .endless, is: large),
      Fault("an endless body of chunks", site, chunks, is: large),
      Fault(
        "an endless body of tiny chunks",
        site,
        LocalAnswer { _ in
          let many = Array(repeatElement(chunk([65]), count: 10_000).joined())
          return [
            .send(LocalAnswer.head(200, [("Transfer-Encoding", "chunked")])), .sendEndlessly(many),
          ]
        },
        is: .fails(["too_large", "timeout"])
      ),
      Fault("200 MB announced", site, .repeated(piece, times: 3_334), is: large),
      Fault(
        "200 MB unannounced",
        site,
        LocalAnswer { _ in
          [.send(LocalAnswer.head(200, []))] + Array(repeating: .send(piece), count: 3_334) + [
            .close
          ]
        },
        is: large
      ),
      Fault(
        "an endless picture",
        site,
        LocalAnswer { _ in
          [.send(LocalAnswer.head(200, [("Content-Type", "image/png")])), .sendEndlessly(piece)]
        },
        is: .fails(["too_large", "unsupported_type"])
      ),
      Fault("an empty body", site, .bytes([]), is: .fails("empty")),
      Fault(
        "an empty body at the close",
        site,
        .raw("HTTP/1.1 200 OK\r\n\r\n"),
        is: .fails("empty")
      ),
      Fault("an empty body of chunks", site, .chunked([]), is: .fails("empty")),
      Fault("a body of blanks", site, .text("  \n\t \r\n   "), is: .fails("empty")),
      Fault("a body of one letter", site, .text("x"), is: .usedOr(["empty"])),
    ]
  }

  /// Heads that are long, and heads that are endless.
  static func heads(_ site: LocalSite) -> [Fault] {
    let long = String(repeating: "x", count: 8_000)
    func lines(_ count: Int, _ line: (Int) -> String) -> String {
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        + (0..<count).map(line).joined(separator: "\r\n")
    }
    let bad = Outcome.fails("protocol")
    let (cookies, hundred) = ("a head of many cookies", "a head of a hundred lines")
    return [
      Fault(
        hundred,
        site,
        .page(hundred, underHead: lines(100) { "X-\($0): \($0)" }),
        is: .page(hundred)
      ),
      Fault(
        cookies,
        site,
        .page(cookies, underHead: lines(60) { "Set-Cookie: c\($0)=\($0)" }),
        is: .page(cookies)
      ),
      Fault(
        "a head of 100,000 lines",
        site,
        .page("x", underHead: lines(100_000) { "X-\($0): \($0)" }),
        is: bad
      ),
      Fault(
        "a head of megabytes",
        site,
        .page("x", underHead: lines(1_000) { "X-\($0): \(long)" }),
        is: bad
      ),
      Fault(
        "a line of a megabyte",
        site,
        .page("x", underHead: lines(1) { _ in "X: " + String(repeating: "x", count: 1 << 20) }),
        is: bad
      ),
      Fault(
        "a head without an end",
        site,
        LocalAnswer { _ in
          [
            .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
            .sendEndlessly(Array("X-More: more\r\n".utf8)),
          ]
        },
        is: bad
      ),
      Fault(
        "a line without an end",
        site,
        LocalAnswer { _ in
          [
            .send(Array("HTTP/1.1 200 OK\r\nX: ".utf8)),
            .sendEndlessly([UInt8](repeating: 120, count: 9_000)),
          ]
        },
        is: bad
      ),
      Fault(
        "a status line without an end",
        site,
        LocalAnswer { _ in
          [
            .send(Array("HTTP/1.1 200 ".utf8)),
            .sendEndlessly([UInt8](repeating: 120, count: 9_000)),
          ]
        },
        is: bad
      ),
      Fault(
        "trailers without an end",
        site,
        LocalAnswer { _ in
          [
            .send(LocalAnswer.head(200, [("Transfer-Encoding", "chunked")]) + Array("0\r\n".utf8)),
            .sendEndlessly(Array("X-More: more\r\n".utf8)),
          ]
        },
        is: .fails(["protocol", "too_large", "timeout"])
      ),
    ]
  }
}
