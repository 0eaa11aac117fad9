import Glibc

/// A child process at work: it is fed, read and reaped, and killed where it has not ended by itself.
struct ProgramExchange: ~Copyable {
  private let child: ChildSpawn
  private let alarm: Alarm
  private var isFed = false
  private var isReaped = false

  /// Owns a process that leads a group of its own, and its descriptors; `alarm` ends the exchange.
  init(_ child: ChildSpawn, _ alarm: Alarm) {
    (self.child, self.alarm) = (child, alarm)
  }

  deinit {
    if !isReaped {
      // The whole group, since the program may be a script that has started others.
      kill(-child.id, SIGKILL)
      _ = Self.reap(child.id)
    }
    if !isFed { close(child.input) }
    close(child.output)
  }

  /// Writes `input` and reads until the output ends, exceeds `limit`, or the alarm rings; blocks.
  mutating func output(on input: [UInt8], limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    var rest = input[...]
    while output.count <= limit {
      var polled = [
        pollfd(fd: alarm.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isFed ? -1 : child.input, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&polled, 3, -1)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, polled[0].revents == 0 else { break }
      if polled[2].revents != 0 { feed(&rest) }
      guard polled[1].revents == 0 || read(into: &output) else { break }
    }
    return output
  }

  /// How the process ended, whose output has ended: one that lives on is killed after a second, or
  /// when the alarm rings.
  mutating func end() -> LimitedProgram.Ending {
    isReaped = true
    var status: Int32 = 0
    var glances = 100
    while waitpid(child.id, &status, WNOHANG) == 0 {
      var rung = pollfd(fd: alarm.descriptor, events: Int16(POLLIN), revents: 0)
      glances -= 1
      guard glances > 0, poll(&rung, 1, 10) <= 0 else {
        kill(-child.id, SIGKILL)
        return Self.reap(child.id) == nil ? .unknown : .signal(SIGKILL)
      }
    }
    let signal = status & 0x7f
    return signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal)
  }

  /// Sends as much as goes; ends the input when all is sent, or nobody reads any more.
  private mutating func feed(_ rest: inout ArraySlice<UInt8>) {
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    let count = rest.withUnsafeBytes { send(child.input, $0.baseAddress, $0.count, flags) }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    rest = rest.dropFirst(max(0, count))
    guard count < 0 || rest.isEmpty else { return }
    close(child.input)
    isFed = true
  }

  /// Takes what is there; false at the end.
  private func read(into output: inout [UInt8]) -> Bool {
    var isOpen = true
    output += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      let count = recv(child.output, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      isOpen = count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
      filled = max(0, count)
    }
    return isOpen
  }

  private static func reap(_ id: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      let reaped = waitpid(id, &status, 0)
      if reaped == id { return status }
      guard errno == EINTR else { return nil }
    }
  }
}
