extension Fault {
  /// Redirects that end, lead astray or lead nowhere.
  static func redirects(_ site: LocalSite, other: LocalSite) throws -> [Fault] {
    targets(site) + chains(site) + forbidden(site) + broken(site) + [cookies(site)]
      + credentials(site, other)
  }

  /// A redirect to a page of its own, by the reference that is made of its path.
  private static func leading(
    _ name: String,
    _ site: LocalSite,
    status: Int = 302,
    to reference: (String) -> String
  ) -> Fault {
    let target = "/end/" + name.split(separator: " ").joined(separator: "-")
    site.answer(target, .page(name))
    return Fault(name, site, .redirect(reference(target), status: status), is: .page(name))
  }

  private static func targets(_ site: LocalSite) -> [Fault] {
    let port = site.port
    return [
      leading("a redirect to a path", site) { $0 },
      leading("a redirect for good", site, status: 301) { $0 },
      leading("a redirect to see another", site, status: 303) { $0 },
      leading("a redirect of 307", site, status: 307) { $0 },
      leading("a redirect of 308", site, status: 308) { $0 },
      leading("a relative redirect", site) { String($0.dropFirst()) },
      leading("a redirect with dots", site) { "/a/../b/.././\($0.dropFirst())" },
      leading("a redirect beyond the root", site) { "../../..\($0)" },
      leading("a redirect without a scheme", site) {
        "//127.0.0.1:\(port)\($0)".replacing("127.0.0.1", with: site.host)
      },
      leading("a whole redirect", site) { site.url($0) },
      leading("a redirect in capitals", site) { "HTTP://\(site.host):\(port)\($0)" },
      leading("a redirect to a fragment", site) { $0 + "#part" },
      leading("a redirect to an empty fragment", site) { $0 + "#" },
      leading("a redirect with blanks around", site) { "  \($0)  " },
    ]
  }

  private static func chains(_ site: LocalSite) -> [Fault] {
    for number in 1...40 {
      site.answer(
        "/chain/\(number)",
        .redirect(number == 1 ? "/chain-end" : "/chain/\(number - 1)")
      )
      site.answer("/steps/\(number)", .redirect("/steps/\(number + 1)"))
    }
    site.answer("/chain-end", .page("a chain of ten"))
    site.answer("/loop/a", .redirect("/loop/b"))
    site.answer("/loop/b", .redirect("/loop/a"))
    for path in ["/query-loop", "/query-loop?"] { site.answer(path, .redirect("?")) }
    let many = Outcome.fails("too_many_redirects")
    return [
      Fault("a chain of ten", line: site.url("/chain/10"), .page("a chain of ten")),
      Fault("a chain of eleven", line: site.url("/chain/11"), many),
      Fault("a chain of forty", line: site.url("/steps/1"), many),
      Fault("a loop of two", line: site.url("/loop/a"), many),
      Fault("a loop of one", site, .redirect("a-loop-of-one"), is: many),
      Fault("a loop by query", line: site.url("/query-loop"), many),
    ]
  }

