import FlowControl

extension Session {
  /// What an earlier run has recorded of the list's sources; nothing where none is gone on from.
  ///
  /// Throws ``RecordsError`` where its file is damaged, or of another list as far as that can be
  /// told beforehand; the file is then left as it is. Throws a `CancellationError` on a cancel, or
  /// when a drain's time is over: of some of the records no report is made.
  func recorded(of list: SourceList) async throws -> RecordedSources {
    guard let scan = store.inherited else { return RecordedSources() }
    let (recorded, end) = try await whileThereIsTime { [stage, store] in
      try await perform(on: stage.workers) {
        var recorded = RecordedSources()
        let end = try await scan.run { lines in
          await store.take(lines)
          recorded.take(lines)
        }
        try await self.check(recorded, against: list)
        return (recorded, end)
      }
    }
    try await store.proceed(from: end)
    return recorded
  }

  /// The options of the run with what was recorded before, as its first event tells them.
  func told(_ recorded: RecordedSources) -> [String: String] {
    var options = configuration.told
    guard let scan = store.inherited else { return options }
    options["recorded"] = "\(recorded.ended)"
    options["records"] = scan.path
    return options
  }

  /// Whether a source has ended in an earlier run: its end is then told, and it is seen.
  ///
  /// Throws ``RecordsError`` where the records are of another source.
  nonisolated func hasEnded(_ source: Source, in recorded: RecordedSources) async throws -> Bool {
    guard let entry = recorded[source.index] else { return false }
    guard entry.isOf(source) else { throw try await change(source.index, to: source.name) }
    guard entry.hasEnded else { return false }
    await frontier.note(ended: source)
    stage.events.publish(.queued(source.subject))
    var (subject, settled) = (source.subject, Event.Settled(entry))
    subject.attempt = entry.attempts
    if entry.outcome != .used, let record = try await recordOnWorker(source.index) {
      settled = Event.Settled(record)
      settled.isRecorded = true
    }
    stage.events.publish(.settled(entry.outcome, subject, settled))
    return true
  }

  /// Tells the ends of the recorded sources behind the first `count`, where the list was read no
  /// further; throws ``RecordsError`` where it is whole.
  nonisolated func settleRest(
    of recorded: RecordedSources,
    beyond count: Int,
    isWhole: Bool
  ) async throws {
    for index in recorded.indices(beyond: count) {
      guard !isWhole else { throw try await change(index, to: nil) }
      try Task.checkCancellation()
      guard let record = try await recordOnWorker(index) else { continue }
      var settled = Event.Settled(record)
      settled.isRecorded = true
      stage.events.publish(.queued(Event.Subject(record)))
      stage.events.publish(.settled(record.outcome, Event.Subject(record), settled))
    }
  }

  /// Holds the records to the list, as far as that can be read twice.
  nonisolated private func check(
    _ recorded: RecordedSources,
    against list: SourceList
  ) async throws {
    let (count, _) = try await list.reopenedBeforePipes().read(until: StopSignal()) { source in
      guard recorded[source.index]?.isOf(source) == false else { return }
      throw try await self.change(source.index, to: source.name)
    }
    try Task.checkCancellation()
    if list.hasPipes { return }
    if let index = recorded.indices(beyond: count).first { throw try await change(index, to: nil) }
  }

  nonisolated private func change(_ index: Int, to listed: String?) async throws -> RecordsError {
    .otherList(
      path: store.inherited?.path ?? "",
      index: index,
      recorded: try await recordOnWorker(index)?.source ?? "",
      listed: listed
    )
  }

  nonisolated private func recordOnWorker(_ index: Int) async throws -> Record? {
    guard let line = try await store.line(index) else { return nil }
    return try await perform(on: stage.workers) { try RecordCoder().record(from: line) }
  }
}

extension Event.Settled {
  /// The end of a source that an earlier run has used.
  fileprivate init(_ entry: RecordedSources.Entry) {
    self.init(attempts: entry.attempts, seconds: entry.seconds, isRecorded: true)
  }
}
