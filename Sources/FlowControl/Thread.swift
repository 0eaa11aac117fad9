import Glibc

/// Threads of our own, for the few loops that block.
package enum Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Why there is no thread.
  package struct NotStarted: Error, Hashable, CustomStringConvertible {
    /// What `pthread_create` returned.
    package let code: Int32

    package var description: String {
      "no thread could be started: the process is at its limit ('ulimit -u' and '-v' raise it)"
    }
  }

  /// Starts a detached thread that runs `body` and ends with it; without one nothing can go on.
  ///
  /// All signals but those of a crash are blocked in it: they belong to the thread that handles
  /// them.
  package static func start(_ body: @escaping @Sendable () -> Void) {
    do throws(NotStarted) {
      try startIfPossible(body)
    } catch {
      preconditionFailure("no thread could be started: the process is at its limit")
    }
  }

  /// Starts a thread as ``start(_:)`` does; throws where the system has none left, and `body` is
  /// then let go without having run.
  package static func startIfPossible(
    _ body: @escaping @Sendable () -> Void
  ) throws(NotStarted) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Body(body)).toOpaque()
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for crash in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { sigdelset(&all, crash) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let result = pthread_create(
      &thread,
      nil,
      { context in
        context.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      },
      context
    )
    guard result == 0 else {
      Unmanaged<Body>.fromOpaque(context).release()
      throw NotStarted(code: result)
    }
    pthread_detach(thread)
  }
}
