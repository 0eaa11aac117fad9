internal import CCurl
internal import FlowControl

/// Owns the multi handle and all transfers; all its work is done on the curl thread.
actor CurlMulti {
  private typealias Outcome = Result<Page, FetchError>

  /// Transfers on one connection of HTTP/2: those beside the oldest go on, whatever is held, and so
  /// they may go beyond the byte budget by so many bodies.
  private static let maxStreams = 8

  private nonisolated let executor: CurlExecutor
  /// Fetches whose tasks were cancelled: noted on any thread, taken away in the next turn.
  private nonisolated let cancelled = Locked<[Int]>([])
  private let settings: TransferSettings
  private let gate: TransferGate
  private var active: [Int: CurlTransfer] = [:]
  private var idle: [CurlTransfer] = []
  private var lastID = 0
  private var nextSweep = ContinuousClock.now
  private var isClosed = false

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Makes the multi handle and its thread.
  init(settings: TransferSettings) throws(FetchError) {
    let executor = try CurlExecutor()
    let pool = settings.configuration.maxConnections
    ccurl_multi_set_long(executor.multi, CURLMOPT_MAXCONNECTS, pool)
    ccurl_multi_set_long(executor.multi, CURLMOPT_MAX_CONCURRENT_STREAMS, Self.maxStreams)
    let budget = ByteBudget(limit: settings.configuration.maxBuffered) { [weak executor] in
      executor?.wake()
    }
    self.executor = executor
    self.settings = settings
    gate = TransferGate(budget: budget)
    try executor.start { isLast in self.assumeIsolated { $0.turn(isLast: isLast) } }
  }

  /// Fetches one page; when its task is cancelled, the transfer is gone with the next turn.
  ///
  /// The request is let go of before the wait: libcurl has its own copy of what is posted.
  func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page {
    lastID += 1
    let id = lastID
    var waiting: FetchRequest? = consume request
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if let request = waiting.take() { start(request, id: id, continuation: continuation) }
      }
    } onCancel: {
      cancelled.withLock { $0.append(id) }
      executor.wake()
    }
    return try outcome.get()
  }

  /// Lets the thread end; what is in flight fails with `.cancelled`.
  nonisolated func stop() {
    executor.stop()
  }

  /// Ends the thread, and returns when it is gone.
  nonisolated func close() async {
    await executor.stopAndWait()
  }

  private func start(
    _ request: FetchRequest,
    id: Int,
    continuation: CheckedContinuation<Outcome, Never>
  ) {
    // A cancellation before this line is seen here, one after it in the next turn.
    guard !isClosed, !Task.isCancelled else {
      return continuation.resume(returning: .failure(.cancelled))
    }
    do throws(FetchError) {
      let transfer = try freeTransfer()
      try transfer.prepare(request, id: id, continuation: continuation)
      active[id] = transfer
      if active[gate.oldest] == nil { electOldest() }
      nextSweep = min(nextSweep, transfer.deadline)
      if active.count == 1 { nextSweep = transfer.deadline }
      let code = curl_multi_add_handle(executor.multi, transfer.handle)
      if code != CURLM_OK { finish(transfer, CURLE_FAILED_INIT) }
    } catch {
      continuation.resume(returning: .failure(error))
    }
  }

  private func freeTransfer() throws(FetchError) -> CurlTransfer {
    if let transfer = idle.popLast() { return transfer }
    return try CurlTransfer(settings: settings, gate: gate)
  }

  // MARK: A turn of the curl thread

  private func turn(isLast: Bool) -> Int32 {
    if isLast { return closeAll() }
    for id in cancelled.withLock({ ids in
      defer { ids.removeAll(keepingCapacity: true) }
      return ids
    }) {
      abort(id, .cancelled)
    }
    var running: Int32 = 0
    curl_multi_perform(executor.multi, &running)
    finishCompleted()
    resumePaused()
    return sweep()
  }

  private func finishCompleted() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(executor.multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let transfer = active[ccurl_get_identifier(handle)]
      else { continue }
      finish(transfer, message.pointee.data.result)
    }
  }

  private func finish(_ transfer: CurlTransfer, _ code: CURLcode) {
    gate.remove(transfer.id)
    curl_multi_remove_handle(executor.multi, transfer.handle)
    if transfer.follows(code) || transfer.repeats(code) {
      let added = curl_multi_add_handle(executor.multi, transfer.handle)
      if added == CURLM_OK { return }
    }
    active[transfer.id] = nil
    transfer.finish(code)
    if idle.count < settings.configuration.maxConnections { idle.append(transfer) }
    if transfer.id == gate.oldest { electOldest() }
  }

  private func abort(_ id: Int, _ reason: FetchError) {
    guard let transfer = active[id] else { return }
    transfer.failure = reason
    finish(transfer, CURLE_ABORTED_BY_CALLBACK)
  }

  private func electOldest() {
    gate.oldest = active.keys.min() ?? 0
    gate.oldestConnection = active[gate.oldest]?.connection
  }

  private func resumePaused() {
    guard !gate.paused.isEmpty else { return }
    for id in gate.paused.sorted() {
      guard let transfer = active[id] else { continue }
      // One that rests on has to be woken again: the wake that led here was the only one.
      guard gate.isUrgent(id, transfer.connection) || gate.budget.hasRoomOrAwaits() else {
        continue
      }
      gate.remove(id)
      transfer.goOn()
      nextSweep = min(nextSweep, transfer.due)
    }
  }

  /// Ends what has taken too long; returns the milliseconds until the next one may.
  private func sweep() -> Int32 {
    guard !active.isEmpty else { return 60_000 }
    if let due = gate.takeEarliestDue() { nextSweep = min(nextSweep, due) }
    let now = ContinuousClock.now
    if now >= nextSweep {
      let late = active.values.filter { $0.pausedAt == nil && $0.due <= now }
      for transfer in late { endLate(transfer) }
      let next = active.values.lazy.filter { $0.pausedAt == nil }.map(\.due).min()
      // A look at all of them every 20 ms is enough, however many deadlines there are.
      nextSweep = max(next ?? now + .seconds(1), now + .milliseconds(20))
    }
    return Int32(clamping: min((nextSweep - now).wholeMilliseconds + 1, 60_000))
  }

  private func endLate(_ transfer: CurlTransfer) {
    // All that was wanted of it is there.
    guard !transfer.hasEnough, !transfer.isComplete else { return finish(transfer, CURLE_OK) }
    abort(transfer.id, transfer.lateness)
  }

  private func closeAll() -> Int32 {
    isClosed = true
    for id in active.keys { abort(id, .cancelled) }
    idle = []
    return 0
  }
}
