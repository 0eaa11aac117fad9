import Glibc

/// Calls when it goes: with its last reference, or with a thread.
final class Farewell: Sendable {
  private let say: @Sendable () -> Void

  init(_ say: @escaping @Sendable () -> Void) { self.say = say }

  deinit { say() }

  /// Calls `say` when the calling thread ends.
  static func atEndOfThread(_ say: @escaping @Sendable () -> Void) {
    var key = pthread_key_t()
    pthread_key_create(&key) { value in
      value.map { Unmanaged<Farewell>.fromOpaque($0).release() }
    }
    pthread_setspecific(key, Unmanaged.passRetained(Farewell(say)).toOpaque())
  }
}
