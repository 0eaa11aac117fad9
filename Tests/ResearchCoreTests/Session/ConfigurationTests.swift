import FlowControl
import Testing

@testable import ResearchCore

@Suite struct ConfigurationTests {
  @Test func `the window is twice what the stages may hold`() {
    var configuration = Configuration()
    #expect(configuration.effectiveWindow == 2 * (50 + Workers.cores + 10))
    configuration.summarising.concurrency = 0
    #expect(configuration.effectiveWindow == 10_000)
    configuration.window = 7
    #expect(configuration.effectiveWindow == 7)
    configuration.window = -1
    #expect(configuration.effectiveWindow == 1)
  }

  @Test func `no limit is so odd that it stops a program`() throws {
    var configuration = Configuration()
    configuration.fetching.maxConcurrency = .max
    configuration.summarising.concurrency = .max
    #expect(configuration.effectiveWindow > 1_000_000)
    var session = VirtualSession()
    session.configuration = configuration
    #expect(session.run(VirtualSession.urls(3))?.counts.used == 3)
    configuration.fetching.maxConcurrency = .min
    configuration.fetching.hostConcurrency = -1
    configuration.summarising.concurrency = -1
    session.configuration = configuration
    #expect(session.run(VirtualSession.urls(3))?.counts.used == 3)
    _ = try Session(configuration)
  }
}
