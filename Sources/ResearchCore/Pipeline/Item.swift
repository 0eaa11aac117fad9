import Extraction
import Fetching
import FlowControl
import FoundationEssentials
import Summarisation

/// Why a step did not give what the next one needs, and whether the source comes again.
struct StepFailure: Error {
  /// Another attempt, after a wait and perhaps at another address.
  struct Again: Sendable {
    /// How long the source waits before it.
    var delay = Duration.zero
    /// The address that the page refreshes to.
    var refresh: WebAddress?
    /// Whether that page came from a public address.
    var isLedByPublic = false
  }

  /// How long the parts of a fetch that failed took, as far as that is known.
  var timings: FetchTimings?
  /// What went wrong; for a refresh, why it was left.
  var failure: Failure
  /// How it goes on; nil for good.
  var again: Again?

  /// A failure that ends the source, unless `again` says otherwise.
  init(_ failure: Failure, again: Again? = nil) {
    self.failure = failure
    self.again = again
  }
}

/// The envelope in which a source travels: its record so far, and a value or why there is none.
///
/// One reference, because every task in flight holds several copies of it.
struct Item<Value: Sendable>: Sendable {
  private final class Contents: Sendable {
    let source: Source
    let record: Record
    let result: Result<Value, StepFailure>
    let failedAt: Step?

    init(
      _ source: Source,
      _ record: Record,
      _ result: Result<Value, StepFailure>,
      _ failedAt: Step?
    ) {
      (self.source, self.record, self.result, self.failedAt) = (source, record, result, failedAt)
    }
  }

  private let contents: Contents

  /// An item as a step leaves it.
  init(
    source: Source,
    record: Record,
    result: Result<Value, StepFailure>,
    failedAt: Step? = nil
  ) {
    contents = Contents(source, record, result, failedAt)
  }

  /// What the list said.
  var source: Source { contents.source }
  /// What has been learnt.
  var record: Record { contents.record }
  /// What the last step gave.
  var result: Result<Value, StepFailure> { contents.result }
  /// The step at which it failed.
  var failedAt: Step? { contents.failedAt }

  /// Whether there is nothing for a step to do.
  var hasFailed: Bool {
    if case .failure = result { true } else { false }
  }

  /// Runs a step on the value when it has its `turn`, which lasts for as long as the step does; a
  /// failure passes by untouched, without waiting.
  ///
  /// The step's time begins with its turn; where that does not come, because the task is cancelled,
  /// the item fails. What the step learns goes into the record even when it throws. `told` gives
  /// the event that ends the step. Cancellation becomes a failure like any other.
  func then<Next: Sendable>(
    _ step: Step,
    _ stage: StageContext,
    host: String? = nil,
    turn: (Value) async throws -> AsyncSemaphore.Permit? = { _ in nil },
    told: (Event.Subject, Next, Record, Double) -> Event.Kind,
    _ work: (Value, inout Record) async throws -> Next
  ) async -> Item<Next> {
    guard case .success(let value) = result else { return passing() }
    let permit: AsyncSemaphore.Permit?
    do { permit = try await turn(value) } catch { return failing(with: error, at: step) }
    defer { withExtendedLifetime(permit) {} }
    let attempt = begun(step, stage, host)
    do {
      let next = try await work(value, &attempt.record)
      return passed(attempt, next, told)
    } catch {
      return failed(attempt, error)
    }
  }

  @inline(never)
  private func begun(_ step: Step, _ stage: StageContext, _ host: String?) -> StepAttempt {
    stage.events.publish(.began(step, source.subject, host: host))
    return StepAttempt(record, step, stage)
  }

  /// Apart from ``then(_:_:host:turn:told:_:)``, so that no frame that waits holds what this one
  /// needs.
  @inline(never)
  private func passed<Next: Sendable>(
    _ attempt: StepAttempt,
    _ next: Next,
    _ told: (Event.Subject, Next, Record, Double) -> Event.Kind
  ) -> Item<Next> {
    let duration = attempt.end()
    attempt.stage.events.publish(told(source.subject, next, attempt.record, duration.seconds))
    return Item<Next>(source: source, record: attempt.record, result: .success(next))
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

  init(_ record: Record, _ step: Step, _ stage: StageContext) {
    (self.record, self.step, self.stage) = (record, step, stage)
    start = stage.clock.now
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

extension StepFailure {
  /// The failure that an error of a step amounts to.
  init(wrapping error: any Error) {
    switch error {
    case let failure as StepFailure: self = failure
    case let failure as Failure: self.init(failure)
    case let error as FetchError: self.init(Failure(error))
    case let error as ExtractionError: self.init(Failure(error))
    case let error as ChatError where !error.isCancelled: self.init(Failure(error))
    case is CancellationError, is ChatError:
      self.init(Failure(.cancelled, "the run ended before the source was finished"))
    default: self.init(Failure(.file, "\(error)"))
    }
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
