import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct CurlMultiTests {
  private static let long = String(repeating: "x", count: 100_000)

  @Test func `fetches many pages at the same time`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      site.hold("/")
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<40 { group.addTask { try await fetcher.fetch(site.url("/")).status } }
        await site.arrived("/", count: 40)
        site.release("/")
        for try await status in group { #expect(status == 200) }
      }
      #expect(site.statistics.mostInFlight == 40)
    }
  }

  @Test func `aborts a transfer when its task is cancelled`() async throws {
    try await withSite(["/held": .text("x"), "/fine": .text("y")]) { site, fetcher in
      site.hold("/held")
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          await expect("cancelled") { try await fetcher.fetch(site.url("/held")) }
        }
        await site.arrived("/held")
        group.cancelAll()
        await group.waitForAll()
      }
      // The site sees the connection go while it still holds the request.
      await site.reached { $0.abandoned == 1 }
      try await #expect(fetcher.fetch(site.url("/fine")).status == 200)
    }
  }

  @Test func `aborts a transfer in the middle of its body`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxSize = .max
    try await withSite(["/": .drip(Self.long, piece: 1)], configuration) { site, fetcher in
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await expect("cancelled") { try await fetcher.fetch(site.url("/")) } }
        await site.arrived("/")
        group.cancelAll()
        await group.waitForAll()
      }
      await site.reached { $0.abandoned == 1 }
    }
  }

  @Test func `begins nothing for a task that is cancelled already`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      await withTaskGroup(of: Void.self) { group in
        group.cancelAll()
        group.addTask { await expect("cancelled") { try await fetcher.fetch(site.url("/")) } }
      }
      #expect(site.requests.isEmpty)
    }
  }

  @Test func `survives many cancellations at any moment`() async throws {
    try await withSite(["/": .text(String(repeating: "x", count: 50_000))]) { site, fetcher in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<300 {
          group.addTask {
            await withTaskGroup(of: Void.self) { inner in
              // Whether it ends as a page or as cancelled is all the same here: it has to end.
              inner.addTask { _ = try? await fetcher.fetch(site.url("/")) }
              for _ in 0..<(number % 20) { await Task.yield() }
              inner.cancelAll()
            }
          }
        }
      }
      try await #expect(fetcher.fetch(site.url("/")).status == 200)
    }
  }

  @Test func `fails what is in flight when it is closed`() async throws {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    site.hold("/")
    var configuration = FetchConfiguration()
    // No time-out may come before the close, however busy the machine is.
    configuration.timeout = .seconds(3_600)
    configuration.connectTimeout = .seconds(3_600)
    let fetcher = try CurlFetcher(configuration)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<5 {
        group.addTask { await expect("cancelled") { try await fetcher.fetch(site.url("/")) } }
      }
      await site.arrived("/", count: 5)
      await fetcher.close()
    }
    await site.reached { $0.abandoned == 5 }
    await expect("cancelled") { try await fetcher.fetch(site.url("/")) }
    await fetcher.close()
  }

  @Test func `closes its connections when nobody holds it any more`() async throws {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    _ = try await CurlFetcher().fetch(site.url("/"))
    await site.reached { $0.closed == 1 }
  }

  @Test func `keeps a page whole after it is closed`() async throws {
    let site = try LocalSite.start(["/": .text("x")])
    defer { site.stop() }
    let page = try await withFetcher { try await $0.fetch(site.url("/")) }
    await site.reached { $0.closed == 1 }
    #expect(page.body.bytes == Array("x".utf8))
  }

  @Test func `rests all transfers but the oldest while too many bytes are held`() async throws {
    let size = 2 << 20
    let answer = LocalAnswer.bytes([UInt8](repeating: 7, count: size))
    var configuration = FetchConfiguration()
    configuration.maxBuffered = 100_000
    try await withSite(["/first": answer, "/next": answer], configuration) { site, fetcher in
      var held: Page? = try await fetcher.fetch(site.url("/first"))
      #expect(held?.body.bytes.count == size)
      site.hold("/next")
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 {
          group.addTask { try await fetcher.fetch(site.url("/next")).body.bytes.count }
        }
        await site.arrived("/next", count: 8)
        site.release("/next")
        // With the budget used up by a page that nobody gives back, they still come, one by one.
        for _ in 0..<4 { try await #expect(group.next() == size) }
        held = nil
        for _ in 0..<4 { try await #expect(group.next() == size) }
      }
      #expect(held == nil)
    }
  }

  @Test func `never stops for good when every page is kept`() async throws {
    let size = 300_000
    var configuration = FetchConfiguration()
    configuration.maxBuffered = 1
    let answer = LocalAnswer.bytes([UInt8](repeating: 7, count: size))
    try await withSite(["/": answer], configuration) { site, fetcher in
      let pages = try await withThrowingTaskGroup(of: Page.self) { group in
        for _ in 0..<20 { group.addTask { try await fetcher.fetch(site.url("/")) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(pages.allSatisfy { $0.body.bytes.count == size })
    }
  }

  @Test func `lets a resting transfer be cancelled`() async throws {
    var configuration = FetchConfiguration()
    configuration.maxBuffered = 1
    let answers = ["/held": LocalAnswer.text("x"), "/": .endless]
    try await withSite(answers, configuration) { site, fetcher in
      site.hold("/held")
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await expect("cancelled") { try await fetcher.fetch(site.url("/held")) } }
        await site.arrived("/held")
        // The oldest waits for its answer, so these two are younger, and one byte is enough.
        let page = try await fetcher.fetch(site.url("/small"))
        group.addTask { await expect("cancelled") { try await fetcher.fetch(site.url("/")) } }
        await site.arrived("/")
        group.cancelAll()
        try await group.waitForAll()
        #expect(page.status == 404)
      }
      await site.reached { $0.abandoned == 2 }
    }
  }
}
