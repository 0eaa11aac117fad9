extension Fault {
  /// Lines of the list that are odd addresses, or none.
  static func addresses(_ site: LocalSite) -> [Fault] {
    notations(site) + paths(site) + invalid() + blocked()
  }

  /// Other ways to write 127.0.0.N, which is where the site is.
  private static func notations(_ site: LocalSite) -> [Fault] {
    let last = Int(site.host.split(separator: ".").last ?? "") ?? 1
    let number = 0x7f00_0000 + last
    let hosts = [
      "\(number)", "0x\(String(number, radix: 16))", "0\(String(number, radix: 8))", "127.\(last)",
      "127.0.\(last)", "0177.0.0.0\(String(last, radix: 8))",
      "0x7f.0.0.0x\(String(last, radix: 16))",
      "[::ffff:127.0.0.\(last)]", "[::FFFF:7f00:\(String(last, radix: 16))]", "127.0.0.\(last).",
      "１２７.0.0.\(last)",
    ]
    return hosts.enumerated().map { number, host in
      let name = "a host in notation \(number)"
      let path = "/notation/\(number)"
      site.answer(path, .page(name))
      return Fault(name, line: "http://\(host):\(site.port)\(path)", .page(name))
    }
  }

  private static func paths(_ site: LocalSite) -> [Fault] {
    func line(_ name: String, _ text: String, asked paths: String...) -> Fault {
      for path in paths { site.answer(path, .page(name)) }
      return Fault(name, line: site.url(text), .page(name))
    }
    let long = "/" + String(repeating: "long", count: 25_000)
    return [
      line("an address without a path", "", asked: "/"),
      line("an address with a query alone", "?q=1", asked: "/?q=1"),
      line("an address with a fragment", "/fragment#part:~:text=x", asked: "/fragment"),
      line("an address with blanks", "/with some blanks", asked: "/with%20some%20blanks"),
      line("an address in percents", "/%7Euser/%e4%f6?%41", asked: "/%7Euser/%e4%f6?%41"),
      line(
        "an address in letters of its own",
        "/büro/日本",
        asked: "/b%C3%BCro/%E6%97%A5%E6%9C%AC",
        "/b%c3%bcro/%e6%97%a5%e6%9c%ac"
      ),
      line("an address with dots", "/a/./b/../c", asked: "/a/c"),
      line("an address with empty steps", "/a//b", asked: "/a//b"),
      line(
        "an address with brackets",
        "/[a]{b}|c^`<\">",
        asked: "/[a]%7Bb%7D|c^%60%3C%22%3E",
        "/[a]{b}|c^`<\">",
        "/[a]{b}|c^%60%3C%22%3E",
        "/%5Ba%5D%7Bb%7D%7Cc%5E%60%3C%22%3E",
        "/[a]%7Bb%7D%7Cc%5E%60%3C%22%3E"
      ),
      line("an address of 100 KB", long, asked: long),
      line("an address with a bare percent", "/100%", asked: "/100%"),
      Fault(
        "an address with an escape",
        line: site.url("/\u{1b}[31mred"),
        .fails(["invalid_url", "http"])
      ),
      line(
        "an address that acts in Markdown",
        "/a)[b](c)*d*_e_`f`|g|",
        asked: "/a)[b](c)*d*_e_%60f%60|g|",
        "/a)[b](c)*d*_e_`f`|g|",
        "/a)[b](c)*d*_e_%60f%60%7Cg%7C",
        "/a)%5Bb%5D(c)*d*_e_%60f%60%7Cg%7C"
      ),
      line("an address with overrides", "/\u{202e}lmth", asked: "/%E2%80%AElmth", "/%e2%80%aelmth"),
    ]
  }

  private static func invalid() -> [Fault] {
    let none = [
      "http://", "http:///path", "https://[::1", "http://[::g]/", "http://a b.example/",
      "http://127.0.0.1:99999/", "http://127.0.0.1:port/", "http://exa<mple.example/",
      "http://256.1.1.1/", "http://1.2.3.4.5/", "http://0x/x y:z@/", "http://%zz.example/",
      "not an address", "///", "http://.", "http://..example/", "http://a\u{0}b.example/",
      "\u{202e}http://x", "https://user:SECRET-C@",
      "http://" + String(repeating: "a", count: 300) + ".example/",
    ]
    return none.enumerated().map {
      Fault(
        "no address \($0.offset)",
        line: $0.element,
        .fails(["invalid_url", "dns", "connect", "unsupported_scheme", "blocked_address"])
      )
    }
      + ["ftp", "gopher", "javascript", "data", "mailto", "ws", "chrome"].map {
        Fault("an address of \($0)", line: "\($0)://127.0.0.1/x", .fails("unsupported_scheme"))
      }
      + [
        "/etc/passwd.html", "/dev/zero.html", "/proc/self/mem.txt", "missing.html",
        "../missing.pdf",
      ].map {
        Fault("a path \($0)", line: $0, .fails(["file", "too_large", "unsupported_type", "empty"]))
      }
  }

  /// What nobody may reach, in every spelling.
  private static func blocked() -> [Fault] {
    [
      "169.254.169.254", "169.254.1.1", "2852039166", "0xA9FEA9FE", "0251.0376.0251.0376",
      "169.254.43518", "169.16689662", "[fe80::1]", "[fe80::1%25eth0]", "[febf::1]",
      "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::169.254.169.254]",
      "[2002:a9fe:a9fe::1]", "[::a9fe:a9fe]", "[2001:0:a9fe:a9fe::]",
      "[2001:0:4136:e378:8000:63bf:5601:5601]", "[64:ff9b:1::a9fe:a9fe]", "①⑥⑨.254.169.254",
    ].enumerated().map { number, host in
      let kinds = host.contains("%") ? ["blocked_address", "invalid_url"] : ["blocked_address"]
      return Fault(
        "a forbidden host \(host)",
        line: "http://\(host):1/latest/\(number)",
        .fails(kinds)
      )
    }
  }
}
