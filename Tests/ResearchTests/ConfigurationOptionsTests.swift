import FlowControl
import ResearchCore
import Testing

@testable import research

struct ConfigurationOptionsTests {
  @Test(arguments: [
    (Duration.seconds(10), Duration.seconds(7)), (.seconds(3), .zero), (.seconds(2), .zero),
    (nil, nil),
  ])
  func `a deadline counts from the program's beginning`(deadline: Duration?, rest: Duration?) {
    let time = VirtualTime()
    let clock = SessionClock(time)
    time.run { try? await clock.sleep(for: .seconds(3)) }
    var configuration = Configuration()
    configuration.deadline = deadline
    #expect(configuration.counting(from: clock).deadline == rest)
  }
}
