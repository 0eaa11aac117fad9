import Fetching
import TestSupport
import Testing

@testable import ResearchCore

/// What becomes of sources whose pages stand behind walls.
@Suite struct SessionChallengeTests {
  private static func session(
    _ status: Int,
    walls attempts: Int = .max,
    body: String = RefusedPageTests.wall
  ) -> VirtualSession {
    VirtualSession(fetch: { address, attempt in
      StubFetcher.Answer(
        attempt <= attempts ? body : VirtualSession.page(address.path),
        after: .seconds(1),
        status: attempt <= attempts ? status : 200
      )
    })
  }

  @Test(arguments: [(200, 1), (403, 1), (429, 4), (503, 4)])
  func `fails as a challenge, after the attempts that its status has`(
    status: Int,
    attempts: Int
  ) throws {
    var session = Self.session(status)
    session.configuration.fetching.retries = 3
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    let record = try #require(outcome.records.first)
    #expect(record.outcome == .failed)
    #expect(record.error?.kind == .challenge)
    #expect(record.attempts == attempts)
    #expect(record.status == status)
    #expect(record.title == "Just a moment...")
    #expect(record.bytes == RefusedPageTests.wall.utf8.count)
    #expect(record.sha256 != nil)
    #expect(record.text == nil)
  }

  @Test(arguments: [429, 503])
  func `takes the page that comes after a wall`(status: Int) throws {
    let outcome = try #require(Self.session(status, walls: 1).run(VirtualSession.urls(1)))
    #expect(outcome.counts.used == 1)
    #expect(outcome.records.first?.error == nil)
  }

  @Test(arguments: [(403, Failure.Kind.http), (429, .rateLimited), (503, .http)])
  func `leaves ordinary refusals what they are`(status: Int, kind: Failure.Kind) throws {
    var session = Self.session(status, body: "<h1>No</h1><p>Please come back later.</p>")
    session.configuration.fetching.retries = 0
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(outcome.records.first?.error?.kind == kind)
  }

  @Test func `ends at once when it is cancelled between a refusal and its judgement`() throws {
    let session = Self.session(403)
    let outcome = try #require(
      session.run(VirtualSession.urls(3)) { session, clock in
        try await clock.sleep(until: .milliseconds(500))
        await session.cancel(reason: "a test")
      }
    )
    #expect(outcome.counts.unfinished == 3)
  }
}
