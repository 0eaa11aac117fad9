import Glibc

/// What must hold whatever the input is; where it does not, the fuzzer keeps the input.
enum Law {
  /// Ends the program unless a law holds.
  static func check(_ holds: Bool, _ law: @autoclosure () -> String) {
    guard !holds else { return }
    say("broken law: \(law())")
    abort()
  }

  /// Tells people something, whatever becomes of it.
  static func say(_ text: String) {
    _ = Array("fuzz: \(text)\n".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
