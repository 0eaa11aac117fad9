internal import Glibc

/// The calling thread's locale, set to UTF-8 while names of hosts are converted to punycode.
enum InternationalLocale {
  /// Runs the body with character encoding UTF-8 on this thread, whatever the process has.
  static func use<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    guard let locale else { return try body() }
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    return try body()
  }
}
