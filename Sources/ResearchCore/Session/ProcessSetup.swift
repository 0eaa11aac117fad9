import Fetching
import Glibc

/// What a program does before its first session.
package enum ProcessSetup {
  /// Ignores SIGPIPE, so that a closed pipe is an error of the write; keeps freed memory in the
  /// process; allows as many open files as the system grants.
  package static func prepare() {
    keepFreedMemory()
    signal(SIGPIPE, SIG_IGN)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// The most fetches at once that the limit on open files allows.
  ///
  /// Each may hold a connection, one being made and a name look-up; some files are open anyway.
  package static var openFetches: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return max(1, (Int(clamping: limit.rlim_cur) - 24) / 3)
  }
}
