import Extraction
import FlowControl
import Testing

@testable import ResearchCore

/// A task executor of two threads that starts no job before both have one.
///
/// A stage that reads one page after the other never has two, and then the wait ends.
private final class MeetingPool: TaskExecutor {
  private struct Work: Sendable {
    let job: UnownedJob
    let executor: UnownedTaskExecutor
  }

  private struct State {
    var queue: [Work] = []
    var running = 0
    var haveMet = false
    var isClosed = false
  }

  private let state = Locked(State())

  init() {
    for _ in 0..<2 {
      let state = state
      Thread.start { Self.work(state) }
    }
  }

  deinit {
    state.withLock { $0.isClosed = true }
    state.notify()
  }

  var haveMet: Bool { state.withLock { $0.haveMet } }

  func enqueue(_ job: consuming ExecutorJob) {
    let work = Work(job: UnownedJob(job), executor: asUnownedTaskExecutor())
    state.withLock { $0.queue.append(work) }
    state.notify()
  }

  private static func work(_ state: Locked<State>) {
    while let work = state.wait(until: { next(&$0) }) {
      state.notify()
      _ = state.wait(atMost: .seconds(60)) { $0.haveMet ? true : nil }
      work.job.runSynchronously(on: work.executor)
      state.withLock { $0.running -= 1 }
    }
  }

  private static func next(_ state: inout State) -> Work?? {
    guard !state.queue.isEmpty else { return state.isClosed ? .some(nil) : nil }
    state.running += 1
    if state.running == 2 { state.haveMet = true }
    return .some(state.queue.removeFirst())
  }
}

struct ExtractStageTests {
  private let pool = MeetingPool()

  private func items(_ count: Int) async throws -> Flow<Content> {
    let clock = SessionClock(ContinuousClock())
    let (stream, continuation) = Flow<Content>.makeStream()
    for number in 1...count {
      let path = "\(number).html"
      let source = Source(index: number, name: path, target: .document(path: path))
      let permit = try await AsyncSemaphore(1, clock: clock).acquire()
      let page = Array("<p>Page number \(number) has a text.</p>".utf8)
      continuation.yield(
        Item(
          source: source,
          record: source.record,
          result: .success(.file(path: path, bytes: page, permit: permit))
        )
      )
    }
    continuation.finish()
    return stream
  }

  private func stage() -> ExtractStage {
    let clock = SessionClock(ContinuousClock())
    return ExtractStage(
      stage: StageContext(
        events: EventBus(clock: clock, startTime: 0),
        clock: clock,
        workers: pool,
        startTime: 0
      ),
      configuration: Configuration()
    )
  }

  @Test func `reads saved pages at the same time, on all workers`() async throws {
    let (stream, continuation) = Flow<Article>.makeStream()
    await stage().run(try await items(8), into: continuation)
    var texts: [Int: String] = [:]
    for await item in stream { texts[item.source.index] = try item.result.get().text }
    #expect(pool.haveMet)
    #expect(texts.count == 8 && texts[7] == "Page number 7 has a text.")
  }

  @Test func `keeps links and parts of a text in the record`() {
    var article = Article(text: "See there.\n\na\n  b")
    article.links = [TextLink(start: 4, end: 9, address: "https://a.example/")]
    article.parts = [TextPart(.code, 12..<17)]
    var record = Record(index: 1, source: "x")
    record.note(article)
    #expect(record.links == [.init(start: 4, end: 9, url: "https://a.example/")])
    #expect(record.parts == [.init(kind: .code, start: 12, end: 17)])
    var plain = Record(index: 1, source: "x")
    plain.note(Article(text: "Text."))
    #expect(plain.links == nil && plain.parts == nil)
  }
}
