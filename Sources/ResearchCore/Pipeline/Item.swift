import FlowControl
import FoundationEssentials

/// The envelope in which a source travels: its record so far, and a value or why there is none.
///
/// One reference, because every task in flight holds several copies of it.
struct Item<Value: Sendable>: Sendable {
  private final class Contents: Sendable {
    let source: Source
    let record: Record
    let result: Result<Value, StepFailure>
    let failedAt: Step?
    let hold: AsyncSemaphore.Permit?

    init(
      _ source: Source,
      _ record: Record,
      _ result: Result<Value, StepFailure>,
      _ failedAt: Step?,
      _ hold: AsyncSemaphore.Permit?
    ) {
      (self.source, self.record, self.result, self.failedAt) = (source, record, result, failedAt)
      self.hold = hold
    }
  }

  private let contents: Contents

  /// An item as a step leaves it.
  init(
    source: Source,
    record: Record,
    result: Result<Value, StepFailure>,
    failedAt: Step? = nil,
    hold: AsyncSemaphore.Permit? = nil
  ) {
    contents = Contents(source, record, result, failedAt, hold)
  }

  /// The item with a permit that is out until the item, and what later steps make of it, has gone.
  func holding(_ permit: AsyncSemaphore.Permit?) -> Item {
    guard let permit else { return self }
    return Item(
      source: source,
      record: record,
      result: result,
      failedAt: failedAt,
      hold: permit
    )
  }

  /// What the list said.
  var source: Source { contents.source }
  /// What has been learnt.
  var record: Record { contents.record }
  /// What the last step gave.
  var result: Result<Value, StepFailure> { contents.result }
  /// The step at which it failed.
  var failedAt: Step? { contents.failedAt }

  /// Why it failed, where it did.
  var failure: Failure? {
    if case .failure(let failure) = result { failure.failure } else { nil }
  }

  /// Whether there is nothing for a step to do.
  var hasFailed: Bool {
    if case .failure = result { true } else { false }
  }

  /// Runs a step on the value when it has its `turn`, which lasts for as long as the step does; a
  /// failure passes by untouched, without waiting.
  ///
  /// The step's time begins with its turn, or before it at `start`; where the turn does not come,
  /// because the task is cancelled, the item fails. What the step learns goes into the record even
  /// when it throws. `told` gives the event that ends the step. Cancellation becomes a failure like
  /// any other.
  func then<Next: Sendable>(
    _ step: Step,
    _ stage: StageContext,
    host: String? = nil,
    since start: Duration? = nil,
    turn: (Value) async throws -> AsyncSemaphore.Permit? = { _ in nil },
    told: (Source, Next, Record, Double) -> Event.Kind,
    _ work: (Value, inout Record) async throws -> Next
  ) async -> Item<Next> {
    guard case .success(let value) = result else { return passing() }
    let permit: AsyncSemaphore.Permit?
    do { permit = try await turn(value) } catch { return failing(with: error, at: step) }
    defer { withExtendedLifetime(permit) {} }
    let attempt = begun(step, stage, host, start)
    do {
      let next = try await work(value, &attempt.record)
      return passed(attempt, next, told)
    } catch {
      return failed(attempt, error)
    }
  }

  @inline(never)
  private func begun(
    _ step: Step,
    _ stage: StageContext,
    _ host: String?,
    _ start: Duration?
  ) -> StepAttempt {
    stage.events.publish(.began(step, source.subject, host: host))
    return StepAttempt(record, step, stage, since: start ?? stage.clock.now)
  }

  /// Apart from ``then(_:_:host:since:turn:told:_:)``, so that no frame that waits holds what this one
  /// needs.
  @inline(never)
  private func passed<Next: Sendable>(
    _ attempt: StepAttempt,
    _ next: Next,
    _ told: (Source, Next, Record, Double) -> Event.Kind
  ) -> Item<Next> {
    let duration = attempt.end()
    attempt.stage.events.publish(told(source, next, attempt.record, duration.seconds))
    return Item<Next>(
      source: source,
      record: attempt.record,
      result: .success(next),
      hold: contents.hold
    )
  }

  @inline(never)
  private func failed<Next>(_ attempt: StepAttempt, _ error: any Error) -> Item<Next> {
    attempt.end()
    return failing(with: error, attempt.record, at: attempt.step)
  }

  /// The item as it is for a step that it does not reach.
  @inline(never)
  private func passing<Next>() -> Item<Next> {
    Item<Next>(
      source: source,
      record: record,
      result: result.flatMap { _ in .failure(StepFailure(Failure(.cancelled, "not reached"))) },
      failedAt: failedAt
    )
  }

  @inline(never)
  private func failing<Next>(
    with error: any Error,
    _ record: Record? = nil,
    at step: Step
  ) -> Item<Next> {
    Item<Next>(
      source: source,
      record: record ?? self.record,
      result: .failure(StepFailure(wrapping: error)),
      failedAt: step
    )
  }
}

/// A step at work: on the heap, because a record is large and thousands may wait.
private final class StepAttempt {
  var record: Record
  let stage: StageContext
  let step: Step
  private let start: Duration

  init(_ record: Record, _ step: Step, _ stage: StageContext, since start: Duration) {
    (self.record, self.step, self.stage, self.start) = (record, step, stage, start)
  }

  /// Notes how long the step took.
  @discardableResult
  func end() -> Duration {
    let duration = stage.clock.now - start
    record.note(step, took: duration)
    return duration
  }
}

/// What every stage needs: where to tell, and what time it is.
struct StageContext: Sendable {
  let events: EventBus
  let clock: SessionClock
  let workers: any TaskExecutor
  /// When the session began, in seconds since 1970.
  let startTime: Double

  /// Wall-clock time, in seconds since 1970.
  var time: Double { startTime + clock.now.seconds }

  /// Wall-clock time as records have it: ISO 8601, UTC, to the second.
  var timestamp: String {
    Date(timeIntervalSince1970: time).formatted(Date.ISO8601FormatStyle())
  }
}

/// What travels between two stages.
///
/// The window of permits bounds what it can hold.
typealias Flow<Value: Sendable> = AsyncStream<Item<Value>>

extension AsyncStream.Continuation {
  /// Passes an item on.
  ///
  /// The window bounds every stream, so that a dropped item is a programming error.
  func pass(_ element: sending Element) {
    if case .dropped = yield(element) { preconditionFailure("a stream overflowed its window") }
  }
}

extension Record {
  fileprivate mutating func note(_ step: Step, took duration: Duration) {
    var timings = timings ?? Timings()
    switch step {
    case .fetch: timings.fetch = duration.seconds
    case .extract: timings.extract = duration.seconds
    case .summarise: timings.summarise = duration.seconds
    }
    self.timings = timings
  }
}
