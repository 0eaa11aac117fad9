import FlowControl
import Summarisation

extension Session {
  /// Asks the session's model for the report's summary; nil where it has none.
  var author: ReportWriter.Author? {
    if let asked { return { asked.note(on: $0) } }
    guard let author = services.author, let model = configuration.summarising.model else {
      return nil
    }
    return { try await self.note(on: $0, by: author, model) }
  }

  /// What the model wrote, or why it wrote nothing; after a drain or a cancel it is not asked.
  ///
  /// Throws a `CancellationError` where the task is cancelled.
  private func note(
    on request: ReportRequest,
    by author: any ReportAuthor,
    _ model: String
  ) async throws -> ReportNote {
    var note = ReportNote(model: model, request: request)
    // What failed is asked for again by another run, not by each report of this one.
    if let authored, authored.requestSHA256 == note.requestSHA256 {
      await closeFetcher()
      return authored
    }
    await deadline.enforce(on: self)
    guard !stop.isStopped else {
      note.error = Failure(.cancelled, "the run was ended before it was asked")
      await closeFetcher()
      return note
    }
    let start = stage.clock.now
    do {
      note.take(
        try await whileThereIsTime { [self] in
          try await deadline.bounding(self) {
            try await author.summary(
              of: request.sources,
              question: request.question,
              language: request.language,
              length: request.length
            )
          }
        },
        within: request.length
      )
    } catch {
      try Task.checkCancellation()
      note.error = Self.failure(of: error)
    }
    authored = note
    await closeFetcher()
    tell(.authored(Event.Authored(note, seconds: (stage.clock.now - start).seconds)))
    return note
  }

  /// It was kept open for this call, and for those of reports that are written beside it.
  private func closeFetcher() async {
    if writers <= 1 { await services.closeFetcher() }
  }

  private static func failure(of error: any Error) -> Failure {
    guard let error = error as? ChatError, !error.isCancelled else {
      return Failure(.cancelled, "the run was ended before its answer came")
    }
    return Failure(error)
  }
}

extension Event.Authored {
  fileprivate init(_ note: ReportNote, seconds: Double) {
    self.init(
      model: note.model,
      sentences: note.summary?.count ?? 0,
      usage: note.usage,
      error: note.error,
      seconds: seconds
    )
  }
}
