import Fetching
import Glibc

/// What a program does before its first session.
package enum ProcessSetup {
  /// Ignores SIGPIPE, so that a closed pipe is an error of the write; takes SIGCHLD as usual, even
  /// where it was started with that ignored, so that it learns how its children end; keeps freed
  /// memory in the process; allows as many open files as the system grants; takes the places of
  /// standard streams that were closed, so that no other file gets what is written to them.
  package static func prepare() {
    fillStandardStreams()
    keepFreedMemory()
    signal(SIGPIPE, SIG_IGN)
    signal(SIGCHLD, SIG_DFL)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Opened the wrong way round, so that reading and writing still fail.
  private static func fillStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one, because those below are open.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The most fetches at once that the limit on open files allows.
  ///
  /// Each may hold a connection, one being made and a name look-up; some files are open anyway.
  package static var openFetches: Int {
    max(1, (openFiles - 24) / 3)
  }

  /// The limit on open files.
  package static var openFiles: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }
}
