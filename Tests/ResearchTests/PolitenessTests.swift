import Glibc
import TestSupport
import Testing

/// What a server sees of a run: how often and in what order its pages are asked for.
struct PolitenessTests {
  private static func pages(_ site: LocalSite) -> [LocalRequest] {
    site.requests.filter { $0.path != "/robots.txt" }
  }

  @Test func `never asks a host for more pages at once than is allowed`() async throws {
    let site = try SavedPage.site(9)
    defer { site.stop() }
    site.hold("/1")
    site.hold("/2")
    let arguments = ["--host-concurrency", "2", "-qq"] + (1...9).map { site.url("/\($0)") }
    let child = try Program.start(arguments)
    await site.arrived("/1")
    await site.arrived("/2")
    site.release("/1")
    site.release("/2")
    #expect(await child.result().ending == .exit(0))
    #expect(Self.pages(site).count == 9)
    #expect(site.statistics.mostInFlight == 2)
  }

  @Test func `leaves the interval between the requests of a host`() async throws {
    let site = try SavedPage.site(5)
    defer { site.stop() }
    let arguments = ["--host-interval", "200ms", "-qq"] + (1...5).map { site.url("/\($0)") }
    #expect(await (try Program.start(arguments)).result().ending == .exit(0))
    // No page departs before robots.txt has been asked for, nor arrives before it departs.
    let start = try #require(site.robotsRequests.first?.arrival)
    let arrivals = Self.pages(site).map { $0.arrival - start }.sorted()
    #expect(arrivals.count == 5)
    for (number, arrival) in arrivals.enumerated() {
      #expect(arrival >= .milliseconds(200) * number)
    }
  }

  @Test func `comes again when the server has asked for it, and not before`() async throws {
    let site = try SavedPage.site(3)
    defer { site.stop() }
    site.answer("/2", .tooManyRequests(retryAfter: "1"), .text(SavedPage.html("creature 2")))
    let result = try await Program.run(site.url("/1"), site.url("/2"), site.url("/3"))
    #expect(result.ending == .exit(0))
    let arrivals = Self.pages(site).filter { $0.path == "/2" }.map(\.arrival)
    #expect(arrivals.count == 2)
    #expect(arrivals[1] - arrivals[0] >= .seconds(1))
    #expect(result.log.contains("429 Too Many Requests, try 2 in"))
  }

  @Test func `asks for what is urgent first`() async throws {
    let site = try SavedPage.site(6)
    defer { site.stop() }
    for number in 1...6 { site.hold("/\(number)") }
    let list = ["", "low ", "", "high ", "low ", "high "].enumerated()
      .map { $0.element + site.url("/\($0.offset + 1)") }
    let input = ChildProcess.Input.bytes(Array(list.joined(separator: "\n").utf8))
    let child = try Program.start(["-", "-j", "1", "-v"], input: input)
    #expect(await child.wrote("queued       6 ", to: .errors))
    for number in 1...6 { site.release("/\(number)") }
    #expect(await child.result().ending == .exit(0))
    // One is asked for while the list is still being read; all others wait for it.
    let order = Self.pages(site).map(\.path)
    let first = try #require(order.first)
    let others = ["/4", "/6", "/1", "/3", "/2", "/5"].filter { $0 != first }
    #expect(order == [first] + others)
  }

  @Test func `300 pages of a throttled host do not delay ten of another`() async throws {
    let throttled = try LocalSite.start()
    let other = try SavedPage.site(10)
    defer {
      throttled.stop()
      other.stop()
    }
    for number in 1...300 { throttled.answer("/\(number)", .tooManyRequests(retryAfter: "60")) }
    let start = ContinuousClock.now
    let list =
      (1...300).map { throttled.url("/\($0)") } + (1...10).map { other.url("/\($0)") }
    let child = try Program.start(
      ["-", "-v", "--drain-timeout", "1"],
      input: .bytes(Array(list.joined(separator: "\n").utf8))
    )
    for number in 301...310 { #expect(await child.wrote("used       \(number) ", to: .errors)) }
    // Six at once, and after each minute that this took a few more.
    let minutes = Int((ContinuousClock.now - start) / .seconds(60))
    #expect((1...6 + 60 * minutes).contains(Self.pages(throttled).count))
    #expect(Self.pages(other).count == 10)
    child.send(SIGINT)
    let result = await child.result()
    #expect(result.ending == .exit(130))
    #expect(result.log.contains("10 used, 300 not finished"))
  }
}
