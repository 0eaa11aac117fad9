extension Fault {
  /// Bodies under content encodings, whole, cut, damaged and wrongly labelled.
  static func encodedBodies(_ site: LocalSite) -> [Fault] {
    wholeBodies(site) + damagedBodies(site) + mislabelled(site)
  }

  private typealias Encoding = (name: String, encode: @Sendable ([UInt8]) -> [UInt8])

  private static let encodings: [Encoding] = [
    ("gzip", { StoredEncoding.gzip($0) }), ("x-gzip", { StoredEncoding.gzip($0) }),
    ("deflate", { StoredEncoding.zlib($0) }), ("br", { StoredEncoding.brotli($0) }),
    ("zstd", { StoredEncoding.zstandard($0) }),
  ]

  private static func bytes(_ subject: String) -> [UInt8] { Array(FaultPage.html(subject).utf8) }

  private static func wholeBodies(_ site: LocalSite) -> [Fault] {
    let single = encodings.map { name, encode in
      let subject = "a body in \(name)"
      return Fault(subject, site, .encoded(encode(bytes(subject)), name), is: .page(subject))
    }
    func body(_ subject: String, _ label: String, _ encode: ([UInt8]) -> [UInt8]) -> Fault {
      Fault(subject, site, .encoded(encode(bytes(subject)), label), is: .page(subject))
    }
    return single + [
      body("a body in raw deflate", "deflate", StoredEncoding.deflate),
      body("a body in gzip and brotli", "gzip, br") {
        StoredEncoding.brotli(StoredEncoding.gzip($0))
      },
      body("a body in gzip twice", "gzip, gzip") { StoredEncoding.gzip(StoredEncoding.gzip($0)) },
      body("a body in GZIP", "GZIP", StoredEncoding.gzip),
      body("a body in identity", "identity") { $0 },
      body("a body in two members of gzip", "gzip") {
        StoredEncoding.gzip(Array($0.prefix(400))) + StoredEncoding.gzip(Array($0.dropFirst(400)))
      },
      body("a body in two frames of zstd", "zstd") {
        StoredEncoding.zstandard(Array($0.prefix(400)))
          + StoredEncoding.zstandard(Array($0.dropFirst(400)))
      },
      body("a body with rubbish behind gzip", "gzip") {
        StoredEncoding.gzip($0) + Array("rubbish".utf8)
      },
      body("a body with zeros behind gzip", "gzip") {
        StoredEncoding.gzip($0) + [UInt8](repeating: 0, count: 512)
      },
    ]
  }

  private static func damagedBodies(_ site: LocalSite) -> [Fault] {
    encodings.filter { $0.name != "x-gzip" }.flatMap { name, encode -> [Fault] in
      let whole = encode(bytes("a damaged body \(FaultPage.unseen)"))
      var flipped = whole
      flipped[flipped.count - (name == "br" ? flipped.count : 3)] ^= 0xff
      let halves: [(String, [UInt8])] = [
        ("the first half of \(name)", Array(whole.prefix(whole.count / 2))),
        ("all but a byte of \(name)", whole.dropLast()),
        ("ten bytes of \(name)", Array(whole.prefix(10))),
      ]
      let damaged = name == "zstd" ? [] : [("damaged \(name)", flipped)]
      return (halves + damaged).map { subject, body in
        Fault(subject, site, .encoded(body, name), is: .fails("decode"))
      }
    } + [
      Fault(
        "rubbish as gzip",
        site,
        .encoded([31, 139, 8, 0] + (0..<200).map { $0 &* 97 }, "gzip"),
        is: .fails("decode")
      ),
      Fault(
        "rubbish as brotli",
        site,
        .encoded((0..<250).map { $0 &* 97 | 128 }, "br"),
        is: .fails("decode")
      ),
      Fault(
        "five encodings",
        site,
        .encoded(bytes("five encodings"), "gzip, gzip, gzip, gzip, gzip"),
        is: .usedOr(["decode"])
      ),
      Fault(
        "gzip in a cut chunk",
        site,
        .encoded(Array(StoredEncoding.gzip(bytes("x")).prefix(300)), "gzip"),
        is: .fails("decode")
      ),
    ]
  }

  private static func mislabelled(_ site: LocalSite) -> [Fault] {
    let plain = ["gzip", "deflate", "br", "zstd"].map { name in
      let subject = "plain text labelled \(name)"
      return Fault(subject, site, .encoded(bytes(subject), name), is: .page(subject))
    }
    func wrong(
      _ subject: String,
      _ label: String,
      _ encode: ([UInt8]) -> [UInt8],
      _ outcome: Outcome
    ) -> Fault {
      Fault(subject, site, .encoded(encode(bytes(subject)), label), is: outcome)
    }
    let unread = Outcome.usedOr(["decode", "unsupported_type", "empty"])
    return plain + [
      wrong("gzip labelled brotli", "br", StoredEncoding.gzip, .usedOr(["decode"])),
      wrong("brotli labelled gzip", "gzip", StoredEncoding.brotli, .usedOr(["decode"])),
      wrong("zlib labelled gzip", "gzip", StoredEncoding.zlib, .usedOr(["decode"])),
      wrong("gzip labelled deflate", "deflate", StoredEncoding.gzip, .usedOr(["decode"])),
      wrong("gzip without a label", "identity", StoredEncoding.gzip, unread),
      wrong(
        "gzip in gzip under one label",
        "gzip",
        { StoredEncoding.gzip(StoredEncoding.gzip($0)) },
        unread
      ),
      wrong("an unknown encoding", "squeezed", { $0 }, .usedOr(["decode"])),
      wrong("an encoding of UTF-8", "utf-8", { $0 }, .usedOr(["decode"])),
      wrong("an encoding of nothing", "", { $0 }, .page("an encoding of nothing")),
      Fault("an empty body in gzip", site, .encoded([], "gzip"), is: .fails("empty")),
    ]
  }
}
