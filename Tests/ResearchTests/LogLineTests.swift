import Testing

@testable import ResearchCore
@testable import research

struct LogLineTests {
  private static let subject = Event.Subject(index: 1, source: "http://a.test/", attempt: 1)

  @Test(
    arguments: [
      (.robots, [.everything]), (.retry, [.steps, .everything]), (.refresh, [.steps, .everything]),
    ] as [(Event.Wait.Reason, [LogDetail])]
  )
  func `a source that waits for robots.txt is told where everything is`(
    _ reason: Event.Wait.Reason,
    _ told: [LogDetail]
  ) {
    let wait = Event.Kind.waiting(Self.subject, Event.Wait(reason: reason, seconds: 1))
    for detail in [LogDetail.errors, .failures, .steps, .everything] {
      #expect(LogLine(detail).tells(wait) == told.contains(detail))
    }
    // The host's line says it once.
    let held = Event.Kind.held(host: "http://a.test:80", reason: reason, seconds: 1)
    #expect(LogLine(.steps).tells(held))
  }
}
