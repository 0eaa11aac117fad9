import FoundationEssentials

/// How many random schedules a property test goes through.
package enum Schedules {
  /// 10,000, but for instrumented runs, which set `RESEARCH_TEST_SCHEDULES` because they are slow.
  package static let count: UInt64 = {
    let asked = ProcessInfo.processInfo.environment["RESEARCH_TEST_SCHEDULES"]
    return asked.flatMap(UInt64.init) ?? 10_000
  }()
}
