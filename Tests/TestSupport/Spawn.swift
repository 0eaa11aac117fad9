import Glibc

/// A program about to be started, with the test's ends of its pipes.
struct Spawn {
  /// Why a program could not be started.
  struct Failure: Error {
    let errorNumber: Int32
  }

  private(set) var input: Int32?
  private(set) var output: Int32?
  private(set) var errors: Int32?
  private var actions = posix_spawn_file_actions_t()
  private var childEnds: [Int32] = []

  /// Makes the pipes that are asked for.
  init(
    _ input: ChildProcess.Input,
    _ output: ChildProcess.Output,
    _ errors: ChildProcess.Output
  ) throws {
    posix_spawn_file_actions_init(&actions)
    switch input {
    case .nothing:
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    case .path(let path):
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY | O_NOCTTY, 0)
    case .bytes, .open:
      let ends = try pipe()
      self.input = ends.write
      give(ends.read, as: STDIN_FILENO)
    }
    self.output = try connect(STDOUT_FILENO, to: output)
    self.errors = try connect(STDERR_FILENO, to: errors)
  }

  /// Starts the program, with no signal ignored or blocked.
  mutating func start(
    _ words: [String],
    _ variables: [String: String]
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = words.map { strdup($0) } + [nil]
    let environment = variables.map { strdup("\($0)=\($1)") } + [nil]
    // A socket that a child inherits stays open when the test closes it.
    for descriptor in Int32(3)..<2048 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var id = pid_t()
    let code = posix_spawn(&id, words[0], &actions, &attributes, arguments, environment)
    for text in arguments + environment { free(text) }
    for descriptor in childEnds { close(descriptor) }
    posix_spawnattr_destroy(&attributes)
    posix_spawn_file_actions_destroy(&actions)
    guard code == 0 else { throw Failure(errorNumber: code) }
    return id
  }

  private mutating func connect(
    _ descriptor: Int32,
    to output: ChildProcess.Output
  ) throws -> Int32? {
    switch output {
    case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
    case .path(let path):
      let flags = O_WRONLY | O_CREAT | O_NOCTTY
      posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o644)
    case .kept, .lines, .unread:
      let ends = try pipe()
      give(ends.write, as: descriptor)
      return ends.read
    }
    return nil
  }

  private mutating func give(_ end: Int32, as descriptor: Int32) {
    posix_spawn_file_actions_adddup2(&actions, end, descriptor)
    childEnds.append(end)
  }

  /// A pipe that no other program started meanwhile inherits, which `pipe` cannot promise.
  private func pipe() throws -> (read: Int32, write: Int32) {
    var folder = Array("/tmp/pipe-XXXXXX".utf8CString)
    guard mkdtemp(&folder) != nil else { throw Failure(errorNumber: errno) }
    let path = String(decoding: folder.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      unlink("\(path)/pipe")
      rmdir(path)
    }
    mkfifo("\(path)/pipe", 0o600)
    let read = open("\(path)/pipe", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let write = open("\(path)/pipe", O_WRONLY | O_CLOEXEC)
    guard read >= 0, write >= 0 else { throw Failure(errorNumber: errno) }
    _ = fcntl(read, F_SETFL, 0)
    return (read, write)
  }
}
