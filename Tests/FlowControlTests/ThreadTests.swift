import FlowControl
import Glibc
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ThreadTests {
  @Test func `runs on a thread of its own`() async {
    let caller = ThreadName.current
    let other = await withCheckedContinuation { continuation in
      Thread.start { continuation.resume(returning: ThreadName.current) }
    }
    #expect(caller != other)
  }

  @Test func `blocks the signals of others, and not those of a crash`() async {
    let blocked = await withCheckedContinuation { continuation in
      Thread.start { continuation.resume(returning: blockedSignals()) }
    }
    #expect(blocked.isSuperset(of: [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD]))
    #expect(blocked.isDisjoint(with: [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP]))
  }

  @Test func `leaves the caller's signals as they were`() async {
    let (before, after) = await withCheckedContinuation { continuation in
      Thread.start {
        takeSignal(SIGUSR1)
        let before = blockedSignals()
        Thread.start {}
        continuation.resume(returning: (before, blockedSignals()))
      }
    }
    #expect(before == after && !after.contains(SIGUSR1))
  }

  @Test func `lets its body go at the end`() async {
    await withCheckedContinuation { continuation in
      let farewell = Farewell { continuation.resume() }
      Thread.start { withExtendedLifetime(farewell) {} }
    }
  }
}

/// The signals that the calling thread does not take.
private func blockedSignals() -> Set<Int32> {
  var mask = sigset_t()
  pthread_sigmask(SIG_BLOCK, nil, &mask)
  return Set((1..<32).filter { sigismember(&mask, $0) == 1 })
}

/// Has the calling thread take a signal.
private func takeSignal(_ signal: Int32) {
  var mask = sigset_t()
  sigemptyset(&mask)
  sigaddset(&mask, signal)
  pthread_sigmask(SIG_UNBLOCK, &mask, nil)
}
