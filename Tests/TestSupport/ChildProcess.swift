import FlowControl
import Glibc

/// A program run from outside: what it reads and writes, the signals it gets and how it ends.
///
/// Its output is read as it comes, on threads, so that a test can wait for a line while the
/// program goes on. A cancelled test ends its program.
package final class ChildProcess: Sendable {
  /// What the program reads.
  package enum Input: Sendable {
    case nothing
    case bytes([UInt8])
    case path(String)
    /// A pipe that stays open until `closeInput()`.
    case open
  }

  /// Where the program writes.
  package enum Output: Sendable {
    /// Into a pipe that is read to its end.
    case kept
    /// Into a pipe of which so many lines are read before it is closed.
    case lines(Int)
    case path(String)
    /// Into a pipe that nobody reads.
    case unread
    /// Nowhere: the descriptor is closed.
    case closed
  }

  /// One of the program's two outputs.
  package enum Stream: Sendable, CaseIterable {
    case output, errors
  }

  /// How a program ended.
  package enum Ending: Sendable, Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// All that a program left behind.
  package struct Result: Sendable {
    package let ending: Ending
    package let output: [UInt8]
    package let errors: [UInt8]
    /// The most memory that it held at once, in bytes.
    package let peakMemory: Int

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var log: String { String(decoding: errors, as: UTF8.self) }
  }

  private struct State {
    var written: [Stream: [UInt8]] = [.output: [], .errors: []]
    var open: Set<Stream> = []
    var ending: Ending?
    var peakMemory = 0
    var waiting:
      [(isMet: @Sendable (State) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

    var isOver: Bool { ending != nil && open.isEmpty }

    func line(with text: String, in stream: Stream) -> String? {
      let wanted = Array(text.utf8)
      return written[stream]?.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        .first { $0.firstRange(of: wanted) != nil }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private let state = Locked(State())
  private let input = Locked<Int32?>(nil)
  private let unread = Locked<[Int32]>([])
  /// The program's process.
  package let id: Int32

  /// Starts a program with exactly these variables; throws where it cannot be started.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    input: Input = .nothing,
    output: Output = .kept,
    errors: Output = .kept
  ) throws {
    var spawn = try Spawn(input, output, errors)
    id = try spawn.start([program] + arguments, environment)
    feed(input, spawn.input)
    read(.output, from: spawn.output, output)
    read(.errors, from: spawn.errors, errors)
    let (id, state) = (id, self)
    Socket.startThread {
      var status: Int32 = 0
      var usage = rusage()
      while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
      let number = status & 0x7f
      let peakMemory = usage.ru_maxrss * 1_024
      state.update {
        $0.peakMemory = peakMemory
        $0.ending = number == 0 ? .exit(status >> 8 & 0xff) : .signal(number)
      }
    }
  }

  deinit {
    closeInput()
    for descriptor in unread.withLock({ $0 }) { close(descriptor) }
  }

  /// Sends a signal.
  package func send(_ signal: Int32) {
    state.withLock { if $0.ending == nil { kill(id, signal) } }
  }

  /// Ends an open input.
  package func closeInput() {
    input.withLock { descriptor in
      if let descriptor { close(descriptor) }
      descriptor = nil
    }
  }

  /// Writes a short text to an open input.
  package func write(_ text: String) {
    input.withLock { descriptor in
      let bytes = Array(text.utf8)
      // A pipe takes that much at once.
      if let descriptor { _ = Glibc.write(descriptor, bytes, bytes.count) }
    }
  }

  /// What has been written so far.
  package func written(_ stream: Stream) -> String {
    String(decoding: state.withLock { $0.written[stream] ?? [] }, as: UTF8.self)
  }

  /// Returns whether a text was written, as soon as it is there or the program is over.
  package func wrote(_ text: String, to stream: Stream) async -> Bool {
    let wanted = Array(text.utf8)
    await wait { $0.written[stream]?.firstRange(of: wanted) != nil }
    return written(stream).utf8.firstRange(of: wanted) != nil
  }

  /// Returns the first whole line that holds a text, as soon as it is there; nil where the program
  /// is over without one.
  package func line(with text: String, in stream: Stream) async -> String? {
    await wait { $0.line(with: text, in: stream) != nil }
    return state.withLock { $0.line(with: text, in: stream) }
  }

  /// Returns what the program left behind, once it is over.
  package func result() async -> Result {
    await wait { $0.isOver }
    return state.withLock { state in
      Result(
        ending: state.ending ?? .signal(0),
        output: state.written[.output] ?? [],
        errors: state.written[.errors] ?? [],
        peakMemory: state.peakMemory
      )
    }
  }

  private func wait(_ isMet: @escaping @Sendable (State) -> Bool) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isNow = state.withLock { state in
          if isMet(state) || state.isOver { return true }
          state.waiting.append((isMet, continuation))
          return false
        }
        if isNow { continuation.resume() }
      }
    } onCancel: {
      send(SIGKILL)
    }
  }

  private func update(_ change: (inout State) -> Void) {
    let met = state.withLock { state in
      change(&state)
      let met = state.waiting.filter { $0.isMet(state) || state.isOver }.map(\.continuation)
      if !met.isEmpty {
        state.waiting = state.waiting.filter { !$0.isMet(state) && !state.isOver }
      }
      return met
    }
    for continuation in met { continuation.resume() }
  }

  private func feed(_ kind: Input, _ descriptor: Int32?) {
    guard let descriptor else { return }
    guard case .bytes(let bytes) = kind else {
      input.withLock { $0 = descriptor }
      return
    }
    Socket.startThread {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { break }
        rest = rest.dropFirst(count)
      }
      close(descriptor)
    }
  }

  private func read(_ stream: Stream, from descriptor: Int32?, _ kind: Output) {
    guard let descriptor else { return }
    if case .unread = kind { return unread.withLock { $0.append(descriptor) } }
    state.withLock { _ = $0.open.insert(stream) }
    Socket.startThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var lines = if case .lines(let count) = kind { count } else { Int.max }
      while lines > 0 {
        // A byte at a time where lines are counted, so that none is read beyond the last.
        let count = Glibc.read(descriptor, &buffer, lines == .max ? buffer.count : 1)
        guard count > 0 else { break }
        if lines != .max, buffer[0] == UInt8(ascii: "\n") { lines -= 1 }
        update { $0.written[stream]? += buffer[..<count] }
      }
      close(descriptor)
      update { $0.open.remove(stream) }
    }
  }
}
