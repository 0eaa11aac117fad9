import Fetching
import FlowControl

/// The end of the road: records go to the store, permits and retries back to the frontier.
actor CollectStage {
  private let store: RecordStore
  private let frontier: Frontier
  private let stage: StageContext
  private let coder = RecordCoder()
  /// Why no more records are kept; nil while they are.
  private(set) var failure: (any Error)?

  /// A stage that keeps records in `store`.
  init(store: RecordStore, frontier: Frontier, stage: StageContext) {
    self.store = store
    self.frontier = frontier
    self.stage = stage
  }

  /// Collects every item; throws where the store cannot be written.
  func run(_ input: Flow<Void>) async throws {
    for await item in input {
      if await goesBack(item) { continue }
      await keep(item.finished, failedAt: item.failedAt, timings: item.fetchTimings)
      await frontier.settle(item.source)
      if let failure { throw failure }
    }
  }

  /// Keeps no more records, for this reason where there is none yet: how sources end is only told.
  func fail(_ error: any Error) {
    failure = failure ?? error
  }

  /// Keeps the record of a source that nothing more will be done about, as not finished.
  func keepUnfinished(_ source: Source) async {
    var record = source.record
    record.attempts = source.attempt - 1
    await perform(on: stage.workers) { [record] in
      await self.keep(record.unfinished, failedAt: nil)
    }
  }

  /// The collecting task prefers the workers, so that this is done there.
  @concurrent
  nonisolated private func line(for record: Record) async throws -> [UInt8] {
    try coder.line(for: record)
  }

  private func goesBack(_ item: Item<Void>) async -> Bool {
    guard case .failure(let failure) = item.result, let again = failure.again else { return false }
    return await frontier.takeBack(
      item.source,
      after: failure.failure,
      again,
      took: item.failedAt.flatMap { item.record.timings?[$0] },
      timings: item.fetchTimings
    )
  }

  /// Tells how a source ended: as its record says, or, where that cannot be kept, not at all.
  private func keep(
    _ record: Record,
    failedAt step: Step?,
    timings: FetchTimings? = nil
  ) async {
    do { try await store(record) } catch { return tell(record.unfinished, nil, nil) }
    tell(record, step, timings)
  }

  private func store(_ record: Record) async throws {
    if let failure { throw failure }
    do {
      try await store.append(line(for: record), index: record.index)
    } catch {
      fail(error)
      throw error
    }
  }

  private func tell(_ record: Record, _ step: Step?, _ timings: FetchTimings?) {
    var settled = Event.Settled(record)
    settled.step = step
    settled.took = step.flatMap { record.timings?[$0] }
    settled.timings = timings
    stage.events.publish(.settled(record.outcome, Event.Subject(record), settled))
  }
}

extension Event.Subject {
  /// The source that a record is of.
  init(_ record: Record) {
    self.init(index: record.index, source: record.source, attempt: record.attempts ?? 0)
  }
}

extension Event.Settled {
  /// How a record says that its source ended; at which step it does not say.
  init(_ record: Record) {
    self.init(
      error: record.error,
      duplicateOf: record.duplicateOf,
      step: nil,
      attempts: record.attempts ?? 0,
      seconds: record.timings?.total ?? 0
    )
  }
}

extension Record {
  /// The record of a source that the run's end has left where it was.
  fileprivate var unfinished: Record {
    var record = self
    record.outcome = .unfinished
    record.error = Failure(.cancelled, "the run ended before the source was finished")
    record.duplicateOf = nil
    return record
  }
}

extension Item<Void> {
  /// The record with the source's end in it.
  fileprivate var finished: Record {
    var record = record
    switch (source.target, result) {
    case (.duplicate(let first), _):
      record.outcome = .duplicate
      record.duplicateOf = first
    case (_, .success): record.outcome = .used
    case (_, .failure(let failure)):
      record.error = failure.failure
      // What should have come again, but may not any more, has not had its end.
      record.outcome = failure.again == nil ? failure.failure.outcome : .unfinished
    }
    return record
  }
}

extension Item {
  /// The item for the end of the road, which needs no value.
  var delivered: Item<Void> {
    Item<Void>(
      source: source,
      record: record,
      result: result.map { _ in () },
      failedAt: failedAt
    )
  }
}

extension Record.Timings {
  /// The seconds that a step took; nil where it did not take place.
  subscript(step: Step) -> Double? {
    switch step {
    case .fetch: fetch
    case .extract: extract
    case .summarise: summarise
    }
  }

  /// The seconds that all steps took.
  var total: Double { (fetch ?? 0) + (extract ?? 0) + (summarise ?? 0) }
}
