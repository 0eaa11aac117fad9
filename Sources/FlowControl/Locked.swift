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
    pthread_cond_init(changed, nil)
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

  /// Wakes one of the threads that wait for a change.
  package func notifyOne() {
    pthread_cond_signal(changed)
  }

  /// Wakes the threads that wait for a change.
  package func notify() {
    pthread_cond_broadcast(changed)
  }
}
