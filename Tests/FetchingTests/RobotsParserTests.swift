import Testing

@testable import Fetching

struct RobotsParserTests {
  private static func file(_ text: String) -> RobotsFile {
    RobotsFile(Array(text.utf8), for: "research")
  }

  /// Whether "/x" is forbidden by `text`, in which the rule about it may be meant for others.
  private static func forbids(_ text: String) -> Bool { !file(text).allows("/x") }

  @Test(arguments: [
    ("User-agent: research\nDisallow: /x", true),
    ("user-AGENT:ReSearch\ndisALLOW:/x", true),
    (" \tUser-agent\t: research \n Disallow : /x ", true),
    ("User-agent: *\nDisallow: /x", true),
    ("User-agent: other\nDisallow: /x", false),
    ("User-agent: other\nUser-agent: research\nUser-agent: third\nDisallow: /x", true),
    ("User-agent: research/1.0\nDisallow: /x", true),
    ("User-agent: research 1.0 (any)\nDisallow: /x", true),
    ("User-agent: researcher\nDisallow: /x", false),
    ("User-agent: research2\nDisallow: /x", false),
    ("User-agent: research-bot\nDisallow: /x", false),
    ("User-agent: my research\nDisallow: /x", false),
    ("User-agent: * # everybody\nDisallow: /x", true),
    ("User-agent: *bot\nDisallow: /x", false),
    ("User-agent:\nDisallow: /x", false),
    ("Disallow: /x\nUser-agent: research", false),
    ("Disallow: /x\nUser-agent: research\nDisallow: /y", false),
    ("User-agent: *\nDisallow: /x\nUser-agent: research\nDisallow: /y", false),
    ("User-agent: research\nDisallow: /y\nUser-agent: *\nDisallow: /x", false),
    ("User-agent: *\nDisallow: /x\nUser-agent: research", false),
    ("User-agent: *\nUser-agent: research\nDisallow: /x", true),
    (
      "User-agent: research\nDisallow: /y\n\nUser-agent: a\nAllow: /\nUser-agent: research\nDisallow: /x",
      true
    ),
    ("User-agent: *\nDisallow: /y\nUser-agent: other\nAllow: /\nUser-agent: *\nDisallow: /x", true),
    ("User-agent: research\n\n\nDisallow: /x", true),
    ("User-agent: research\nSitemap: http://h/s.xml\nDisallow: /x", true),
    (
      "User-agent: a\nSitemap: http://h/s.xml\nUser-agent: research\nDisallow: /y\nUser-agent: b\nDisallow: /x",
      false
    ),
    ("User-agent: research\nSitemap: http://h/s.xml\nUser-agent: b\nDisallow: /x", true),
    ("User-agent: research\nDisallow: /y\nSitemap: http://h/s.xml\nDisallow: /x", true),
    ("User-agent: research\nnonsense\nHost: h\n: /x\nDisallow: /x", true),
    ("User-agent: research\nCrawl-delay: 5\nUser-agent: other\nDisallow: /x", false),
    ("User-agent: research\nDisallow: #/x", false),
    ("User-agent: research\nDisallow: /x#y", true),
    ("#User-agent: research\nUser-agent: a\nDisallow: /x", false),
    ("User-agent: research\n#Disallow: /x", false),
    ("User-agent: research\nDisallow:", false),
    ("User-agent: research\nDisallow:\nDisallow: /x", true),
    ("User-agent: research\nDisallow:\nUser-agent: b\nDisallow: /x", false),
    ("User-agent: research\nDisallow: x", false),
    ("User-agent: research\nDisallow /x", false),
    ("User-agent: research\nDisallowed: /x", false),
    ("User-agent: research\r\nDisallow: /x\r\n", true),
    ("User-agent: research\rDisallow: /x\r", true),
    ("User-agent: research\n\rDisallow: /x", true),
    ("\u{FEFF}User-agent: research\nDisallow: /x", true),
    ("User-agent: research\n\u{FEFF}Disallow: /x", false),
    ("<!doctype html><title>no</title>\nUser-agent is research\nDisallow", false),
    ("", false), ("\n", false), (":", false), ("#", false), ("\r\r\n\n", false), ("*", false),
  ])
  func `finds the rules that are for us`(_ text: String, _ isForbidden: Bool) {
    #expect(Self.forbids(text) == isForbidden)
  }

  @Test(
    arguments: [
      ("5", Duration.seconds(5)), ("0", .zero), ("0.5", .milliseconds(500)),
      (".25", .milliseconds(250)),
      ("7.", .seconds(7)), ("1.0000009", .seconds(1)), ("10 # slow", .seconds(10)),
      ("99999999999999999999999", .seconds(1_000_000)),
      ("", nil), ("-1", nil), ("1e3", nil), ("1,5", nil), ("ten", nil), ("1.2.3", nil), (".", nil),
      ("5s", nil), ("inf", nil), ("٣", nil),
    ] as [(String, Duration?)]
  )
  func `reads the crawl delay`(_ text: String, _ delay: Duration?) {
    #expect(Self.file("User-agent: *\nCrawl-delay: \(text)").crawlDelay == delay)
  }

  @Test func `takes the longest delay of its own groups alone`() {
    let text = """
      Crawl-delay: 90
      User-agent: research
      Crawl-delay: 3
      Disallow: /a
      Crawl-delay: 2
      User-agent: *
      Crawl-delay: 80
      User-agent: other
      User-agent: research
      crawl-delay: 7
      crawl-delay: rubbish
      """
    #expect(Self.file(text).crawlDelay == .seconds(7))
    #expect(Self.file("User-agent: *\nCrawl-delay: 4\nUser-agent: research").crawlDelay == nil)
  }

  @Test func `reads 500 KiB and no half line`() {
    let head = "User-agent: *\nDisallow: /early\n"
    let line = "Disallow: /late"
    for (room, isForbidden) in [
      (0, false), (line.utf8.count - 3, false), (line.utf8.count + 1, true),
    ] {
      let count = RobotsFile.maxSize - head.utf8.count - room - 1
      let filler = String(repeating: "#", count: count) + "\n"
      let file = Self.file(head + filler + line + "\n" + String(repeating: "#", count: 9_999))
      #expect(!file.allows("/early"))
      #expect(file.allows("/late") == !isForbidden)
      #expect(file.allows("/la"))
    }
    #expect(Self.file(String(repeating: "x", count: 2_000_000)).isEmpty)
  }
}
