import Fetching
import Testing

@testable import ResearchCore

struct RobotsAnswerTests {
  private static func failure(_ rules: String, _ address: String) throws -> Failure? {
    let file = RobotsFile(Array("User-agent: *\n\(rules)".utf8), for: "research")
    return Failure(file, forbidding: try WebAddress(address))
  }

  @Test(arguments: [
    ("https://h.test/a", "https://h.test forbids /a (line 2: Disallow: /)"),
    ("https://h.test:444/a?b=c", "https://h.test:444 forbids /a?b=c (line 2: Disallow: /)"),
    ("http://me:secret@h.test:443/", "http://h.test:443 forbids / (line 2: Disallow: /)"),
    ("http://[::1]/", "http://[::1] forbids / (line 2: Disallow: /)"),
  ])
  func `names site, page and rule`(_ address: String, _ text: String) throws {
    let failure = try #require(try Self.failure("Disallow: /", address))
    #expect(failure.message == "robots.txt of \(text); --robots ignore fetches it anyway")
    #expect(failure.kind == .robots && failure.outcome == .skipped && !failure.isRetryable)
  }

  @Test func `says so in one short line, whatever the site writes`() throws {
    let rule = "/\u{1B}[31m\u{202E}" + String(repeating: "x", count: 5_000)
    let page = "http://h.test" + rule.replacing("\u{1B}", with: "%1b")
    let failure = try #require(try Self.failure("Disallow: \(rule)", page))
    #expect(failure.message.count < 400)
    #expect(failure.message.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" })
    #expect(!failure.message.unicodeScalars.contains { $0.value < 32 })
  }

  @Test func `lets a page pass that nothing forbids`() throws {
    #expect(try Self.failure("Disallow: /b", "http://h.test/a") == nil)
    #expect(try Self.failure("Disallow: /", "http://h.test/robots.txt") == nil)
  }

  @Test func `forbids what takes too long to find out`() throws {
    let rules = "Disallow: *" + String(repeating: "a", count: 20_000) + "b"
    let address = "http://h.test/" + String(repeating: "a", count: 30_000)
    let failure = try #require(try Self.failure(rules, address))
    #expect(failure.kind == .robots && failure.message.contains("take too long"))
  }
}
