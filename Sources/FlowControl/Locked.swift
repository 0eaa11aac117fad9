import Glibc

/// A value behind a lock, for state that must be reached synchronously.
///
/// The lock is a pthread mutex because the thread sanitizer understands it, which it does not of
/// `Synchronization.Mutex`. Never call out of the body while the lock is held.
package final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// Makes a lock that guards `value`.
  package init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    changed = .allocate(capacity: 1)
    changed.initialize(to: pthread_cond_t())
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // A wait of so long is not to depend on somebody setting the time of day.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    changed.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` alone with the value, and gives back what it returns.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }

  /// Blocks the calling thread until `body` returns something; asked again after each ``notify()``.
  ///
  /// For threads of our own only: nothing on the concurrency pool may wait here.
  package func wait<Result>(until body: (inout Value) -> sending Result?) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      pthread_cond_wait(changed, mutex)
    }
  }

  /// Blocks the calling thread until `body` returns something, or until `time` is over: then nil.
  ///
  /// As ``wait(until:)`` it is for threads of our own only.
  package func wait<Result>(
    atMost time: Duration,
    until body: (inout Value) -> sending Result?
  ) -> sending Result? {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let (seconds, attoseconds) = max(time, .zero).components
    let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
    // A hundred years are for ever, and no sum of them overflows.
    end.tv_sec += Int(min(seconds, 100 * 365 * 86_400)) + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = body(&value) { return result }
      if pthread_cond_timedwait(changed, mutex, &end) == ETIMEDOUT { return body(&value) }
    }
  }

  /// Wakes one of the threads that wait for a change.
  package func notifyOne() {
    pthread_cond_signal(changed)
  }

  /// Wakes the threads that wait for a change.
  package func notify() {
    pthread_cond_broadcast(changed)
  }
}