  private static func forbidden(_ site: LocalSite) -> [Fault] {
    let schemes = [
      "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/x",
      "data:text/html,\(FaultPage.unseen)", "javascript:alert(1)", "mailto:a@b.example",
      "dict://127.0.0.1/", "ws://127.0.0.1/", "FILE:/etc/hostname",
    ]
    let hosts = [
      "169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]", "2852039166", "0xa9fea9fe",
      "0251.0376.0251.0376", "169.254.43518", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]",
      "[::169.254.1.1]",
    ]
    return schemes.map {
      Fault(
        "a redirect to \($0.prefix { $0 != ":" })",
        site,
        .redirect($0),
        is: .fails("unsupported_scheme")
      )
    }
      + hosts.map {
        Fault(
          "a redirect to \($0)",
          line: bind(
            site,
            "/to/\($0.filter { $0 != "[" && $0 != "]" })",
            .redirect("http://\($0):1/")
          ),
          .fails("blocked_address")
        )
      }
  }

  private static func bind(_ site: LocalSite, _ path: String, _ answer: LocalAnswer) -> String {
    site.answer(path, answer)
    return site.url(path)
  }

  private static func broken(_ site: LocalSite) -> [Fault] {
    let bad = Outcome.fails([
      "protocol", "invalid_url", "dns", "connect", "http", "unsupported_scheme",
    ])
    let none = LocalAnswer.status(302)
    return [
      Fault("a redirect to nowhere", site, none, is: .fails("http", status: 302)),
      Fault(
        "a redirect to a void",
        site,
        .redirect(""),
        is: .fails(["http", "protocol", "too_many_redirects"])
      ),
      Fault("choices without a place", site, .status(300), is: .fails("http", status: 300)),
      Fault("a redirect to half a scheme", site, .redirect("http://"), is: bad),
      Fault("a redirect to a missing host", site, .redirect("http:///x"), is: bad),
      Fault("a redirect to half an address", site, .redirect("http://[::1"), is: bad),
      Fault("a redirect to a port beyond all", site, .redirect("http://127.0.0.1:99999/"), is: bad),
      Fault(
        "a redirect to a refusing port",
        site,
        .redirect("http://127.0.0.8:1/"),
        is: .fails("connect")
      ),
      Fault(
        "a redirect to a name of nobody",
        site,
        .redirect("http://nobody.invalid/"),
        is: .fails("dns")
      ),
      Fault(
        "a redirect to a missing page",
        site,
        .redirect("/missing"),
        is: .fails("http", status: 404)
      ),
      Fault(
        "a redirect of 300 KB",
        site,
        .redirect("/" + String(repeating: "x", count: 300_000)),
        is: .fails(["protocol", "http"])
      ),
      Fault(
        "a redirect without an end",
        site,
        LocalAnswer { _ in
          [
            .send(LocalAnswer.head(302, [("Location", "/chain-end")])),
            .sendEndlessly([UInt8](repeating: 120, count: 16_384)),
          ]
        },
        is: .usedOr(["too_large", "timeout"])
      ),
      Fault(
        "a redirect of blanks",
        site,
        .redirect("/with blanks"),
        is: .fails("http", status: 404)
      ),
    ]
  }

  private static func cookies(_ site: LocalSite) -> Fault {
    let name = "a page that wants its cookie back"
    site.answer(
      "/cookie",
      LocalAnswer { request in
        let hasCookie = request.header("cookie")?.contains("seen=yes") == true
        return (hasCookie ? LocalAnswer.page(name) : .status(403)).steps(request)
      }
    )
    return Fault(
      name,
      site,
      .redirect("/cookie", headers: [("Set-Cookie", "seen=yes; Path=/")]),
      is: .page(name)
    )
  }

  /// Names and passwords are used at their own place alone.
  private static func credentials(_ site: LocalSite, _ other: LocalSite) -> [Fault] {
    let (own, foreign) = ("a page behind a password", "a page that wants no password")
    func checked(_ name: String, _ isMeant: @escaping @Sendable (String?) -> Bool) -> LocalAnswer {
      LocalAnswer { request in
        let isRight = isMeant(request.header("authorization"))
        return (isRight ? LocalAnswer.page(name) : .status(403)).steps(request)
      }
    }
    site.answer("/own", checked(own) { $0 != nil })
    other.answer("/foreign", checked(foreign) { $0 == nil })
    site.answer("/to-foreign", .redirect(other.url("/foreign")))
    let named = "a redirect that names a password"
    other.answer("/named", checked(named) { _ in true })
    let target = other.url("/named").replacing("//", with: "//guest:SECRET-B@")
    func secret(_ path: String) -> String {
      site.url(path).replacing("//", with: "//user:SECRET-A@")
    }
    return [
      Fault(own, line: secret("/own"), .page(own)),
      Fault(foreign, line: secret("/to-foreign"), .page(foreign)),
      Fault(
        "a secret at a missing page",
        line: secret("/missing-secret"),
        .fails("http", status: 404)
      ),
      Fault(
        "a secret at a refusing port",
        line: "http://user:SECRET-A@127.0.0.8:1/",
        .fails("connect")
      ),
      Fault("a secret of no address", line: "http://user:SECRET-A@:/x", .fails("invalid_url")),
      Fault(
        "a secret of another scheme",
        line: "ftp://user:SECRET-A@127.0.0.1/",
        .fails("unsupported_scheme")
      ),
      Fault(named, site, .redirect(target), is: .page(named)),
    ]
  }
}
