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

  @Test func `that a model fails is told also where little is, and of each page in short`() {
    let failure = Failure(.model, "the model at m.test is away")
    #expect(LogLine(.failures).tells(.degraded(failure)))
    #expect(!LogLine(.errors).tells(.degraded(failure)))
    let page = Event.Summarised(sentences: 3, error: failure, seconds: 1)
    #expect(!LogLine(.failures).tells(.summarised(Self.subject, page)))
    let text = { (kind: Event.Kind) in
      LogLine(.steps).text(for: Event(id: 1, time: 0, elapsed: 0, kind: kind)) ?? ""
    }
    #expect(
      text(.degraded(failure)).hasSuffix(
        "degraded       the built-in summariser does what the model does not: "
          + "the model at m.test is away"
      )
    )
    #expect(
      text(.summarised(Self.subject, page)).hasSuffix(
        "3 sentences, 1 s, built-in: the model failed"
      )
    )
  }
}
