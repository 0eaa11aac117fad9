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
  func run(_ input: Flow<Content>, into output: Flow<Void>.Continuation) async {
    await forEachConcurrently(input, on: stage.workers, inline: \.hasFailed) { item in
      output.pass(self.finish(item))
    }
    output.finish()
  }

  nonisolated private func finish(_ item: Item<Content>) -> Item<Void> {
    var record = item.record
    var hasArrived = false
    do {
      let content = try item.result.get()
      hasArrived = true
      let bytes = try content.decoded(limit: maxSize)
      record.note(bytes)
      if let folder { try Self.keep(bytes, in: folder, index: record.index) }
      return Item<Void>(source: item.source, record: record, result: .success(()))
    } catch {
      return Item<Void>(
        source: item.source,
        record: record,
        result: .failure(StepFailure(wrapping: error)),
        // The body has arrived; reading it is the next step's beginning.
        failedAt: hasArrived ? .extract : item.failedAt
      )
    }
  }

  nonisolated private static func keep(
    _ bytes: [UInt8],
    in folder: String,
    index: Int
  ) throws(SystemError) {
    try OutputFile.write(bytes, to: "\(folder)/\(index)")
  }
}
