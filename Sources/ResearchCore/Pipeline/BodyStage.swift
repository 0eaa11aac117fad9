import Fetching
import FlowControl
import Glibc

/// The end of `research fetch`: hashes each body, and keeps it where that was asked for.
actor BodyStage {
  private let stage: StageContext
  private let maxSize: Int
  private let folder: String?

  /// A stage within the limits of `configuration`.
  init(stage: StageContext, configuration: Configuration) {
    self.stage = stage
    maxSize = configuration.fetching.maxSize
    folder = configuration.fetching.bodies
  }

  /// Passes on every item, as soon as its body is known; finishes the output with the input.
  ///
  /// Throws, without waiting for the rest, where a body cannot be kept.
  func run(_ input: Flow<Content>, into output: Flow<Void>.Continuation) async throws {
    let (failures, failure) = AsyncStream.makeStream(of: SystemError.self)
    try await withThrowingTaskGroup(of: Void.self) { [self, workers = stage.workers] group in
      group.addTask {
        await forEachConcurrently(input, on: workers, inline: \.hasFailed) { item in
          do throws(SystemError) {
            output.pass(try self.finish(item))
          } catch {
            failure.yield(error)
          }
        }
        failure.finish()
      }
      for await error in failures { throw error }
      try await group.waitForAll()
    }
    output.finish()
  }

  nonisolated private func finish(_ item: Item<Content>) throws(SystemError) -> Item<Void> {
    var record = item.record
    var hasArrived = false
    let bytes: [UInt8]
    do {
      let content = try item.result.get()
      hasArrived = true
      record.bytes = content.size
      bytes = try content.decoded(limit: maxSize)
    } catch {
      return Item<Void>(
        source: item.source,
        record: record,
        result: .failure(StepFailure(wrapping: error)),
        // The body has arrived; reading it is the next step's beginning.
        failedAt: hasArrived ? .extract : item.failedAt
      )
    }
    record.note(bytes)
    // A list of many sources would wait long for the disk.
    if let folder {
      try OutputFile.write(bytes, to: "\(folder)/\(record.index)", isDurable: false)
    }
    return Item<Void>(source: item.source, record: record, result: .success(()))
  }
}
