import FlowControl

extension Session {
  /// Holds a report against the records that were loaded: everything that is wrong with it.
  ///
  /// Throws ``VerificationError`` where it is no report, and a `CancellationError` soon after the
  /// calling task is cancelled.
  package func verify(_ report: [UInt8]) async throws -> Verification {
    let (store, directory) = (store, configuration.temporaryDirectory)
    return try await perform(on: stage.workers) {
      try await ReportVerifier(report, records: store, scratchIn: directory).verify()
    }
  }
}
