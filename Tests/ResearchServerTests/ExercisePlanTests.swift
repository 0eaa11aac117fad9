import Testing

@testable import ResearchServer

struct ExercisePlanTests {
  @Test(
    arguments: [
      ([.seconds(5), .seconds(1)], .seconds(2), "/plan/a-1/5,1/2/v1"),
      ([.milliseconds(250)], .milliseconds(1_050), "/plan/a-1/0.25/1.05/v1"),
      (Array(repeating: .seconds(2), count: 1_000), .zero, "/plan/a-1/2*1000/0/v1"),
      ([.seconds(1), .seconds(1), .seconds(3), .seconds(1)], .zero, "/plan/a-1/1*2,3,1/0/v1"),
      ([], .nanoseconds(1), "/plan/a-1/none/0.000000001/v1"),
    ] as [([Duration], Duration, String)]
  )
  func `writes a plan into its address and reads it back`(
    summaries: [Duration],
    report: Duration,
    path: String
  ) throws {
    let plan = ExercisePlan(key: "a-1", summaries: summaries, report: report)
    #expect(plan.baseURL(port: 81) == "http://127.0.0.1:81" + path)
    let parts = path.split(separator: "/")
    let read = try ExercisePlan(key: String(parts[1]), list: parts[2], report: parts[3])
    #expect(read == plan)
  }

  @Test func `writes the addresses of pages and of statistics`() {
    let plan = ExercisePlan(key: "k", summaries: [], report: .zero)
    #expect(
      plan.page(3, delay: .milliseconds(1_500), port: 9) == "http://127.0.0.1:9/pages/3?delay=1.5"
    )
    #expect(plan.statistics(port: 9) == "http://127.0.0.1:9/plan/k/stats")
  }

  @Test func `brings what is out of bounds within them`() {
    let plan = ExercisePlan(
      key: "a b/ü" + String(repeating: "x", count: 80),
      summaries: [.seconds(-1), .seconds(1_000_000)],
      report: .nanoseconds(5) + Duration(secondsComponent: 0, attosecondsComponent: 7)
    )
    #expect(plan.key == "a-b--" + String(repeating: "x", count: 59))
    #expect(plan.summaries == DelayRuns([.zero, .seconds(3_600)]))
    #expect(plan.report == .nanoseconds(5))
    #expect(ExercisePlan(key: "", summaries: [], report: .zero).key == "-")
  }

  @Test(arguments: [
    "", ",", "1,", "1,,2", "x", "-1", "+1", "1e3", "1.", ".5", "1.0000000001", "3600.1", "99999",
    "1*", "1*0", "1*-1", "1*+2", "1*2*3", "*3", "1 ", "١", "1*١", "1*99999999999999999999",
    "1*60000,1*60000", "None",
  ])
  func `rejects a list that breaks the grammar`(list: String) {
    #expect(throws: ExercisePlan.Flaw.self) {
      try ExercisePlan(key: "k", list: list, report: "0")
    }
  }

  @Test(arguments: ["", "a b", "ä", "a/b", String(repeating: "k", count: 65)])
  func `rejects a key that breaks the grammar`(key: String) {
    #expect(throws: ExercisePlan.Flaw.key) {
      try ExercisePlan(key: key, list: "1", report: "0")
    }
  }

  @Test func `names the delay that is wrong`() {
    #expect(throws: ExercisePlan.Flaw.delay("2s")) {
      try ExercisePlan(key: "k", list: "1,2s", report: "0")
    }
    #expect(throws: ExercisePlan.Flaw.delay("never")) {
      try ExercisePlan(key: "k", list: "1", report: "never")
    }
    #expect(throws: ExercisePlan.Flaw.tooMany) {
      try ExercisePlan(key: "k", list: "0*100001", report: "0")
    }
  }
}
