import FoundationEssentials
import Glibc

/// A process that has just been started, with our ends of its pipes.
package struct ChildSpawn {
  /// The process, and its group where it has one of its own.
  package let id: Int32
  /// What the process reads.
  package let input: Int32
  /// What it writes.
  package let output: Int32

  /// A pair of connected descriptors.
  private typealias Ends = (ours: Int32, its: Int32)

  /// A process whose descriptors are the caller's to close.
  package init(id: Int32, input: Int32, output: Int32) {
    (self.id, self.input, self.output) = (id, input, output)
  }

  /// Starts a program with these arguments and variables, each as `NAME=VALUE`.
  ///
  /// It inherits the standard error, unless it is to be silent, and no other descriptor. One that is
  /// apart has a process group of its own, which the keys of the terminal do not reach.
  package static func start(
    _ program: String,
    _ arguments: [String],
    _ variables: [String],
    isSilent: Bool = false,
    isApart: Bool = false
  ) throws(SystemError) -> ChildSpawn {
    let input = try ends()
    let output: Ends
    do throws(SystemError) {
      output = try ends()
    } catch {
      close(input)
      throw error
    }
    let id: pid_t
    do throws(SystemError) {
      id = try spawn(program, input.its, output.its, arguments, variables, isSilent, isApart)
    } catch {
      close(input)
      close(output)
      throw error
    }
    _ = Glibc.close(input.its)
    _ = Glibc.close(output.its)
    return ChildSpawn(id: id, input: input.ours, output: output.ours)
  }

  private static func close(_ ends: Ends) {
    _ = Glibc.close(ends.ours)
    _ = Glibc.close(ends.its)
  }

  /// Sockets, because they can be made so that no other process inherits them: between `pipe` and
  /// `fcntl` another thread may start one.
  private static func ends() throws(SystemError) -> Ends {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError(path: "a pipe") }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ program: String,
    _ input: Int32,
    _ output: Int32,
    _ arguments: [String],
    _ variables: [String],
    _ isSilent: Bool,
    _ isApart: Bool
  ) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    try check(posix_spawn_file_actions_init(&actions), program)
    defer { posix_spawn_file_actions_destroy(&actions) }
    try check(connect(&actions, input, output), program)
    if isSilent {
      try check(
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0),
        program
      )
    }
    var attributes = posix_spawnattr_t()
    try check(posix_spawnattr_init(&attributes), program)
    defer { posix_spawnattr_destroy(&attributes) }
    try check(freeSignals(&attributes, isApart), program)
    let words = (["research"] + arguments).map { strdup($0) } + [nil]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for text in words + environment { free(text) } }
    var id = pid_t()
    try check(posix_spawn(&id, program, &actions, &attributes, words, environment), program)
    return id
  }

  private static func check(_ code: Int32, _ program: String) throws(SystemError) {
    if code != 0 { throw SystemError(path: program, code: code) }
  }

  /// Gives it its standard streams and nothing else; returns an error's code, or 0.
  private static func connect(
    _ actions: inout posix_spawn_file_actions_t,
    _ input: Int32,
    _ output: Int32
  ) -> Int32 {
    var code = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    if code == 0 { code = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    // Ours are closed by themselves; what libraries open is not. Others are closed already, which
    // is no error, unlike a number that the limit on open files rules out.
    let end = min(max(1_024, highestDescriptor + 256), ProcessSetup.openFiles)
    for descriptor in (Int(STDERR_FILENO) + 1)..<max(Int(STDERR_FILENO) + 1, end) where code == 0 {
      code = posix_spawn_file_actions_addclose(&actions, Int32(clamping: descriptor))
    }
    return code
  }

  /// The highest number of a descriptor that is open now, as far as the system tells.
  private static var highestDescriptor: Int {
    // Where it does not tell, the usual range is closed.
    let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return names?.compactMap { Int($0) }.max() ?? 0
  }

  /// A process group of its own or not; no signal blocked, as threads of ours have them; and SIGTERM not ignored, as it is here while
  /// it is trapped, because that is what ends the process.
  ///
  /// Returns an error's code, or 0.
  private static func freeSignals(
    _ attributes: inout posix_spawnattr_t,
    _ isApart: Bool
  ) -> Int32 {
    var signals = sigset_t()
    sigemptyset(&signals)
    var code = posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGTERM)
    if code == 0 { code = posix_spawnattr_setsigdefault(&attributes, &signals) }
    if isApart, code == 0 { code = posix_spawnattr_setpgroup(&attributes, 0) }
    let group = isApart ? POSIX_SPAWN_SETPGROUP : 0
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group)
    return code == 0 ? posix_spawnattr_setflags(&attributes, flags) : code
  }
}
