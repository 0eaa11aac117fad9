import Glibc

/// Tells threads apart that live at the same time.
struct ThreadName: Hashable, Sendable {
  private let name: UInt

  /// That of the calling thread.
  static var current: ThreadName { ThreadName(name: pthread_self()) }
}
