internal import CCurl
internal import FlowControl
internal import Glibc

/// The curl thread, as the serial executor of the actor that owns the multi handle.
///
/// The thread runs the actor's jobs, gives libcurl a turn, and waits in `curl_multi_poll`, which ends
/// when a socket is ready or when a job arrives. No job is ever lost: one that arrives after the end
/// starts a thread for itself.
final class CurlExecutor: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var thread: pthread_t?
    var isOpen = true
    var turn: (@Sendable (_ isLast: Bool) -> Int32)?
    var isPolling = false
    var isAwakened = false
    var isStopping = false
    var waitingForEnd: [CheckedContinuation<Void, Never>] = []
  }

  /// Used on the curl thread, but for `curl_multi_wakeup`, which may be called from any other.
  nonisolated(unsafe) let multi: UnsafeMutableRawPointer
  private let state = Locked(State())

  /// Makes the executor with a multi handle, which it frees when its thread ends.
  init() throws(FetchError) {
    guard ccurl_global_init() == CURLE_OK, let multi = curl_multi_init() else {
      throw .invalidConfiguration(
        reason: "libcurl cannot start: too few file descriptors or memory"
      )
    }
    self.multi = multi
  }

  /// Starts the thread; `turn` runs on it and returns for how many milliseconds to wait at most.
  func start(_ turn: @escaping @Sendable (_ isLast: Bool) -> Int32) throws(FetchError) {
    let isStarted = state.withLock { state in
      state.turn = turn
      return startThread(&state)
    }
    guard !isStarted else { return }
    curl_multi_cleanup(multi)
    throw .invalidConfiguration(reason: "no thread can be started for fetching")
  }

  /// Lets the thread end after one last turn.
  func stop() {
    state.withLock { state in
      state.isStopping = true
      wake(&state)
    }
  }

  /// Stops the thread, and returns when it has ended.
  func stopAndWait() async {
    stop()
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if state.thread != nil { state.waitingForEnd.append(continuation) }
        return state.thread == nil
      }
      if hasEnded { continuation.resume() }
    }
  }

  /// Makes sure that a turn follows, from any thread.
  func wake() {
    state.withLock { wake(&$0) }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isTaken = state.withLock { state in
      guard state.thread != nil || startThread(&state) else { return false }
      state.jobs.append(job)
      wake(&state)
      return true
    }
    // Only after the end and without memory for a thread; a lost job would hang its task for ever.
    if !isTaken { job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  func isIsolatingCurrentContext() -> Bool? {
    state.withLock { state in state.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
  }

  func checkIsolated() {
    precondition(isIsolatingCurrentContext() == true, "not on the curl thread")
  }

  // MARK: The thread

  private func wake(_ state: inout State) {
    state.isAwakened = true
    guard state.isPolling, state.isOpen else { return }
    state.isPolling = false
    curl_multi_wakeup(multi)
  }

  private func startThread(_ state: inout State) -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread,
      nil,
      { context in
        guard let context else { return nil }
        Unmanaged<CurlExecutor>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      context.toOpaque()
    )
    guard code == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    state.thread = thread
    return true
  }

  private func run() {
    // Signals are the main program's, and a write to a closed socket is an error code here.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    InternationalLocale.use {
      repeat {
        while !runJobs() { poll(giveTurn(isLast: false)) }
        _ = giveTurn(isLast: true)
      } while !end()
    }
  }

  /// Runs what has arrived; returns whether the thread is to stop.
  private func runJobs() -> Bool {
    let (jobs, isStopping) = state.withLock { state in
      state.isAwakened = false
      defer { state.jobs.removeAll(keepingCapacity: true) }
      return (state.jobs, state.isStopping)
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    return isStopping
  }

  private func giveTurn(isLast: Bool) -> Int32 {
    state.withLock { $0.turn }?(isLast) ?? 0
  }

  private func poll(_ timeout: Int32) {
    let isReady = state.withLock { state in
      state.isPolling = !state.isAwakened
      return state.isPolling
    }
    guard isReady else { return }
    curl_multi_poll(multi, nil, 0, timeout, nil)
    state.withLock { $0.isPolling = false }
  }

  /// Ends the thread unless jobs have come meanwhile, and frees the multi handle.
  private func end() -> Bool {
    let ended: [CheckedContinuation<Void, Never>]? = state.withLock { state in
      guard state.jobs.isEmpty else { return nil }
      if state.isOpen { curl_multi_cleanup(multi) }
      state.isOpen = false
      state.turn = nil
      state.thread = nil
      defer { state.waitingForEnd = [] }
      return state.waitingForEnd
    }
    for continuation in ended ?? [] { continuation.resume() }
    return ended != nil
  }
}
