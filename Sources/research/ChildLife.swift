import FlowControl
import Glibc
import ResearchCore

/// What becomes of a child process: read and reaped on a thread of its own, told to who waits.
final class ChildLife: Sendable {
  /// What is known so far.
  struct State {
    /// The first line; nil while it may still come.
    var firstLine: String??
    /// What the process left behind, or why that cannot be known; nil until it is reaped.
    var result: Result<ChildProgram.Result, SystemError>?
    fileprivate var output: [UInt8] = []
    fileprivate var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// More output than this is read and forgotten.
  private static let longestOutput = 16 << 20

  private let id: pid_t
  private let input: Locked<Int32>
  private let state: Locked<State>

  /// Watches a process that has just been started, and owns its descriptors.
  init(_ started: ChildSpawn) {
    id = started.id
    input = Locked(started.input)
    state = Locked(State())
    let state = state
    Thread.start {
      Self.read(started.output, state)
      Self.reap(started.id, state)
    }
  }

  deinit {
    closeInput()
    terminate()
  }

  /// Ends the process's input; nothing happens where that has been done.
  func closeInput() {
    let input = input.withLock { input in
      defer { input = -1 }
      return input
    }
    if input >= 0 { _ = close(input) }
  }

  /// What a part of the state holds, as soon as it does.
  ///
  /// A task that is cancelled ends the process and gets `CancellationError`, once the value is
  /// there all the same.
  func outcome<Value>(_ part: (State) -> Value?) async throws -> Value {
    while true {
      if let value = state.withLock({ part($0) }) {
        guard !Task.isCancelled else {
          terminate()
          throw CancellationError()
        }
        return value
      }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          let isThere = state.withLock { state in
            guard part(state) == nil else { return true }
            state.waiting.append(continuation)
            return false
          }
          if isThere { continuation.resume() }
        }
      } onCancel: {
        terminate()
      }
    }
  }

  /// What a part of the state holds now.
  func present<Value>(_ part: (State) -> Value?) -> Value? { state.withLock { part($0) } }

  /// Asks the process to end, unless it has been reaped: its number may then be another's.
  private func terminate() {
    state.withLock { if $0.result == nil { kill(id, SIGTERM) } }
  }

  private static func read(_ descriptor: Int32, _ state: Locked<State>) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      let chunk = buffer[..<count]
      change(state) { state in
        let room = longestOutput - state.output.count
        let start = state.output.count
        state.output += chunk.prefix(room)
        guard state.firstLine == nil,
          let end = state.output[start...].firstIndex(of: UInt8(ascii: "\n"))
        else { return }
        state.firstLine = .some(String(decoding: state.output[..<end], as: UTF8.self))
      }
    }
    _ = close(descriptor)
    change(state) { state in
      if state.firstLine == nil { state.firstLine = .some(nil) }
    }
  }

  private static func reap(_ id: pid_t, _ state: Locked<State>) {
    // Waits, but leaves the process its number until nobody can send it a signal any more. Where
    // it fails, so does the call that reaps, and that tells.
    var information = siginfo_t()
    while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    change(state) { state in
      var status: Int32 = 0
      var usage = rusage()
      var reaped: pid_t
      repeat { reaped = wait4(id, &status, 0, &usage) } while reaped < 0 && errno == EINTR
      state.result =
        reaped == id
        ? .success(ChildProgram.Result(state.output, status, usage))
        : .failure(SystemError(path: "process \(id)"))
      state.output = []
    }
  }

  private static func change(_ state: Locked<State>, _ body: (inout State) -> Void) {
    let waiting = state.withLock { state in
      body(&state)
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

extension ChildProgram.Result {
  /// Reads what `wait4` tells.
  fileprivate init(_ output: [UInt8], _ status: Int32, _ usage: rusage) {
    let signal = status & 0x7f
    let cpu = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
    self.init(
      output: output,
      status: signal == 0 ? status >> 8 & 0xff : nil,
      signal: signal == 0 ? nil : signal,
      maxRSS: usage.ru_maxrss << 10,
      cpu: cpu
    )
  }
}
