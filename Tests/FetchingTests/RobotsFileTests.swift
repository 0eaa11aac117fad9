import TestSupport
import Testing

@testable import Fetching

struct RobotsFileTests {
  private static func file(_ rules: String...) -> RobotsFile {
    let lines = ["User-agent: *"] + rules
    return RobotsFile(Array(lines.joined(separator: "\n").utf8), for: "research")
  }

  /// RFC 9309, section 5.1.
  private static let simple = """
    User-Agent: *
    Disallow: *.gif$
    Disallow: /example/
    Allow: /publications/

    User-Agent: foobot
    Disallow:/
    Allow:/example/page.html
    Allow:/example/allowed.gif

    User-Agent: barbot
    User-Agent: bazbot
    Disallow: /example/page.html

    User-Agent: quxbot
    """

  @Test(arguments: [
    ("anybot", "/publications/a", true), ("anybot", "/example/", false),
    ("anybot", "/x.gif", false),
    ("anybot", "/publications/x.gif", true), ("anybot", "/x.gif?y", true), ("anybot", "/", true),
    ("foobot", "/", false), ("foobot", "/example/page.html", true),
    ("foobot", "/publications/", false),
    ("foobot", "/example/allowed.gif", true), ("FooBot", "/example/other", false),
    ("barbot", "/example/page.html", false), ("barbot", "/x.gif", true),
    ("bazbot", "/example/page.html", false), ("bazbot", "/example/", true),
    ("quxbot", "/example/", true), ("quxbot", "/x.gif", true),
  ])
  func `reads the RFC's simple example`(_ product: String, _ path: String, _ isAllowed: Bool) {
    let file = RobotsFile(Array(Self.simple.utf8), for: product)
    #expect(file.allows(path) == isAllowed)
  }

  /// RFC 9309, section 2.2.1: the groups of one agent count together.
  @Test func `joins groups as the RFC's example does`() {
    let text = """
      user-agent: ExampleBot
      disallow: /foo
      disallow: /bar

      user-agent: ExampleBot
      disallow: /baz
      """
    let file = RobotsFile(Array(text.utf8), for: "examplebot")
    #expect(["/foo", "/bar", "/baz", "/qux"].map(file.allows) == [false, false, false, true])
  }

