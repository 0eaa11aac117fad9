import Glibc

/// What Linux says of a thread of this process (proc(5)).
struct ThreadStatus {
  /// Whether it waits in the kernel, for something other than a processor.
  let isAsleep: Bool
  /// How often it has gone to sleep.
  let switches: Int

  /// Reads the status of a thread; nil where it has gone.
  init?(of thread: Int) {
    guard let text = Self.text(of: "/proc/self/task/\(thread)/status") else { return nil }
    var fields: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { fields[parts[0]] = parts[1].drop { $0 == "\t" || $0 == " " } }
    }
    guard let state = fields["State"]?.first,
      let switches = fields["voluntary_ctxt_switches"].flatMap({ Int($0) })
    else { return nil }
    isAsleep = state == "S" || state == "D"
    self.switches = switches
  }

  /// The calling thread's number.
  static var current: Int {
    var bytes = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/thread-self", &bytes, bytes.count)
    let link = String(
      decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    guard let thread = link.split(separator: "/").last.flatMap({ Int($0) }) else {
      preconditionFailure("/proc names no thread")
    }
    return thread
  }

  /// The system call that a sleeping thread is in; nil where the system does not tell.
  static func systemCall(of thread: Int) -> Int? {
    let text = text(of: "/proc/self/task/\(thread)/syscall")
    return text?.split(separator: " ").first.flatMap { Int($0) }
  }

  private static func text(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
