import Fetching
import TestSupport
import Testing

/// Bodies that come in their own time, on real sockets.
@Suite(.timeLimit(.minutes(15)))
struct CurlTransferStreamTests {
  private static let stream = "data: {\"a\":1}\n\ndata: [DONE]\n\n"

  private static func head(_ type: String = "text/event-stream") -> LocalStep {
    .send(LocalAnswer.head(200, [("Content-Type", type), ("Transfer-Encoding", "chunked")]))
  }

  private static func chunk(_ text: String) -> LocalStep {
    .send(Array("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n".utf8))
  }

  private func request(
    _ site: LocalSite,
    silence: Duration? = nil,
    lastEvent: String? = nil
  ) throws -> FetchRequest {
    var request = FetchRequest(address: try WebAddress(site.url("/")), body: Array("{}".utf8))
    (request.silence, request.lastEvent) = (silence, lastEvent)
    return request
  }

  private func bytes(_ page: Page) -> String { String(decoding: page.body.bytes, as: UTF8.self) }

  @Test func `ends a body that falls silent, and says so`() async throws {
    let answer = LocalAnswer { _ in [Self.head(), Self.chunk("data: 1\n\n"), .waitForEnd] }
    try await withSite(["/": answer]) { site, fetcher in
      let request = try request(site, silence: .milliseconds(60))
      let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(request) }
      guard case .timeout(_, let reason) = error?.cause else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason == "nothing more of its answer for 60 ms" && error?.isRetryable == true)
      #expect(error?.answer?.received == 9)
      await site.reached { $0.abandoned == 1 }
    }
  }

  @Test func `counts no silence before the body's first byte`() async throws {
    let pages = LocalAnswer { _ in
      [
        .pause(milliseconds: 120), Self.head(), .pause(milliseconds: 120), Self.chunk("late"),
        Self.chunk(""),
      ]
    }
    try await withSite(["/": pages]) { site, fetcher in
      let page = try await fetcher.fetch(request(site, silence: .milliseconds(60)))
      #expect(bytes(page) == "late" && !page.isCut)
    }
  }

  @Test func `lets a body take longer than its silence may`() async throws {
    let pieces = LocalAnswer { _ in
      [Self.head()]
        + (0..<40).flatMap { _ in [Self.chunk(": on\n"), .pause(milliseconds: 20)] }
        + [Self.chunk("")]
    }
    try await withSite(["/": pieces]) { site, fetcher in
      let page = try await fetcher.fetch(request(site, silence: .milliseconds(600)))
      #expect(page.body.bytes.count == 200)
    }
  }

  @Test func `leaves the time in all the last word`() async throws {
    let answer = LocalAnswer { _ in [Self.head(), Self.chunk("x"), .waitForEnd] }
    try await withSite(["/": answer]) { site, fetcher in
      var request = try request(site, silence: .seconds(60))
      request.timeout = .milliseconds(80)
      let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(request) }
      #expect(error?.message.contains("no end of its answer after 80 ms") == true)
    }
  }

  @Test(arguments: [LocalStep.waitForEnd, .close, .reset, .sendEndlessly(Array("x\n".utf8))])
  func `is content with the last event, however the rest goes`(end: LocalStep) async throws {
    // With a length that is never reached, so that what ends here is no end of the body.
    let answer = LocalAnswer { _ in
      let head = [("Content-Type", "text/event-stream"), ("Content-Length", "1000000")]
      return [.send(LocalAnswer.head(200, head) + Array(Self.stream.utf8)), end]
    }
    try await withSite(["/": answer]) { site, fetcher in
      let page = try await fetcher.fetch(request(site, lastEvent: "[DONE]"))
      #expect(page.isCut && page.status == 200)
      #expect(bytes(page).hasPrefix(Self.stream) && page.body.bytes.count < 100_000)
    }
  }

  @Test(arguments: [LocalStep.waitForEnd, .close, .reset])
  func `is content with the event that has all that matters, however the rest goes`(
    end: LocalStep
  ) async throws {
    let stream = "data: 1\n\ndata: {\"end\":\"stop\"}\n\n"
    let answer = LocalAnswer { _ in
      let head = [("Content-Type", "text/event-stream"), ("Content-Length", "1000000")]
      return [.send(LocalAnswer.head(200, head) + Array(stream.utf8)), end]
    }
    try await withSite(["/": answer]) { site, fetcher in
      var asked = try request(site, silence: .milliseconds(300), lastEvent: "[DONE]")
      asked.endField = "end"
      #expect(bytes(try await fetcher.fetch(asked)) == stream)
      asked.endField = "other"
      await #expect(throws: FetchError.self) { try await fetcher.fetch(asked) }
    }
  }

  @Test func `uses the connection again where the stream is ended properly`() async throws {
    let answer = LocalAnswer { _ in [Self.head(), Self.chunk(Self.stream), Self.chunk("")] }
    try await withSite(["/": answer]) { site, fetcher in
      for _ in 0..<3 {
        let page = try await fetcher.fetch(request(site, lastEvent: "[DONE]"))
        #expect(page.isCut && bytes(page) == Self.stream)
      }
      #expect(site.statistics.connections == 1)
    }
  }

  @Test func `reads other bodies to their end`() async throws {
    let answer = LocalAnswer { _ in
      [Self.head("text/plain"), Self.chunk(Self.stream), Self.chunk("more"), Self.chunk("")]
    }
    try await withSite(["/": answer]) { site, fetcher in
      let page = try await fetcher.fetch(request(site, lastEvent: "[DONE]"))
      #expect(bytes(page) == Self.stream + "more" && !page.isCut)
    }
  }

  @Test func `fails where the stream breaks off before its last event`() async throws {
    let answer = LocalAnswer { _ in [Self.head(), Self.chunk("data: 1\n\n"), .reset] }
    try await withSite(["/": answer]) { site, fetcher in
      await expect("reset") { try await fetcher.fetch(request(site, lastEvent: "[DONE]")) }
    }
  }

  @Test func `ends at once when cancelled in a stream`() async throws {
    let answer = LocalAnswer { _ in [Self.head(), Self.chunk("data: 1\n\n"), .waitForEnd] }
    try await withSite(["/": answer]) { site, fetcher in
      let request = try request(site, silence: .seconds(3_600), lastEvent: "[DONE]")
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await expect("cancelled") { try await fetcher.fetch(request) } }
        await site.arrived("/")
        group.cancelAll()
      }
      await site.reached { $0.abandoned == 1 }
    }
  }
}