  @Test(
    arguments: [
      // RFC 9309, section 5.2.
      (
        ["Allow: /example/page/", "Disallow: /example/page/disallowed.gif"], "/example/page/x", true
      ),
      (
        ["Allow: /example/page/", "Disallow: /example/page/disallowed.gif"],
        "/example/page/disallowed.gif", false
      ),
      // Ties and lengths.
      (["Disallow: /x", "Allow: /x"], "/x", true), (["Allow: /x", "Disallow: /x"], "/x", true),
      (["Disallow: /", "Allow: /x"], "/xy", true), (["Allow: /", "Disallow: /x"], "/xy", false),
      (["Allow: /p", "Disallow: /"], "/page", true), (["Allow: /$", "Disallow: /"], "/", true),
      (["Allow: /$", "Disallow: /"], "/page.htm", false),
      (["Allow: /page", "Disallow: /*.htm"], "/page.htm", false),
      (["Allow: /page", "Disallow: /*.ph"], "/page.php", true),
      (["Allow: /ä", "Disallow: /%C3%A4"], "/ä", true),
      (["Disallow: /a*", "Allow: /a**"], "/ab", true),
      // Wildcards and ends.
      (["Disallow: /a*b"], "/a/x/b/c", false), (["Disallow: /a*b$"], "/a/x/b/c", true),
      (["Disallow: /a*b$"], "/abab", false), (["Disallow: *"], "/x", false),
      (["Disallow: /*?"], "/x", true), (["Disallow: /*?"], "/x?", false),
      (["Disallow: /*?*id="], "/x?sid=3", false), (["Disallow: /$"], "/x", true),
      (["Disallow: /x$"], "/x?y", true), (["Disallow: /$x"], "/$x/", false),
      (["Disallow: $"], "/", true),
      // Encoding, on both sides (section 2.2.2).
      (["Disallow: /foo/bar?baz=https://foo.bar"], "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false),
      (["Disallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar"], "/foo/bar?baz=https://foo.bar", false),
      (["Disallow: /foo/bar/ツ"], "/foo/bar/%e3%83%84", false),
      (["Disallow: /foo/bar/%E3%83%84"], "/foo/bar/ツ", false),
      (["Disallow: /foo/bar/%62%61%7A"], "/foo/bar/baz", false),
      (["Disallow: /foo/bar/baz"], "/foo/bar/%62%61%7A", false),
      (["Disallow: /a%2Fb"], "/a/b", true), (["Disallow: /a/b"], "/a%2Fb", true),
      (["Disallow: /x(y)"], "/x%28y%29", false), (["Disallow: /*/feed"], "/?p=/feed", false),
      // Section 2.2.3.
      (["Disallow: /file-with-a-%2A.html"], "/file-with-a-*.html", false),
      (["Disallow: /file-with-a-%2A.html"], "/file-with-a-b.html", true),
      (["Disallow: /foo-%24"], "/foo-$", false),
      // What is always allowed, and what is matched exactly.
      (["Disallow: /"], "/robots.txt", true), (["Disallow: /"], "/robots.txt.gz", false),
      (["Disallow: /X"], "/x", true), (["Disallow: /a"], "/", true), ([], "/", true),
    ] as [([String], String, Bool)]
  )
  func `lets the most specific rule decide`(
    _ rules: [String],
    _ path: String,
    _ isAllowed: Bool
  ) {
    let text = (["User-agent: *"] + rules).joined(separator: "\n")
    #expect(RobotsFile(Array(text.utf8), for: "research").allows(path) == isAllowed)
  }

  @Test func `names the rule that forbids`() {
    let file = Self.file("# none", "Allow: /a", "Disallow: /a/ü*", "Disallow: /")
    guard case .forbidden(let rule) = file.verdict(on: "/a/%c3%bcber") else {
      Issue.record("nothing forbids it")
      return
    }
    #expect(rule.line == 4 && rule.pattern == "/a/%C3%BC*")
    #expect(file.verdict(on: "/ab") == .allowed)
  }

  @Test func `keeps nothing of what is for others`() {
    let others = (1...2_000).map { "User-agent: bot\($0)x\nDisallow: /\($0)\n" }.joined()
    let file = RobotsFile(Array((others + "User-agent: *\nDisallow: /x").utf8), for: "research")
    #expect(file.size <= 32)
    #expect(RobotsFile.empty.size == 0 && RobotsFile.empty.isEmpty)
    #expect(Self.file("Disallow:", "Crawl-delay: 2").size == 0)
  }

  @Test(arguments: [
    ("Disallow: ", "*", 10_000, "b"), ("Disallow: /", "a*", 10_000, "b"),
    ("Disallow: ", "*a", 100_000, ""), ("", "Disallow: *b\n", 30_000, ""),
    ("Disallow: *", "a", 2_000, "b"), ("Disallow: *", "a", 20_000, "b"),
  ])
  func `answers whatever the rules are made of`(
    _ start: String,
    _ part: String,
    _ count: Int,
    _ end: String
  ) {
    let file = Self.file(start + String(repeating: part, count: count) + end)
    let verdict = file.verdict(on: "/" + String(repeating: "a", count: 5_000))
    // What nobody can say in reasonable time is not allowed.
    #expect(verdict == .allowed || verdict == .undecided)
    #expect(file.allows("/robots.txt"))
  }

  @Test(arguments: [1, 2, 3, UInt64.random(in: 4...(.max))])
  func `survives any bytes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["User-agent:", "Disallow:", "Allow:", "Crawl-delay:", "*", "$", "%", "\r\n", "\n"]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Bool.random(using: &generator) {
          bytes += Array((words.randomElement(using: &generator) ?? "").utf8)
        } else {
          bytes.append(.random(in: 0...255, using: &generator))
        }
      }
      let file = RobotsFile(bytes, for: "research")
      _ = file.allows(String(decoding: bytes.prefix(30), as: UTF8.self))
      #expect(file.size <= 4 * bytes.count + 16 * bytes.count)
    }
  }

  @Test(arguments: [1, 2, 3, 4, UInt64.random(in: 5...(.max))])
  func `decides as a plain search of all rules does`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let rules = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (
          pattern: [47] + generator.word(of: "ab/*", upTo: 5),
          isAllowed: Bool.random(using: &generator)
        )
      }
      let path = [47] + generator.word(of: "ab/", upTo: 7)
      let lines = rules.map { rule in
        (rule.isAllowed ? "Allow: " : "Disallow: ") + String(decoding: rule.pattern, as: UTF8.self)
      }
      let file = RobotsFile(
        Array((["User-agent: *"] + lines).joined(separator: "\n").utf8),
        for: "research"
      )
      let matching = rules.map { rule in
        (RobotsPath.normalised(pattern: rule.pattern[...]), rule.isAllowed)
      }.filter { Self.covers($0.0[...], path[...]) }
      let longest = matching.map(\.0.count).max()
      let isAllowed = longest == nil || matching.contains { $0.0.count == longest && $0.1 }
      let name = "\(lines) on \(String(decoding: path, as: UTF8.self)), seed \(seed)"
      #expect(file.allows(String(decoding: path, as: UTF8.self)) == isAllowed, "\(name)")
    }
  }

  /// Tries everything.
  private static func covers(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return true }
    if first != UInt8(ascii: "*") {
      return path.first == first && covers(pattern.dropFirst(), path.dropFirst())
    }
    return (path.startIndex...path.endIndex).contains { covers(pattern.dropFirst(), path[$0...]) }
  }
}
