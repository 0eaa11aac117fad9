import FlowControl
import Glibc

/// Reads a descriptor on a thread of its own, a chunk at a time, as fast as the chunks are taken.
///
/// So a list on a slow pipe blocks nothing. ``stop()`` ends the reading even while the pipe is
/// silent.
final class ChunkReader: Sendable {
  private struct State {
    var wanted = 1
    var isStopped = false
    var hasEnded = false
    var error: Int32?
  }

  /// The chunks, in order; ends with the input.
  let chunks: AsyncStream<[UInt8]>
  private let state = Locked(State())
  private let alarm: Alarm?

  /// Begins to read `descriptor`, which is closed at the end.
  ///
  /// Without an alarm nothing could end the reading of a silent pipe: it ends at once, in an error.
  init(
    _ descriptor: Descriptor,
    alarm: () throws(SystemError) -> Alarm = { () throws(SystemError) in try Alarm() }
  ) {
    // At most two chunks are ever in the stream: one is taken before the next is wanted.
    let (chunks, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .unbounded)
    self.chunks = chunks
    do throws(SystemError) {
      let alarm = try alarm()
      self.alarm = alarm
      Self.start(descriptor, alarm, state, continuation)
    } catch {
      self.alarm = nil
      state.withLock { $0.error = error.code }
      descriptor.close()
      continuation.finish()
    }
  }

  private static func start(
    _ descriptor: Descriptor,
    _ alarm: Alarm,
    _ state: Locked<State>,
    _ continuation: AsyncStream<[UInt8]>.Continuation
  ) {
    Thread.start {
      while Self.mayRead(state) {
        let (chunk, error) = Self.read(descriptor, alarm)
        guard let chunk, !chunk.isEmpty else {
          state.withLock { ($0.error, $0.hasEnded) = (error, chunk != nil) }
          break
        }
        continuation.yield(chunk)
      }
      descriptor.close()
      continuation.finish()
    }
  }

  deinit {
    stop()
  }

  /// What ended the reading, as in `errno`; nil where that was the end of the input.
  ///
  /// To be asked once the stream has finished.
  var error: Int32? { state.withLock { $0.error } }

  /// Whether it was stopped before the end of the input.
  ///
  /// To be asked once the stream has finished.
  var isCut: Bool { state.withLock { !$0.hasEnded } }

  /// Asks for one more chunk.
  func proceed() {
    state.withLock { $0.wanted += 1 }
    state.notify()
  }

  /// Ends the reading; the stream finishes.
  func stop() {
    state.withLock { $0.isStopped = true }
    state.notify()
    alarm?.ring()
  }

  private static func mayRead(_ state: Locked<State>) -> Bool {
    state.wait { state in
      if state.isStopped { return false }
      guard state.wanted > 0 else { return nil }
      state.wanted -= 1
      return true
    }
  }

  /// The next chunk; empty at the end, nil when the alarm rings or nothing can be read.
  private static func read(
    _ descriptor: Descriptor,
    _ alarm: Alarm
  ) -> (chunk: [UInt8]?, error: Int32?) {
    var polled = [
      pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: alarm.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&polled, 2, -1)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return (nil, errno) }
      guard polled[1].revents == 0 else { return (nil, nil) }
      var error: Int32?
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        let count = Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
        if count < 0 { error = errno }
        filled = max(0, count)
      }
      if error == EINTR || error == EAGAIN { continue }
      return error == nil ? (chunk, nil) : (nil, error)
    }
  }
}

/// Wakes a thread that polls a descriptor.
final class Alarm: Sendable {
  private let ends: (read: Int32, write: Int32)

  /// An alarm that has not rung; throws where the process has no descriptor left for it.
  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(path: "a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.ends = (ends[0], ends[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// Becomes readable when the alarm has rung.
  var descriptor: Int32 { ends.read }

  /// Wakes the thread, now or as soon as it polls.
  func ring() {
    // A pipe that is full has rung already.
    _ = write(ends.write, [1], 1)
  }
}
