import FoundationEssentials
import ResearchCore
import TestSupport
import Testing

@testable import research

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseTaskPlanTests {
  @Test func `names addresses in place of delays`() throws {
    let uneven = try #require(Experiment.streaming.cases.last)
    guard case .pipeline(let task) = ExerciseTask(uneven, row: 3, port: 80) else {
      return #expect(Bool(false), "it is no pipeline")
    }
    #expect(task.schedule == .streaming && task.slots == 0 && task.timeout == 65)
    #expect(
      task.runs == [
        ExerciseTask.Pipeline.Run(
          pages: [
            "http://127.0.0.1:80/pages/1?delay=1", "http://127.0.0.1:80/pages/2?delay=5",
          ],
          model: ExerciseTask.Model(
            baseURL: "http://127.0.0.1:80/plan/row-3-1/5,1/2/v1",
            statistics: "http://127.0.0.1:80/plan/row-3-1/stats"
          )
        )
      ]
    )
  }

  @Test func `asks no model for what is only fetched, and gives each run a plan of its own`() throws
  {
    let tasks = Experiment.calls.cases.map { ExerciseTask($0, row: 1, port: 80) }
    let runs = tasks.map { task -> [String?] in
      guard case .pipeline(let task) = task else { return [] }
      return task.runs.map { $0.model?.baseURL }
    }
    let agents: [String?] = [1, 2].map { "http://127.0.0.1:80/plan/row-1-\($0)/2/0.05/v1" }
    #expect(runs == [[nil], [nil], [nil], [nil], agents, agents])
  }

  @Test func `says how many calls there are and what carries them`() {
    let tasks = Experiment.crowd.cases.map { ExerciseTask($0.scaled(by: 0.1), row: 7, port: 80) }
    let model = ExerciseTask.Model(
      baseURL: "http://127.0.0.1:80/plan/row-7/0.2*1000/0/v1",
      statistics: "http://127.0.0.1:80/plan/row-7/stats"
    )
    let calls = { carrier, atOnce in
      ExerciseTask.calls(
        ExerciseTask.Calls(1_000, to: model, on: carrier, atOnce: atOnce, timeout: 60.2)
      )
    }
    #expect(
      tasks == [
        calls(.tasks, 1), calls(.threads, 10), calls(.threads, 100), calls(.tasks, nil),
        calls(.tasks, 50),
      ]
    )
  }

  @Test(arguments: Schedule.allCases)
  func `runs the pipeline and sees each step`(_ schedule: Schedule) async throws {
    let row = Self.row(.pipeline(PipelineWork(schedule).scaled(by: 0.005)))
    let result = try await Self.measured(row)
    let steps = Dictionary(grouping: result.spans, by: \.step).mapValues { Set($0.map(\.index)) }
    let pages: Set = [1, 2, 3, 4, 5]
    #expect(
      steps == ["fetch": pages, "extract": pages, "summarise": pages, "combine": [0]]
    )
    #expect(result.failed == 0 && result.failure == nil)
    #expect(result.seconds >= row.predicted.seconds * 0.9)
    #expect((1...(schedule == .oneByOne ? 1 : 5)).contains(result.mostAtOnce ?? 0))
  }

  @Test func `numbers the pages of several runs through`() async throws {
    let work = PipelineWork(pages: 2, .streaming, copies: 2).scaled(by: 0.005)
    let result = try await Self.measured(Self.row(.pipeline(work)))
    #expect(Set(result.spans.map(\.index)) == [0, 1, 2, 3, 4])
    #expect(result.spans.count == 14 && result.failed == 0 && result.mostAtOnce == nil)
  }

  @Test(arguments: [CallWork.Carrier.threads, .tasks], [1, 4])
  func `makes the calls, no more at once than it may`(
    _ carrier: CallWork.Carrier,
    _ atOnce: Int
  ) async throws {
    let work = CallWork(20, of: .milliseconds(2), on: carrier, atOnce: atOnce)
    let result = try await Self.measured(Self.row(.calls(work)))
    #expect(result.failed == 0 && result.spans.isEmpty)
    #expect((1...atOnce).contains(result.mostAtOnce ?? 0))
    #expect(result.seconds >= work.predicted.seconds)
    #expect((result.latency?.p50 ?? 0) >= 0.002)
  }

  @Test(arguments: [CallWork.Carrier.threads, .tasks])
  func `counts the calls that fail, and says why`(_ carrier: CallWork.Carrier) async throws {
    let result = try await Self.withServer { port in
      let work = CallWork(5, of: .zero, on: carrier, atOnce: 2)
      guard case .calls(var task) = ExerciseTask(Self.row(.calls(work)), row: 1, port: port) else {
        throw CancellationError()
      }
      task.model.baseURL = "http://127.0.0.1:\(port)/plan/row-1/never/0/v1"
      return try await ExerciseTask.calls(task).measured()
    }
    #expect(result.failed == 5 && result.latency == nil)
    #expect(result.failure?.contains("'never' is no delay") == true)
  }

  @Test func `counts a page that fails`() async throws {
    let result = try await Self.withServer { port in
      let task = ExerciseTask.Pipeline(
        runs: [.init(pages: ["http://127.0.0.1:\(port)/pages/0"], model: nil)],
        schedule: .streaming,
        slots: 0,
        timeout: 60
      )
      return try await ExerciseTask.pipeline(task).measured()
    }
    #expect(result.failed == 1 && result.failure?.contains("404") == true)
  }

  @Test(
    arguments: [
      .calls(CallWork(3, of: .seconds(3_000), on: .tasks, atOnce: nil)),
      .pipeline(PipelineWork(fetches: [.seconds(3_000)], .streaming)),
    ] as [ExerciseCase.Work]
  )
  func `ends when it is cancelled`(_ work: ExerciseCase.Work) async throws {
    try await Self.withServer { port in
      let task = ExerciseTask(Self.row(work), row: 1, port: port)
      await #expect(throws: CancellationError.self) {
        try await withThrowingTaskGroup(of: ExerciseMeasurement.self) { group in
          group.addTask { try await task.measured() }
          group.cancelAll()
          return try await group.next() ?? ExerciseMeasurement(seconds: 0)
        }
      }
    }
  }

  @Test func `ends a row's process with its parent`() async throws {
    let ending = try await Self.withServer { port in
      let work = CallWork(1, of: .seconds(3_000), on: .tasks, atOnce: nil)
      let task = try JSONEncoder().encode(ExerciseTask(Self.row(.calls(work)), row: 1, port: port))
      let child = try Program.start(
        ["exercise-row", String(decoding: task, as: UTF8.self)],
        input: .open
      )
      child.closeInput()
      return await child.result().ending
    }
    #expect(ending == .exit(0))
  }

  private static func row(_ work: ExerciseCase.Work) -> ExerciseCase {
    ExerciseCase(.crowd, "a row", work)
  }

  private static func measured(_ row: ExerciseCase) async throws -> ExerciseMeasurement {
    try await withServer { try await ExerciseTask(row, row: 1, port: $0).measured() }
  }

  /// Runs `body` beside a server, in a process of its own, as the program does.
  private static func withServer<Value>(
    _ body: (UInt16) async throws -> Value
  ) async throws -> Value {
    let server = try ChildProgram.start(["exercise-server"], of: Program.path)
    defer { server.close() }
    let port = try await server.line().flatMap { UInt16($0) }
    return try await body(try #require(port))
  }
}
